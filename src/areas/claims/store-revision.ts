import { sql, type RawBuilder } from 'kysely';
import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import type { RevisionTable } from './tables.ts';
import { uuids } from './store-projection.ts';

/** Until this transaction ends nobody else begins a revision. */
export async function lockRevisions(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('claims.revision'))`.execute(tx);
}

export async function insertRevision(tx: Transaction, kind: RevisionTable['kind'], at: Date): Promise<number> {
  const { id } = await tx
    .insertInto('revision')
    .values({ kind, state: 'pending', made_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function setRevisionState(tx: Transaction, id: number, state: RevisionTable['state']): Promise<void> {
  await tx.updateTable('revision').set({ state }).where('id', '=', id).execute();
}

export async function findHiddenRevisions(tx: Reader): Promise<ReadonlySet<number>> {
  const rows = await tx.selectFrom('revision').select('id').where('state', '!=', 'current').execute();
  return new Set(rows.map((row) => row.id));
}

/** Notes which subjects a revision touches, so that every later step finds them. */
export async function noteSubjects(tx: Transaction, revision: number, subjects: readonly string[]): Promise<void> {
  await sql`
    insert into revision_subject (revision, subject)
    select ${revision}, s from unnest(${uuids(subjects)}) s on conflict do nothing
  `.execute(tx);
}

/** Some subjects of a revision in the order of their ids, after one. */
export type NextSubjects = (
  tx: Transaction,
  revision: number,
  after: string | null,
  limit: number,
) => Promise<readonly string[]>;

/** The next subjects of a revision. */
export const nextSubjects: NextSubjects = (tx, revision, after, limit) =>
  nextOf(tx, revision, after, limit, sql<boolean>`true`);

/** The next subjects of a revision that were there before it. */
export const nextKnownSubjects: NextSubjects = (tx, revision, after, limit) =>
  nextOf(
    tx,
    revision,
    after,
    limit,
    sql<boolean>`exists (select from subject s where s.id = revision_subject.subject and s.since <> ${revision})`,
  );

async function nextOf(
  tx: Transaction,
  revision: number,
  after: string | null,
  limit: number,
  which: RawBuilder<boolean>,
): Promise<readonly string[]> {
  let query = tx
    .selectFrom('revision_subject')
    .select('subject')
    .where('revision', '=', revision)
    .where(which)
    .orderBy('subject')
    .limit(limit);
  if (after !== null) query = query.where('subject', '>', after);
  return (await query.execute()).map((row) => row.subject);
}

/** Subjects of a revision that somebody else has changed since it began; the protected ones always, whatever a clock says. */
export async function touchedSince(tx: Transaction, revision: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from revision r join revision_subject rs on rs.revision = r.id join subject s on s.id = rs.subject
    where r.id = ${revision} and (s.touched_at >= r.made_at or s.protected_at is not null) order by s.id
  `.execute(tx);
  return rows.map((row) => row.id);
}

/** What is said while a revision is under way counts as said after it began, also by a clock that is behind. */
export async function touchSubjects(tx: Transaction, subjects: readonly string[], at: Date): Promise<void> {
  await sql`
    update subject set touched_at = greatest(${at}::timestamptz,
      (select max(made_at) from revision where state <> 'current'))
    where id = any(${uuids(subjects)})`.execute(tx);
}

/** Whether a revision that readers do not see (not yet, or no longer) touches one of some subjects. */
export async function isUnderWay(tx: Transaction, subjects: readonly string[]): Promise<boolean> {
  const row = await tx
    .selectFrom('revision_subject')
    .innerJoin('revision', 'revision.id', 'revision_subject.revision')
    .select('revision.id')
    .where('revision.state', '<>', 'current')
    .where('revision_subject.subject', '=', sql<string>`any(${uuids(subjects)})`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets the claims a revision brought about some subjects and revives those it ended. */
export async function undoClaims(tx: Transaction, revision: number, subjects: readonly string[]): Promise<void> {
  await sql`delete from claim where subject = any(${uuids(subjects)}) and since = ${revision}`.execute(tx);
  await sql`
    update claim set until = null, retracted_at = null where subject = any(${uuids(subjects)}) and until = ${revision}
  `.execute(tx);
}

/** Removes subjects that nobody says anything about any more, that came with the revision, and that no other leads to or from. */
export async function removeEmptySubjects(
  tx: Transaction,
  revision: number,
  subjects: readonly string[],
): Promise<void> {
  await sql`
    delete from subject s where s.id = any(${uuids(subjects)}) and s.since = ${revision}
      and not exists (select from claim c where c.subject = s.id) and s.forwarded_to is null
      and not exists (select from subject other where other.forwarded_to = s.id)
  `.execute(tx);
}

/** Which of some subjects go when a revision is taken back: all that is said of them, by anybody, came with it. */
export async function findLeaving(
  db: Reader,
  revision: number,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await asSystem(db, () =>
    db
      .selectFrom('subject as s')
      .select('s.id')
      .where('s.id', '=', sql<string>`any(${uuids(subjects)})`)
      .where('s.since', '=', revision)
      .where('s.forwarded_to', 'is', null)
      .where(sql<boolean>`not exists (select from claim c where c.subject = s.id and c.since <> ${revision})`)
      .where(sql<boolean>`not exists (select from subject other where other.forwarded_to = s.id)`)
      .execute(),
  );
  return new Set(rows.map(({ id }) => id));
}

export async function removeRevision(tx: Transaction, id: number): Promise<void> {
  await tx.deleteFrom('source').where('since', '=', id).execute();
  await tx.updateTable('subject').set({ since: 0 }).where('since', '=', id).execute();
  await tx.deleteFrom('revision').where('id', '=', id).execute();
}

/** The revision that is under way, if there is one. */
export async function findPendingRevision(tx: Transaction, kind?: RevisionTable['kind']): Promise<number | null> {
  let query = tx.selectFrom('revision').select('id').where('state', '=', 'pending');
  if (kind !== undefined) query = query.where('kind', '=', kind);
  const row = await query.executeTakeFirst();
  return row?.id ?? null;
}
