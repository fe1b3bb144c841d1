import { sql } from 'kysely';
import type { Reader } from '../../platform/database/index.ts';
import type { ShownRow } from './project.ts';

/** What a projection shows of some subjects: one row for each scope that the reader may see. */
export async function findShown(db: Reader, table: string, subjects: readonly string[]): Promise<readonly ShownRow[]> {
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
