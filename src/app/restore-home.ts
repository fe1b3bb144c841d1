import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { clear, fill, finishFilling, isEmpty, verifyBackup } from '../platform/backup/index.ts';
import { openDatabase, type Database } from '../platform/database/index.ts';
import { InputError } from '../platform/errors.ts';
import { openFolder } from '../platform/files/index.ts';
import { saying } from '../plain/words.ts';
import { closeAfterRestore, type Review } from './after-restore.ts';
import { LEFT_OUT } from './back-up.ts';
import { closeHouse } from './closed-house.ts';
import type { Config } from './config.ts';
import { MIGRATIONS } from './migrations.ts';

export interface Restored {
  readonly site: string;
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** The steps that the tables took after the backup. */
  readonly steps: readonly string[];
  readonly review: Review;
}

export interface Sealed {
  readonly path: string;
  readonly keyFile: string;
  /** Nothing has happened since the backup: everything is open that was open then. */
  readonly asItWas: boolean;
}

type Place = Pick<Config, 'dataFolder' | 'databaseUrl'>;

/**
 * Brings a backup back, wholly or not at all. It is read to its end before anything is written; on the embedded
 * database it then grows in a folder beside the real one, which gets its name only when everything is there. A
 * database on a server is marked until the end, and emptied again after a fault.
 */
export async function restoreHome(sealed: Sealed, { dataFolder, databaseUrl }: Place, now: Date): Promise<Restored> {
  const path = resolve(dataFolder);
  if (!(await isFolderEmpty(path))) throw new InputError(saying('app.restore.folderFull', { folder: path }));
  const { schema, ...header } = await verifyBackup(sealed, MIGRATIONS);
  const draft = `${path}.restore-${randomUUID()}`;
  try {
    const folder = openFolder(draft);
    const database = await openDatabase({ url: databaseUrl, folder: folder.db, template: null });
    const bringBack = async () => {
      const filling = { steps: MIGRATIONS, uploads: folder.uploads, leftOut: LEFT_OUT };
      const steps = await fill(database, sealed, { schema }, filling);
      const review = await closeAfterRestore(database, { ...header, asItWas: sealed.asItWas }, now);
      if (review.closed) await closeHouse(folder.path);
      // The folder of a server holds the sign that the house is closed: it is there before the database can be opened.
      if (databaseUrl !== null) await takeTheName(draft, path);
      await finishFilling(database);
      return { steps, review };
    };
    const result = await closing(database, databaseUrl === null ? bringBack : () => onServer(database, bringBack));
    if (databaseUrl === null) await takeTheName(draft, path);
    const { site, madeAt, tables, rows, files } = header;
    return { site, madeAt, tables, rows, files, ...result };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function closing<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    await database.close();
  }
}

/** Into an empty database only, which is empty again after a fault. */
async function onServer<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  if (!(await isEmpty(database))) throw new InputError(saying('app.restore.databaseFull'));
  return work().catch(async (error: unknown) => {
    await clear(database);
    throw error;
  });
}

async function takeTheName(draft: string, path: string): Promise<void> {
  if (existsSync(join(path, SECRET))) await copyFile(join(path, SECRET), join(draft, SECRET));
  if (existsSync(path)) await emptyOut(path);
  await rename(draft, path);
  await chmod(path, 0o700);
}

/** Brings a backup back into a folder that is thrown away afterwards, and looks at it there. */
export async function rehearse<Report>(
  sealed: Sealed,
  now: Date,
  look: (place: Place) => Promise<Report>,
): Promise<{ readonly restored: Restored; readonly report: Report }> {
  const around = await mkdtemp(join(tmpdir(), 'geflecht-rehearsal-'));
  try {
    const place: Place = { dataFolder: join(around, 'data'), databaseUrl: null };
    return { restored: await restoreHome(sealed, place, now), report: await look(place) };
  } finally {
    await rm(around, { recursive: true, force: true });
  }
}

/** A folder that was only opened has its parts, but nothing in them. */
const PARTS = ['uploads', 'outbox', 'db'];

/** What seals words on paper is in no backup. Whoever kept the file lays it into the folder first. */
const SECRET = 'secret';

export function isSecretThere({ dataFolder }: Pick<Place, 'dataFolder'>): boolean {
  return existsSync(join(dataFolder, SECRET));
}

async function isFolderEmpty(path: string): Promise<boolean> {
  if (!existsSync(path)) return true;
  for (const name of await readdir(path)) {
    if (name === SECRET) continue;
    if (!PARTS.includes(name)) return false;
    if ((await readdir(join(path, name))).length > 0) return false;
  }
  return true;
}

/** Removes only folders that are empty: whatever has come meanwhile makes it stop. */
async function emptyOut(path: string): Promise<void> {
  await rm(join(path, SECRET), { force: true });
  for (const name of await readdir(path)) await rmdir(join(path, name));
  await rmdir(path);
}
