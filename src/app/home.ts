import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportWork } from '../areas/lists/index.ts';
import { openGazetteer, rhoenauTable, type Gazetteer } from '../areas/places/index.ts';
import { system } from '../plain/actor.ts';
import { saying } from '../plain/words.ts';
import { systemClock, type Clock } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { isUnfinished } from '../platform/backup/index.ts';
import { migrate, openDatabase, type Database } from '../platform/database/index.ts';
import { InputError } from '../platform/errors.ts';
import { createEvents, type Events } from '../platform/events.ts';
import { lockFolder, openFolder, type Folder } from '../platform/files/index.ts';
import { createLog, type Log } from '../platform/log/index.ts';
import { holdSecret } from '../platform/secret/index.ts';
import { loadWords, type WordsOffice } from '../platform/words/index.ts';
import type { Config } from './config.ts';
import { MIGRATIONS } from './migrations.ts';
import { REGISTER } from './register.ts';
import { renamedAmong } from './renamed.ts';

/** Where the program lies: `dist/geflecht.js` and `src/app/*.ts` are both two steps below or beside it. */
export const ROOT = join(import.meta.dirname, basename(import.meta.dirname) === 'dist' ? '..' : '../..');

/** Everything that a process of this installation needs, open and up to date. */
export interface Home {
  readonly config: Config;
  readonly folder: Folder;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Events;
  readonly words: WordsOffice;
  readonly gazetteer: Gazetteer;
  /** The program itself as an actor, for a task. */
  as(task: string): Context;
  /** What the steps of imports need. */
  readonly imports: ImportWork;
  /** The steps that the tables took when this was opened. */
  readonly steps: readonly string[];
  close(): Promise<void>;
}

/** Opens the data folder (and locks it for the embedded database), brings the tables up to date. */
export async function openHome(config: Config): Promise<Home> {
  const log = createLog({ level: config.logLevel });
  const folder = openFolder(config.dataFolder);
  const lock = config.databaseUrl === null ? await lockFolder(config.dataFolder) : null;
  await holdSecret(config.dataFolder, config.secret);
  const { database, steps } = await openUpToDate(config, folder).catch(async (error: unknown) => {
    await lock?.release();
    throw error;
  });
  const clock = systemClock;
  const words = loadWords(join(ROOT, 'src'), { strict: config.development, log });
  const gazetteer = openGazetteer({ extra: [rhoenauTable()] });
  const events = createEvents(log);
  const pathOf = (file: string) => join(folder.uploads, basename(file));
  return {
    config,
    folder,
    database,
    clock,
    log,
    events,
    words,
    gazetteer,
    steps,
    as: (task) => ({ db: database.as(system(task)), actor: system(task), clock, words: words.in('de'), events }),
    imports: {
      db: database.as(system('import')),
      actor: system('import'),
      clock,
      register: REGISTER,
      gazetteer,
      pathOf,
      removeFile: (file) => rm(pathOf(file), { force: true }),
      renamed: renamedAmong,
    },
    close: async () => {
      await database.close();
      await lock?.release();
    },
  };
}

async function openUpToDate(
  config: Config,
  folder: Folder,
): Promise<{ readonly database: Database; readonly steps: readonly string[] }> {
  const template = join(ROOT, 'dist/database');
  const database = await openDatabase({
    url: config.databaseUrl,
    folder: folder.db,
    template: existsSync(template) ? template : null,
  });
  try {
    if (await isUnfinished(database)) throw new InputError(saying('platform.backup.unfinished'));
    return { database, steps: await migrate(database, MIGRATIONS) };
  } catch (error) {
    await database.close();
    throw error;
  }
}
