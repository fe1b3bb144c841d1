import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { fileOf } from './archive-file.ts';
import type { AnyArchive } from './cooperation-archive.ts';
import './tables.ts';

/** An agreement or a cooperation that an organisation keeps to read. */
export interface Kept {
  readonly id: string;
  readonly organisation: string;
  readonly archive: AnyArchive;
  readonly keptOn: Day;
}

/** Keeps an archive for an organisation, once; the id under which it lies. */
export async function insertKept(tx: Transaction, { id, organisation, archive, keptOn }: Kept): Promise<string> {
  const hash = archive.checksum;
  const row = await tx
    .insertInto('kept_agreement')
    .values({ id, organisation, hash, archive: fileOf(archive), kept_on: keptOn })
    .onConflict((conflict) => conflict.columns(['organisation', 'hash']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row !== undefined) return row.id;
  const there = await tx
    .selectFrom('kept_agreement')
    .select('id')
    .where('organisation', '=', organisation)
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  return there.id;
}

/** What the organisations of the actor keep, the newest first; or one of them. */
export async function findKept(db: Reader, id?: string): Promise<readonly Kept[]> {
  const rows = await db
    .selectFrom('kept_agreement')
    .select(['id', 'organisation', 'archive', 'kept_on'])
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ kept_on, ...row }) => ({ ...row, keptOn: kept_on }));
}

export async function deleteKept(tx: Transaction, id: string): Promise<string | null> {
  const row = await tx.deleteFrom('kept_agreement').where('id', '=', id).returning('organisation').executeTakeFirst();
  return row?.organisation ?? null;
}
