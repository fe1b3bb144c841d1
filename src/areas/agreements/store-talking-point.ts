import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { PointState, TalkingPoint } from './talking-point.ts';
import './tables.ts';

export async function insertTalkingPoint(tx: Transaction, cooperation: string, point: TalkingPoint): Promise<void> {
  await tx
    .insertInto('talking_point')
    .values({ ...point, cooperation, refers: JSON.stringify(point.refers) })
    .execute();
}

/** The points of a cooperation in the order in which they were brought. */
export async function findTalkingPoints(db: Reader, cooperation: string): Promise<readonly TalkingPoint[]> {
  return db
    .selectFrom('talking_point')
    .select(['id', 'words', 'refers', 'state', 'partner', 'day'])
    .where('cooperation', '=', cooperation)
    .orderBy('id')
    .execute();
}

/** How many points are still open in some cooperations; those without any are left out. */
export async function countOpenPoints(
  db: Reader,
  cooperations: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('talking_point')
    .select('cooperation')
    .where('cooperation', 'in', cooperations)
    .where('state', '=', 'open')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ cooperation }) => cooperation)].map(([cooperation, of]) => [cooperation, of.length]),
  );
}

/** False when there is no such point. */
export async function setTalkingPoint(
  tx: Transaction,
  cooperation: string,
  point: Pick<TalkingPoint, 'id' | 'partner' | 'day'> & { readonly state: PointState },
): Promise<boolean> {
  const { id, state, partner, day } = point;
  const { numUpdatedRows } = await tx
    .updateTable('talking_point')
    .set({ state, partner, day })
    .where('cooperation', '=', cooperation)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
