import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { APP_ROLE, type Database } from './open.ts';

/** One step forward. `name` begins with its day (`2026-11-21-claims`) and is never changed after a release. */
export interface Step {
  readonly name: string;
  readonly up: (db: Kysely<unknown>) => Promise<void>;
}

/** Brings the tables up to date. The order is that of the list. Returns the names of what was done. */
export async function migrate(database: Database, steps: readonly Step[]): Promise<readonly string[]> {
  await prepareRole(database);
  const numbered = steps.map((step, index): [string, Migration] => [
    `${String(index + 1).padStart(3, '0')}-${step.name}`,
    { up: (db) => step.up(db) },
  ]);
  const migrator = new Migrator({
    db: database.underneath.kysely,
    provider: { getMigrations: () => Promise.resolve(Object.fromEntries(numbered)) },
  });
  const { error, results } = await database.underneath.exclusive(() => migrator.migrateToLatest());
  if (error !== undefined) throw error instanceof Error ? error : new Error(String(error));
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

/** The app's role, and the right of whoever is connected to act as it. Needs CREATEROLE on a server, once. */
async function prepareRole(database: Database): Promise<void> {
  await database.exec(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
        create role ${APP_ROLE} nologin nobypassrls;
      end if;
      if not pg_has_role(current_user, '${APP_ROLE}', 'set') then
        execute format('grant ${APP_ROLE} to %I', current_user);
      end if;
    end $$;
    create extension if not exists pg_trgm;
    grant usage on schema public to ${APP_ROLE};
  `);
}
