import { sql } from 'kysely';
import type { Scope } from '../../plain/scope.ts';
import type { Reader } from '../../platform/database/index.ts';
import type { Facts, ShownRow } from '../claims/index.ts';

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
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom('organisation')
    .select(['subject', 'scope', 'facts', 'confirmed_on', 'said_on'])
    .where('subject', 'in', [...subjects])
    .orderBy('subject')
    .orderBy('scope')
    .execute();
  return rows.map(({ confirmed_on, said_on, ...row }) => ({ ...row, confirmedOn: confirmed_on, saidOn: said_on }));
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
    .where(sql<boolean>`name_keys && ${`{${keys.map((key) => JSON.stringify(key)).join(',')}}`}::text[]`)
    .orderBy('subject')
    .execute();
  return rows.map(({ subject, facts, name_keys }) => ({ subject, facts, nameKeys: name_keys }));
}
