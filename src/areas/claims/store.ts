import { sql, type Selectable } from 'kysely';
import type { Day } from '../../plain/time.ts';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Claim, NewClaim, SourceKind } from './claim.ts';
import type { SubjectKind } from './field.ts';
import { findHiddenRevisions } from './store-revision.ts';
import type { ClaimTable, SourceTable } from './tables.ts';

export interface Source {
  readonly id: number;
  readonly kind: SourceKind;
  readonly speaker: string | null;
  readonly publisher: string;
  readonly licence: string;
  readonly takedownContact: string;
  readonly retrievedAt: Date;
}

export type NewSource = Omit<Source, 'id'>;

export async function insertSource(tx: Transaction, source: NewSource, revision: number): Promise<number> {
  const { id } = await tx
    .insertInto('source')
    .values({
      kind: source.kind,
      speaker: source.speaker,
      publisher: source.publisher,
      licence: source.licence,
      takedown_contact: source.takedownContact,
      retrieved_at: source.retrievedAt,
      since: revision,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findSources(db: Reader, ids: readonly number[]): Promise<readonly Source[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('source')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
  return rows.map(asSource);
}

/** All sources in which one list or one organisation spoke, newest first. */
export async function findSourcesOf(db: Reader, speaker: string): Promise<readonly Source[]> {
  const rows = await db.selectFrom('source').selectAll().where('speaker', '=', speaker).orderBy('id', 'desc').execute();
  return rows.map(asSource);
}

function asSource(row: Selectable<SourceTable>): Source {
  return {
    id: row.id,
    kind: row.kind,
    speaker: row.speaker,
    publisher: row.publisher,
    licence: row.licence,
    takedownContact: row.takedown_contact,
    retrievedAt: row.retrieved_at,
  };
}

export interface NewSubject {
  readonly id: string;
  readonly kind: SubjectKind;
  /** On which day it is heard of first; without it `keepHeardOn` says so afterwards. */
  readonly heardOn?: Day;
}

export async function insertSubjects(
  tx: Transaction,
  subjects: readonly NewSubject[],
  revision: number,
): Promise<void> {
  if (subjects.length === 0) return;
  await sql`
    insert into subject (id, kind, since, heard_on)
    select id, kind, ${revision}, "heardOn"
    from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as r(id uuid, kind text, "heardOn" date)
  `.execute(tx);
}

export async function insertClaims(tx: Transaction, claims: readonly NewClaim[], revision: number): Promise<void> {
  if (claims.length === 0) return;
  const rows = claims.map((claim) => ({
    s: claim.subject,
    f: claim.field,
    l: claim.language,
    v: claim.value,
    o: claim.source,
    c: claim.scope,
    a: claim.saidAt,
    vf: claim.validFrom,
    vt: claim.validTo,
    ca: claim.confirmedAt,
    cr: claim.confirmedByRole,
  }));
  await sql`
    insert into claim (subject, field, language, value, source, scope, said_at, valid_from, valid_to,
      confirmed_at, confirmed_by_role, since)
    select s, f, l, v, o, c, a, vf, vt, ca, cr, ${revision}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(s uuid, f text, l text, v jsonb, o integer, c text,
      a timestamptz, vf date, vt date, ca timestamptz, cr text)
  `.execute(tx);
}

/** Ends claims: they stay as history. */
export async function endClaims(
  tx: Transaction,
  claims: readonly Pick<Claim, 'subject' | 'id'>[],
  revision: number,
  at: Date,
): Promise<void> {
  if (claims.length === 0) return;
  const keys = claims.map(({ subject, id }) => ({ subject, id }));
  await sql`
    update claim set retracted_at = ${at}::timestamptz, until = ${revision}
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as r(subject uuid, id bigint)
    where claim.subject = r.subject and claim.id = r.id
  `.execute(tx);
}

type ClaimRow = Selectable<ClaimTable> & { readonly source_kind: SourceKind };

/** A claim together with the revisions it came and goes with. */
export interface StoredClaim extends Claim {
  readonly since: number;
  readonly until: number | null;
}

/**
 * The claims about some subjects that the actor may see, also those that have been replaced.
 * What a revision under way brings is not there yet, and what it ends still stands.
 */
export async function findClaims(db: Reader, subjects: readonly string[]): Promise<readonly StoredClaim[]> {
  return asSeen(db, await findPreparedClaims(db, subjects));
}

/** The same about a subject and all that count as the same, in one statement. */
export async function findKinClaims(db: Reader, subject: string): Promise<readonly StoredClaim[]> {
  const rows = await selectClaims(db)
    .where('claim.subject', '=', sql<string>`any((select kin_of(array[${subject}::uuid]))::uuid[])`)
    .execute();
  return asSeen(db, rows.map(asClaim));
}

async function asSeen(db: Reader, claims: readonly StoredClaim[]): Promise<readonly StoredClaim[]> {
  const hidden = await findHiddenRevisions(db);
  if (hidden.size === 0) return claims;
  return claims
    .filter(({ since }) => !hidden.has(since))
    .map((claim) => (hidden.has(claim.until ?? 0) ? { ...claim, until: null, retractedAt: null } : claim));
}

/** The same as it will be once the revision under way is published; for preparing it. */
export async function findPreparedClaims(db: Reader, subjects: readonly string[]): Promise<readonly StoredClaim[]> {
  if (subjects.length === 0) return [];
  const rows: ClaimRow[] = await selectClaims(db)
    .where('claim.subject', 'in', [...subjects])
    .execute();
  return rows.map(asClaim);
}

function selectClaims(db: Reader) {
  return db
    .selectFrom('claim')
    .innerJoin('source', 'source.id', 'claim.source')
    .select([
      'claim.id',
      'claim.subject',
      'claim.field',
      'claim.language',
      'claim.value',
      'claim.source',
      'source.kind as source_kind',
      'claim.scope',
      'claim.said_at',
      'claim.valid_from',
      'claim.valid_to',
      'claim.confirmed_at',
      'claim.confirmed_by_role',
      'claim.retracted_at',
      'claim.since',
      'claim.until',
    ])
    .orderBy('claim.subject')
    .orderBy('claim.id');
}

function asClaim(row: ClaimRow): StoredClaim {
  return {
    id: row.id,
    subject: row.subject,
    field: row.field,
    language: row.language,
    value: row.value,
    source: row.source,
    sourceKind: row.source_kind,
    scope: row.scope,
    saidAt: row.said_at,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    confirmedAt: row.confirmed_at,
    confirmedByRole: row.confirmed_by_role,
    retractedAt: row.retracted_at,
    since: row.since,
    until: row.until,
  };
}
