import { sql } from 'kysely';
import type { Scope } from '../../plain/scope.ts';
import type { Reader } from '../../platform/database/index.ts';
import { findShown, type Facts, type ShownRow } from '../claims/index.ts';

/** What holds about an organisation for one scope. */
export interface ShownOrganisation {
  readonly scope: Scope;
  readonly facts: Facts;
  readonly nameKeys: readonly string[];
}

/** One row for each scope that the reader may see. */
export async function findShownOrganisation(db: Reader, subject: string): Promise<readonly ShownOrganisation[]> {
  const rows = await db
    .selectFrom('organisation')
    .select(['scope', 'facts', 'name_keys'])
    .where('subject', '=', subject)
    .orderBy('scope')
    .execute();
  return rows.map(({ scope, facts, name_keys }) => ({ scope, facts, nameKeys: name_keys }));
}

/** The name under which everybody knows an organisation; empty where it shows none. */
export async function findPublicName(db: Reader, subject: string): Promise<string> {
  return (await findPublicNames(db, subject))[0] ?? '';
}

/** All its names that everybody knows, the German one first. */
export async function findPublicNames(db: Reader, subject: string): Promise<readonly string[]> {
  const shown = await findShownOrganisation(db, subject);
  const names = shown.find(({ scope }) => scope === 'public')?.facts['name'];
  if (names === null || names === undefined || typeof names !== 'object' || Array.isArray(names)) return [];
  return Object.entries(names)
    .toSorted(([a], [b]) => Number(b === 'de') - Number(a === 'de'))
    .flatMap(([, name]): string[] => (typeof name === 'string' ? [name] : []));
}

/** Organisations among some subjects: one row for each scope that the reader may see. */
export async function findShownOrganisations(db: Reader, subjects: readonly string[]): Promise<readonly ShownRow[]> {
  return findShown(db, 'organisation', subjects);
}

export interface Namesake {
  readonly subject: string;
  readonly facts: Facts;
  readonly nameKeys: readonly string[];
}

/** Organisations that the reader may see under one of these folded names. */
export async function findNamesakes(db: Reader, keys: readonly string[]): Promise<readonly Namesake[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('organisation')
    .select(['subject', 'facts', 'name_keys'])
    .where(isNamed(keys))
    .orderBy('subject')
    .execute();
  return rows.map(({ subject, facts, name_keys }) => ({ subject, facts, nameKeys: name_keys }));
}

/** SQL: one of the folded names. By places, because the wall lets no index look for arrays that overlap. */
function isNamed(keys: readonly string[]) {
  const wanted = sql`${`{${keys.map((key) => JSON.stringify(key)).join(',')}}`}::text[]`;
  const rest = sql.join(
    keys.map((key) => sql`${key} = any(name_keys)`),
    sql` or `,
  );
  return sql<boolean>`(name_keys[1] = any(${wanted}) or name_keys[2] = any(${wanted}) or name_keys[3] = any(${wanted})
    or name_keys[4] = any(${wanted}) or (name_keys[5] is not null and (${rest})))`;
}
