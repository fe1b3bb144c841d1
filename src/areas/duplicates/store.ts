import type { Day } from '../../plain/time.ts';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { headsOf } from '../claims/index.ts';
import { pairOf, type Judgement, type Outcome, type Pair } from './judgement.ts';
import type { Merging } from './standing.ts';
import './tables.ts';

export interface Merge extends Merging {
  readonly id: string;
  readonly day: Day;
  readonly byRole: string;
  readonly undoneOn: Day | null;
}

/** A merge, as far as the actor may know of it. */
export async function findMerge(db: Reader, id: string): Promise<Merge | null> {
  const row = await db
    .selectFrom('merge')
    .select(['id', 'merged', 'head', 'day', 'by_role', 'undone_on'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { by_role, undone_on, ...rest } = row;
  return { ...rest, byRole: by_role, undoneOn: undone_on };
}

export async function insertMerge(tx: Transaction, merge: Omit<Merge, 'undoneOn'>): Promise<void> {
  const { id, merged, head, day, byRole } = merge;
  await asSystem(tx, () =>
    tx
      .insertInto('merge')
      .values({ id, merged, head, day, by_role: byRole, undone_on: null, undone_by_role: null })
      .execute(),
  );
}

/** Marks a merge as undone. Whether it still stood. */
export async function markUndone(
  tx: Transaction,
  id: string,
  { day, byRole }: { readonly day: Day; readonly byRole: string },
): Promise<boolean> {
  return asSystem(tx, async () => {
    const { numUpdatedRows } = await tx
      .updateTable('merge')
      .set({ undone_on: day, undone_by_role: byRole })
      .where('id', '=', id)
      .where('undone_on', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

export interface NewJudgement {
  readonly id: string;
  readonly pair: Pair;
  readonly outcome: Outcome;
  /** Which of the two belongs to the other; null where nobody has said. */
  readonly part: string | null;
  readonly day: Day;
  readonly byRole: string;
  readonly words: string | null;
  readonly restsUntil: Day | null;
  readonly merge: string | null;
}

/** Adds a judgement; what was judged of the pair before does not hold any more. */
export async function insertJudgement(tx: Transaction, judgement: NewJudgement): Promise<void> {
  const { pair, part, byRole, restsUntil, ...rest } = judgement;
  const [a, b] = pair;
  await asSystem(tx, async () => {
    await tx
      .insertInto('judgement')
      .values({ ...rest, a, b, by_role: byRole, rests_until: restsUntil, replaced_by: null, taken_back_on: null })
      .execute();
    if (part !== null) await tx.insertInto('belonging').values({ judgement: judgement.id, part }).execute();
    await tx
      .updateTable('judgement')
      .set({ replaced_by: judgement.id })
      .where('a', '=', a)
      .where('b', '=', b)
      .where('id', '<>', judgement.id)
      .where('replaced_by', 'is', null)
      .where('taken_back_on', 'is', null)
      .execute();
  });
}

/** Takes back all that was judged with a merge; what was judged before holds again. */
export async function takeBackWith(tx: Transaction, merge: string, day: Day): Promise<void> {
  const judged = await asSystem(tx, () =>
    tx.selectFrom('judgement').select('id').where('merge', '=', merge).where('taken_back_on', 'is', null).execute(),
  );
  await takeBack(
    tx,
    judged.map(({ id }) => id),
    day,
  );
}

/** Takes judgements back; what they replaced holds again. */
export async function takeBack(tx: Transaction, ids: readonly string[], day: Day): Promise<void> {
  if (ids.length === 0) return;
  await asSystem(tx, async () => {
    await tx.updateTable('judgement').set({ taken_back_on: day }).where('id', 'in', ids).execute();
    await tx.updateTable('judgement').set({ replaced_by: null }).where('replaced_by', 'in', ids).execute();
  });
}

const COLUMNS = ['id', 'a', 'b', 'outcome', 'day', 'by_role', 'words', 'rests_until', 'merge'] as const;

/** Which judgements are meant; none: all that hold. */
export interface Wanted {
  readonly id?: string;
  readonly pair?: Pair;
}

/** What holds of pairs as far as the actor may know of it, by pairs, with what they count as today. */
export async function findJudgements(db: Reader, { id, pair }: Wanted = {}): Promise<readonly Judgement[]> {
  let query = db
    .selectFrom('judgement')
    .select(COLUMNS)
    .where('replaced_by', 'is', null)
    .where('taken_back_on', 'is', null)
    .orderBy('a')
    .orderBy('b');
  if (id !== undefined) query = query.where('id', '=', id);
  if (pair !== undefined) query = query.where('a', '=', pair[0]).where('b', '=', pair[1]);
  const rows = await query.execute();
  const heads = await headsOf(db, [...new Set(rows.flatMap(({ a, b }) => [a, b]))]);
  return rows.map(({ a, b, by_role, rests_until, ...row }) => ({
    ...row,
    pair: pairOf(a, b),
    heads: [heads.get(a) ?? a, heads.get(b) ?? b],
    byRole: by_role,
    restsUntil: rests_until,
  }));
}
