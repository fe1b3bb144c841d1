import { cp, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { Kysely } from 'kysely';
import { CopiedInMemory } from './copied-in-memory.ts';
import type { Engine } from './engine.ts';
import { embeddedDriver } from './embedded-driver.ts';
import { EmbeddedPostgres } from './embedded.ts';
import { createQueue } from './queue.ts';
import type { Tables } from './tables.ts';

const INT8 = 20;
const DATE = 1082;

/** Small buffers: a city's register fits, and an old machine keeps its memory. */
const START = [
  ...PGlite.defaultStartParams,
  '-c',
  'shared_buffers=24MB',
  '-c',
  'jit=off',
  '-c',
  'work_mem=16MB',
  '-c',
  'random_page_cost=1.1',
];

export interface PgliteOptions {
  /** The data folder of the database, or `memory://` for tests. */
  readonly folder: string;
  /** The folder of an initialised database that a new one starts from: saves the seconds and the memory that initdb takes. */
  readonly template: string | null;
}

/** PostgreSQL inside this process. One process a folder: whoever calls this holds the folder's lock. */
export async function openPglite({ folder, template }: PgliteOptions): Promise<Engine> {
  const inMemory = folder.startsWith('memory://');
  if (!inMemory && template !== null) await startFrom(template, folder);
  const pglite = new EmbeddedPostgres({
    ...(inMemory && template !== null ? { fs: new CopiedInMemory(template) } : { dataDir: folder }),
    extensions: { pg_trgm },
    startParams: START,
    parsers: { [INT8]: Number, [DATE]: (text: string) => text },
  });
  await pglite.waitReady;
  const queue = createQueue();
  const driver = embeddedDriver(pglite);
  return {
    name: 'pglite',
    kysely: new Kysely<Tables>({ dialect: driver.dialect }),
    // The dialect has one connection and no queue of its own: without this, a second
    // transaction would run inside the first.
    exclusive: (work) =>
      queue(() => {
        pglite.demandRunning();
        return work();
      }),
    sql: async (text, values) => ({ rows: (await driver.run(text, values)).rows }),
    exec: async (text) => {
      driver.forgetAll();
      await pglite.exec(text);
    },
    stopped: pglite.stopped,
    close: () => pglite.close(),
  };
}

/** Copies the template beside the folder first: a copy that was cut off never looks like a database. */
async function startFrom(template: string, folder: string): Promise<void> {
  if (existsSync(`${folder}/PG_VERSION`)) return;
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await cp(template, draft, { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
}
