import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { migrate, openDatabase, type Database, type Step } from '../src/platform/database/index.ts';

const EMPTY = '.cache/empty-database.tar';

/**
 * A database of its own for one test file: PGlite in memory, or, when
 * `GEFLECHT_TEST_DATABASE_URL` names a server, a new database there.
 */
export async function openTestDatabase(steps: readonly Step[]): Promise<Database> {
  const server = process.env['GEFLECHT_TEST_DATABASE_URL'];
  const database = server === undefined ? await openEmbedded() : await openOnServer(server);
  await migrate(database, steps);
  return database;
}

async function openEmbedded(): Promise<Database> {
  if (!existsSync(EMPTY)) {
    const first = await openDatabase({ url: null, folder: 'memory://', template: null });
    await mkdir('.cache', { recursive: true });
    const draft = `${EMPTY}.${randomUUID()}`;
    await writeFile(draft, await first.dump());
    await rename(draft, EMPTY);
    await first.close();
  }
  return openDatabase({ url: null, folder: 'memory://', template: EMPTY });
}

async function openOnServer(server: string): Promise<Database> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return openDatabase({ url: url.href, folder: '', template: null });
}
