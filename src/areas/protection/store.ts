import { sql } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { ProtectionTerm } from './protection.ts';
import './tables.ts';

/** Until this transaction ends nobody else begins, asks or ends for this organisation. */
export async function takeTerm(tx: Transaction, organisation: string): Promise<ProtectionTerm | null> {
  await sql`select pg_advisory_xact_lock(hashtext(${`protection/${organisation}`}))`.execute(tx);
  return asSystem(tx, () => findTerm(tx, organisation));
}

/** The protection that runs now, as far as the actor may know; null without one. */
export async function findTerm(db: Reader, organisation: string): Promise<ProtectionTerm | null> {
  const row = await db
    .selectFrom('protection_term')
    .select(['id', 'organisation', 'since', 'asked_at', 'asked_mark'])
    .where('organisation', '=', organisation)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, since, asked_at, asked_mark } = row;
  const ask = asked_at === null || asked_mark === null ? null : { at: asked_at, mark: asked_mark };
  return { id, organisation: row.organisation, since, ask };
}

/** The organisations that are protected now. */
export async function findProtectedNow(db: Reader): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('protection_term')
    .select('organisation')
    .where('ended_on', 'is', null)
    .orderBy('organisation')
    .execute();
  return rows.map(({ organisation }) => organisation);
}

export async function insertTerm(
  tx: Transaction,
  term: { readonly id: string; readonly organisation: string; readonly since: Date },
): Promise<void> {
  await asSystem(tx, () =>
    tx
      .insertInto('protection_term')
      .values({ ...term, asked_at: null, asked_mark: null, ended_on: null })
      .execute(),
  );
}

export async function setAsk(
  tx: Transaction,
  id: string,
  ask: { readonly at: Date; readonly mark: string } | null,
): Promise<void> {
  await asSystem(tx, () =>
    tx
      .updateTable('protection_term')
      .set({ asked_at: ask?.at ?? null, asked_mark: ask?.mark ?? null })
      .where('id', '=', id)
      .execute(),
  );
}

export async function endTerm(tx: Transaction, id: string, day: Day): Promise<void> {
  await asSystem(tx, () =>
    tx
      .updateTable('protection_term')
      .set({ ended_on: day, asked_at: null, asked_mark: null })
      .where('id', '=', id)
      .execute(),
  );
}
