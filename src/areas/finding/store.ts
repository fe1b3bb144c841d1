import { sql } from 'kysely';
import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { HOLDS_NOW, type Facts } from '../claims/index.ts';
import type { EntryKind } from './codes.ts';

/** What readers see now, as a number of the last change and the revisions that hold. */
export interface Sight {
  readonly seq: number;
  /** The oldest change that is still known. */
  readonly oldest: number;
  readonly marks: readonly number[];
}

/** A row with the columns that the index is built from. */
export interface EntryRow {
  readonly subject: string;
  readonly kind: EntryKind;
  readonly since: number;
  readonly until: number | null;
  readonly codes: string;
  readonly name_terms: string;
  readonly strong_terms: string;
  readonly terms: string;
  readonly place: string | null;
  readonly postcode: string | null;
  readonly confirmed_on: Day | null;
  readonly said_on: Day;
  readonly ends_on: Day | null;
}

// The wall lets the program itself see more than readers do; the finder shows everyone the same.
const HOLDS = sql.raw<boolean>(HOLDS_NOW);

export async function findSight(db: Reader): Promise<Sight> {
  const row = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('finding_change')
        .select((one) => one.fn.max('seq').as('newest'))
        .as('newest'),
      eb
        .selectFrom('finding_change')
        .select((one) => one.fn.min('seq').as('oldest'))
        .as('oldest'),
      eb
        .selectFrom('finding_mark')
        .where(HOLDS)
        .select(sql<string>`string_agg(since::text, ',' order by since)`.as('marks'))
        .as('marks'),
    ])
    .executeTakeFirstOrThrow();
  const marks = row.marks === null || row.marks === '' ? [] : row.marks.split(',').map(Number);
  return { seq: row.newest ?? 0, oldest: row.oldest ?? 0, marks };
}

const COLUMNS = [
  'subject',
  'kind',
  'since',
  'until',
  'codes',
  'name_terms',
  'strong_terms',
  'terms',
  'place',
  'postcode',
  'confirmed_on',
  'said_on',
  'ends_on',
] as const;

/** All entries in the order of their subjects, after one: for building the index in steps. */
export async function walkEntries(db: Reader, after: string | null, limit: number): Promise<readonly EntryRow[]> {
  let query = db.selectFrom('finding_entry').select(COLUMNS).where(HOLDS).orderBy('subject').limit(limit);
  if (after !== null) query = query.where('subject', '>', after);
  return query.execute();
}

export async function findEntries(db: Reader, subjects: readonly string[]): Promise<readonly EntryRow[]> {
  if (subjects.length === 0) return [];
  return db.selectFrom('finding_entry').select(COLUMNS).where(HOLDS).where('subject', '=', anyOf(subjects)).execute();
}

/** Subjects that changed after a change, up to and including another. */
export async function findChanged(db: Reader, after: number, to: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('finding_change')
    .select('subject')
    .distinct()
    .where('seq', '>', after)
    .where('seq', '<=', to)
    .execute();
  return rows.map(({ subject }) => subject);
}

/** Subjects with an entry that came or goes with one of some revisions. */
export async function findSubjectsOf(
  db: Reader,
  revisions: readonly number[],
  limit: number,
): Promise<readonly string[]> {
  if (revisions.length === 0) return [];
  const rows = await db
    .selectFrom('finding_entry')
    .select('subject')
    .where((eb) => eb.or([eb('since', 'in', [...revisions]), eb('until', 'in', [...revisions])]))
    .limit(limit)
    .execute();
  return rows.map(({ subject }) => subject);
}

/** What a result shows. */
export interface ShownRow {
  readonly subject: string;
  readonly kind: EntryKind;
  readonly facts: Facts;
  readonly confirmed_on: Day | null;
  readonly said_on: Day;
}

export async function findShown(db: Reader, subjects: readonly string[]): Promise<readonly ShownRow[]> {
  if (subjects.length === 0) return [];
  return db
    .selectFrom('finding_entry')
    .select(['subject', 'kind', 'facts', 'confirmed_on', 'said_on'])
    .where(HOLDS)
    .where('subject', '=', anyOf(subjects))
    .execute();
}

function anyOf(ids: readonly string[]) {
  return sql<string>`any(${`{${ids.join(',')}}`}::uuid[])`;
}
