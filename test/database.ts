import { createHash, randomUUID } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { migrate, openDatabase, type Database, type Step } from '../src/platform/database/index.ts';

const CACHE = '.cache';

/**
 * A database of its own for one test file with these steps taken: PGlite in memory, or, when
 * `GEFLECHT_TEST_DATABASE_URL` names a server, a new database there. The steps are taken once and copied from then on.
 */
export async function openTestDatabase(steps: readonly Step[]): Promise<Database> {
  const server = process.env['GEFLECHT_TEST_DATABASE_URL'];
  const key = keyOf(steps);
  if (server === undefined) return openEmbedded(`${CACHE}/migrated-${key}.tar`, steps);
  const template = `migrated_${key}`;
  await once(server, template, steps);
  return openOn(server, template);
}

/** The same without a single table. */
export async function openBareDatabase(): Promise<Database> {
  const server = process.env['GEFLECHT_TEST_DATABASE_URL'];
  return server === undefined ? openEmbedded(`${CACHE}/bare-database.tar`, null) : openOn(server);
}

/** Other steps, or the same in other words, are another database. */
function keyOf(steps: readonly Step[]): string {
  const files = ['src/**/migrations/*.ts', 'src/**/wall.ts', 'src/platform/database/*.ts'];
  const hash = createHash('sha256').update(steps.map(({ name, up }) => `${name} ${String(up)}`).join());
  for (const file of globSync(files).toSorted()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

async function openEmbedded(template: string, steps: readonly Step[] | null): Promise<Database> {
  if (!existsSync(template)) {
    const first = await openDatabase({ url: null, folder: 'memory://', template: null });
    if (steps !== null) await migrate(first, steps);
    await mkdir(CACHE, { recursive: true });
    const draft = `${template}.${randomUUID()}`;
    await writeFile(draft, await first.dump());
    await rename(draft, template);
    await first.close();
  }
  return openDatabase({ url: null, folder: 'memory://', template });
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
