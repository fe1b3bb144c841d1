import { sql } from 'kysely';
import type { Reader } from '../../platform/database/index.ts';
import type { SubjectKind } from './field.ts';
import { asKnown, type Known } from './store-known.ts';
import { uuids } from './store-projection.ts';
import type { SubjectTable } from './tables.ts';

/** Subjects that were found to be the same: one head that was not forwarded, and all that lead to it. */
export interface Families {
  /** Each once, in the order of their ids. */
  readonly heads: readonly string[];
  /** Everybody in these families, in the order of their ids. */
  readonly all: readonly string[];
  /** What is known of each; a veil lies over all of a family alike. */
  readonly known: ReadonlyMap<string, Known>;
  /** The one that a subject counts as now: itself, unless it was forwarded. */
  readonly headOf: (subject: string) => string;
  /** The head and all that lead to it, in the order of their ids; of a subject that is not there only itself. */
  readonly membersOf: (subject: string) => readonly string[];
}

const COLUMNS = ['id', 'kind', 'forwarded_to', 'protected_at', 'lapsed_at', 'withdrawn_at'] as const;

type Row = Pick<SubjectTable, (typeof COLUMNS)[number]>;

/**
 * The families of some subjects, over as many steps as were said (A is B, B is C). While nobody was forwarded this is
 * one query with two looks into an index for each; otherwise one more for each step. Nobody is asked twice, so a
 * circle would end too.
 */
export async function familiesOf(db: Reader, subjects: readonly string[]): Promise<Families> {
  const found = new Map<string, Row>();
  const asked = new Set<string>();
  for (let next = [...new Set(subjects)]; next.length > 0;) {
    for (const id of next) asked.add(id);
    const rows = await findAround(db, next);
    for (const row of rows) found.set(row.id, row);
    const around = rows.flatMap(({ id, forwarded_to }) => (forwarded_to === null ? [id] : [id, forwarded_to]));
    next = [...new Set(around)].filter((id) => !asked.has(id));
  }
  return familiesIn([...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}

/** Some subjects, and those that were forwarded to one of them. */
function findAround(db: Reader, subjects: readonly string[]): Promise<readonly Row[]> {
  const those = uuids(subjects);
  return db
    .selectFrom('subject')
    .select(COLUMNS)
    .where('id', '=', sql<string>`any(${those})`)
    .unionAll(
      db
        .selectFrom('subject')
        .select(COLUMNS)
        .where('forwarded_to', '=', sql<string>`any(${those})`),
    )
    .execute();
}

function familiesIn(rows: readonly Row[]): Families {
  const next = new Map(rows.map(({ id, forwarded_to }) => [id, forwarded_to]));
  const heads = new Map(rows.map(({ id }) => [id, headAmong(next, id)]));
  const members = Map.groupBy(heads.keys(), (id) => heads.get(id));
  const headOf = (subject: string) => heads.get(subject) ?? subject;
  return {
    heads: rows.flatMap(({ id, forwarded_to }) => (forwarded_to === null ? [id] : [])),
    all: rows.map(({ id }) => id),
    known: new Map(rows.map((row) => [row.id, asKnown(row)])),
    headOf,
    membersOf: (subject) => members.get(headOf(subject)) ?? [subject],
  };
}

function headAmong(next: ReadonlyMap<string, string | null>, from: string): string {
  let head = from;
  for (let steps = next.size; steps > 0; steps -= 1) {
    const to = next.get(head) ?? null;
    if (to === null) return head;
    head = to;
  }
  throw new Error(`subjects are forwarded in a circle: ${from}`);
}

/** The subjects that some count as, by each of them; for what was written down before they were forwarded. */
export async function headsOf(db: Reader, subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const families = await familiesOf(db, subjects);
  return new Map(subjects.map((subject) => [subject, families.headOf(subject)]));
}

/**
 * Everybody who counts as the same as one of some subjects, these included: who speaks for one speaks for all. What
 * they count as comes first, in the order asked for.
 */
export async function findFamily(db: Reader, subjects: readonly string[]): Promise<readonly string[]> {
  const { all, headOf } = await familiesOf(db, subjects);
  return [...new Set([...subjects.map(headOf), ...subjects, ...all])];
}

/** What a subject is, and the one that it counts as if it was forwarded; null if it is not there. */
export async function findSubject(
  db: Reader,
  id: string,
): Promise<{ kind: SubjectKind; forwardedTo: string | null } | null> {
  const row = await db.selectFrom('subject').select(['kind', 'forwarded_to']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const isHead = row.forwarded_to === null;
  return { kind: row.kind, forwardedTo: isHead ? null : ((await headsOf(db, [id])).get(id) ?? row.forwarded_to) };
}
