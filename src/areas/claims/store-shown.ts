import { sql } from 'kysely';
import type { Reader } from '../../platform/database/index.ts';
import type { ShownRow } from './project.ts';
import { headsOf } from './store-family.ts';

/**
 * What a projection shows of some subjects: one row for each scope that the reader may see. A subject that was
 * forwarded shows what the one shows that it counts as.
 */
export async function findShown(db: Reader, table: string, subjects: readonly string[]): Promise<readonly ShownRow[]> {
  const shown = await findRows(db, table, subjects);
  const seen = new Set(shown.map(({ subject }) => subject));
  const missing = subjects.filter((subject) => !seen.has(subject));
  const heads = [...(await headsOf(db, missing))].filter(([subject, head]) => subject !== head);
  if (heads.length === 0) return shown;
  const elsewhere = Map.groupBy(await findRows(db, table, [...new Map(heads).values()]), ({ subject }) => subject);
  return [
    ...shown,
    ...heads.flatMap(([subject, head]) => (elsewhere.get(head) ?? []).map((row) => ({ ...row, subject }))),
  ];
}

async function findRows(db: Reader, table: string, subjects: readonly string[]): Promise<readonly ShownRow[]> {
  if (subjects.length === 0) return [];
  return db
    .selectFrom(sql<ProjectionShown>`${sql.table(table)}`.as('shown'))
    .select(['subject', 'scope', 'facts', 'confirmed_on as confirmedOn', 'said_on as saidOn'])
    .where('subject', 'in', [...subjects])
    .orderBy('subject')
    .orderBy('scope')
    .execute();
}

/** What every projection of a kind of subject has among its columns. */
interface ProjectionShown extends Pick<ShownRow, 'subject' | 'scope' | 'facts'> {
  readonly confirmed_on: ShownRow['confirmedOn'];
  readonly said_on: ShownRow['saidOn'];
}
