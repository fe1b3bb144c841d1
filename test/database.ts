import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrate, openDatabase, type Database, type Step } from '../src/platform/database/index.ts';
import { keyOf, templateWith } from './database-template.ts';

/**
 * A database of its own for one test file with these steps taken: PGlite in memory, or, when
 * `GEFLECHT_TEST_DATABASE_URL` names a server, a new database there. The steps are taken once and copied from then on.
 */
export async function openTestDatabase(steps: readonly Step[]): Promise<Database> {
  const server = process.env['GEFLECHT_TEST_DATABASE_URL'];
  if (server === undefined) return openEmbedded(steps);
  const template = `migrated_${keyOf(steps)}`;
  await once(server, template, steps);
  return openOn(server, template);
}

/** The same without a single table. */
export async function openBareDatabase(): Promise<Database> {
  const server = process.env['GEFLECHT_TEST_DATABASE_URL'];
  return server === undefined ? openEmbedded(null) : openOn(server);
}

async function openEmbedded(steps: readonly Step[] | null): Promise<Database> {
  return openDatabase({ url: null, folder: 'memory://', template: await templateWith(steps) });
}

/** Takes the steps in a database of that name, unless some other test file has done so. */
async function once(server: string, template: string, steps: readonly Step[]): Promise<void> {
  if ((await ask(server, `select 1 from pg_database where datname = '${template}'`)) > 0) return;
  const draft = await emptyDatabaseOn(server);
  const database = await openDatabase({ url: draft, folder: '', template: null });
  await migrate(database, steps);
  await database.close();
  const name = new URL(draft).pathname.slice(1);
  // Two files may get here at once: the second finds the name taken and leaves its own draft behind.
  await ask(server, `alter database ${name} rename to ${template}`).catch(() => undefined);
}

async function openOn(server: string, template?: string): Promise<Database> {
  return openDatabase({ url: await emptyDatabaseOn(server, template), folder: '', template: null });
}

/** The address of a new database on a server: empty, or a copy of another one. */
export async function emptyDatabaseOn(server: string, template = 'template1'): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await ask(server, `create database ${name} template ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** How many rows the server answers with. */
async function ask(server: string, statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return (await client.query(statement)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
