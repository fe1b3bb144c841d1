import { sql } from 'kysely';
import type { Reader } from '../../platform/database/index.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { HOLDS_NOW } from '../claims/index.ts';

/** Keepers can see the memory of earlier files too: everyone is shown what holds now. */
export const HOLDS = sql.raw<boolean>(HOLDS_NOW);

/** What everyone may know of a list's standing in the register. */
export interface ListStanding {
  readonly rows: number;
  readonly gone: number;
}

/** How many rows of each list stand in the register, and how many of them the list no longer has. */
export async function countListed(db: Reader): Promise<ReadonlyMap<string, ListStanding>> {
  const rows = await db
    .selectFrom('list_row')
    .select(['list', sql<number>`(count(*) filter (where gone_on is null))::integer`.as('rows')])
    .select(sql<number>`(count(*) filter (where gone_on is not null))::integer`.as('gone'))
    .where(HOLDS)
    .groupBy('list')
    .execute();
  return new Map(rows.map(({ list, rows: count, gone }) => [list, { rows: count, gone }]));
}

export interface ListedSubject {
  readonly subject: string;
  readonly goneOn: Day | null;
}

/** The subjects of a list in a lasting order, a page at a time. */
export async function findListed(
  db: Reader,
  list: string,
  page: number,
  size: number,
): Promise<readonly ListedSubject[]> {
  const rows = await db
    .selectFrom('list_row')
    .select(['subject', 'gone_on'])
    .where('list', '=', list)
    .where(HOLDS)
    .orderBy('subject')
    .orderBy('key')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return rows.map(({ subject, gone_on }) => ({ subject, goneOn: gone_on }));
}

/** Which of some subjects stand in which lists: subject → titles of the lists by their ids. */
export async function findListsOf(
  db: Reader,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .selectFrom('list_row')
    .innerJoin('list', 'list.id', 'list_row.list')
    .select(['list_row.subject', 'list.id', 'list.title'])
    .where('list_row.subject', 'in', [...subjects])
    .where(HOLDS)
    .execute();
  const found = new Map<string, Map<string, string>>();
  for (const { subject, id, title } of rows)
    found.set(subject, (found.get(subject) ?? new Map<string, string>()).set(id, title));
  return found;
}

/**
 * The last day on which a list that still has a subject was made or taken over, by subject: also where nothing in
 * its row had changed, the list has said it again.
 */
export async function findListedOn(db: Reader, subjects: readonly string[]): Promise<ReadonlyMap<string, Day>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .selectFrom('list_row')
    .innerJoin('list', 'list.id', 'list_row.list')
    .leftJoin('import', (join) =>
      join
        .onRef('import.list', '=', 'list.id')
        .on('import.taken_at', 'is not', null)
        .on('import.taken_back_at', 'is', null),
    )
    .select(['list_row.subject', sql<Date>`max(greatest("import".taken_at, list.made_at))`.as('taken_at')])
    .where('list_row.subject', 'in', [...subjects])
    .where('list_row.gone_on', 'is', null)
    .where(HOLDS)
    .groupBy('list_row.subject')
    .execute();
  return new Map(rows.map(({ subject, taken_at }) => [subject, dayOf(taken_at)]));
}
