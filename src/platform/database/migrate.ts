import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator, type Migration } from 'kysely/migration';
import { APP_ROLE, type Database } from './open.ts';

/** One step forward. `name` begins with its day (`2026-11-21-claims`) and is never changed after a release. */
export interface Step {
  readonly name: string;
  readonly up: (db: Kysely<unknown>) => Promise<void>;
}

/** Brings the tables up to date. The order is that of the list. Returns the names of what was done. */
export async function migrate(database: Database, steps: readonly Step[]): Promise<readonly string[]> {
  await prepareRole(database);
  const migrations = Object.fromEntries(
    steps.map((step, index): [string, Migration] => [
      `${String(index + 1).padStart(3, '0')}-${step.name}`,
      { up: (db) => step.up(db) },
    ]),
  );
  // The migrator reads the whole catalogue twice, at every start.
  if (await hasTaken(database, Object.keys(migrations))) return [];
  const migrator = new Migrator({
    db: database.underneath.kysely,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error, results } = await database.underneath.exclusive(() => migrator.migrateToLatest());
  if (error !== undefined) throw error instanceof Error ? error : new Error(String(error));
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

/** Exactly these, and no others. */
async function hasTaken(database: Database, names: readonly string[]): Promise<boolean> {
  const { rows: tables } = await database.sql(`select to_regclass('${DEFAULT_MIGRATION_TABLE}') as name`);
  if (tables[0]?.['name'] === null) return false;
  const { rows } = await database.sql(`select name from ${DEFAULT_MIGRATION_TABLE} order by name collate "C"`);
  return isDeepStrictEqual(
    rows.map(({ name }) => name),
    names,
  );
}

/** The app's role, and the right of whoever is connected to act as it. Needs CREATEROLE on a server, once. */
async function prepareRole(database: Database): Promise<void> {
  await database.exec(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
        begin
          create role ${APP_ROLE} nologin nobypassrls;
        -- Roles belong to the server: another database on it may begin at the same moment.
        exception when duplicate_object or unique_violation then null;
        end;
      end if;
      if not pg_has_role(current_user, '${APP_ROLE}', 'set') then
        begin
          execute format('grant ${APP_ROLE} to %I', current_user);
        exception when unique_violation then null;
        end;
      end if;
    end $$;
    create extension if not exists pg_trgm;
    grant usage on schema public to ${APP_ROLE};
  `);
}
