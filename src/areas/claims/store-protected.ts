import { sql } from 'kysely';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { fold } from '../../plain/text.ts';
import { changeOwnVeils } from './store-own-veil.ts';
import { uuids } from './store-projection.ts';

/**
 * Until this transaction ends nobody begins or ends a protection. Whoever writes what readers see takes it first,
 * before any row: otherwise the database ends one of two who wait for each other, and it may be the protection.
 */
export async function holdVeils(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('claims.veil'))`.execute(tx);
}

/** Until this transaction ends nobody else writes what readers see. */
export async function takeVeils(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('claims.veil'))`.execute(tx);
}

export async function setProtected(
  tx: Transaction,
  subjects: readonly string[],
  at: Date,
  hidden: readonly string[],
): Promise<void> {
  await changeOwnVeils(tx, subjects, () =>
    sql`
      update subject set protected_at = ${at}::timestamptz,
        hidden_fields = array(select jsonb_array_elements_text(${JSON.stringify(hidden)}::jsonb))
      where id = any(${uuids(subjects)}) and protected_at is null`.execute(tx),
  );
}

/** What a protected organisation takes up is protected before anything more is said about it. */
export async function protectLike(tx: Transaction, subject: string, organisation: string): Promise<void> {
  await changeOwnVeils(tx, [subject], () =>
    sql`
      update subject set protected_at = keeper.protected_at, hidden_fields = keeper.hidden_fields
      from subject keeper
      where keeper.id = ${organisation} and keeper.protected_at is not null
        and subject.id = ${subject} and subject.protected_at is null`.execute(tx),
  );
}

export async function setUnprotected(tx: Transaction, subjects: readonly string[]): Promise<void> {
  await changeOwnVeils(tx, subjects, () =>
    sql`update subject set protected_at = null, hidden_fields = null where id = any(${uuids(subjects)})`.execute(tx),
  );
}

/** Those of some subjects that are protected, or all that are. */
export async function findProtected(db: Reader, among?: readonly string[]): Promise<readonly string[]> {
  let query = db.selectFrom('subject').select('id').where('protected_at', 'is not', null).orderBy('id');
  if (among !== undefined) query = query.where('id', '=', sql<string>`any(${uuids(among)})`);
  return (await query.execute()).map(({ id }) => id);
}

/**
 * All names under which an organisation (of several entries, if these count as the same) was ever known, folded:
 * whoever looks for it knows the old ones too. A name that only it gives itself, and that others say of somebody else, is not its own: offers go by names, and nobody
 * hides those of a neighbour by calling itself like them.
 */
export async function findNameKeys(db: Reader, entries: readonly string[]): Promise<readonly string[]> {
  const rows = await named(db)
    .where('claim.subject', 'in', [...entries])
    .execute();
  const told = new Set(keysOf(rows.filter(({ kind }) => kind !== 'own').map(({ value }) => value)));
  const claimed = keysOf(rows.map(({ value }) => value)).filter((key) => !told.has(key));
  if (claimed.length === 0) return [...told];
  const others = await named(db)
    .distinct()
    .innerJoin('subject', 'subject.id', 'claim.subject')
    .where('subject.kind', '=', 'organisation')
    .where('claim.subject', 'not in', [...entries])
    .where('source.kind', '<>', 'own')
    .execute();
  const taken = new Set(keysOf(others.map(({ value }) => value)));
  return [...told, ...claimed.filter((key) => !taken.has(key))];
}

function named(db: Reader) {
  return db
    .selectFrom('claim')
    .innerJoin('source', 'source.id', 'claim.source')
    .select(['claim.value', 'source.kind'])
    .where('claim.field', 'in', [...NAMES]);
}

/** The fields that name an organisation, and the one by which an offer names who carries it. */
export const NAMES: readonly string[] = ['name', 'shortName'];
export const CARRIER = 'carrier';

export function keysOf(values: readonly unknown[]): readonly string[] {
  const keys = values.map((value) => (typeof value === 'string' ? fold(value) : ''));
  return [...new Set(keys)].filter((key) => key !== '');
}

export async function insertProtectedNames(
  tx: Transaction,
  organisation: string,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .insertInto('protected_name')
    .values(keys.map((name_key) => ({ name_key, organisation })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeProtectedNames(tx: Transaction, organisation: string): Promise<void> {
  await tx.deleteFrom('protected_name').where('organisation', '=', organisation).execute();
}

/** Offers that any source ever said a protected name carries, and that nobody keeps: what is kept follows its keepers. */
export async function findCarried(db: Reader, nameKeys: ReadonlySet<string>): Promise<readonly string[]> {
  if (nameKeys.size === 0) return [];
  const said = await db
    .selectFrom('claim')
    .select(sql<string>`value #>> '{}'`.as('name'))
    .distinct()
    .where('field', '=', CARRIER)
    .execute();
  const names = said.map(({ name }) => name).filter((name) => nameKeys.has(fold(name)));
  if (names.length === 0) return [];
  const found = await db
    .selectFrom('claim')
    .select('subject')
    .distinct()
    .where('field', '=', CARRIER)
    .where(sql<string>`value #>> '{}'`, 'in', names)
    .execute();
  return found.map(({ subject }) => subject);
}

/** Which of some offers are to be protected now: those with a protected keeper, or without keepers with a protected name. */
export async function findToProtect(
  db: Reader,
  offers: readonly string[],
  carried: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const kept = await db
    .selectFrom('subject_keeper')
    .innerJoin('subject', 'subject.id', 'subject_keeper.organisation')
    .select(['subject_keeper.subject', 'subject.protected_at'])
    .where('subject_keeper.subject', '=', sql<string>`any(${uuids(offers)})`)
    .execute();
  const byOffer = Map.groupBy(kept, ({ subject }) => subject);
  return new Set(
    offers.filter((offer) => {
      const keepers = byOffer.get(offer);
      return keepers === undefined ? carried.has(offer) : keepers.some(({ protected_at }) => protected_at !== null);
    }),
  );
}

/** All protected names, folded. */
export async function findProtectedKeys(db: Reader, among?: readonly string[]): Promise<ReadonlySet<string>> {
  let query = db.selectFrom('protected_name').select('name_key').distinct();
  if (among !== undefined) {
    if (among.length === 0) return new Set();
    query = query.where('name_key', 'in', [...among]);
  }
  return new Set((await query.execute()).map(({ name_key }) => name_key));
}
