import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { clear, fill, isEmpty, verifyBackup } from '../platform/backup/index.ts';
import { openDatabase } from '../platform/database/index.ts';
import { InputError } from '../platform/errors.ts';
import { openFolder } from '../platform/files/index.ts';
import { saying } from '../plain/words.ts';
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
}

export interface Sealed {
  readonly path: string;
  readonly keyFile: string;
}

type Place = Pick<Config, 'dataFolder' | 'databaseUrl'>;

/**
 * Brings a backup back, wholly or not at all. It is read to its end before anything is written; on the embedded
 * database it then grows in a folder beside the real one, which gets its name only when everything is there.
 */
export async function restoreHome(sealed: Sealed, { dataFolder, databaseUrl }: Place): Promise<Restored> {
  const path = resolve(dataFolder);
  if (!(await isFolderEmpty(path))) throw new InputError(saying('app.restore.folderFull', { folder: path }));
  const header = await verifyBackup(sealed, MIGRATIONS);
  const draft = `${path}.restore-${randomUUID()}`;
  try {
    const folder = openFolder(draft);
    const database = await openDatabase({ url: databaseUrl, folder: folder.db, template: null });
    let steps: readonly string[];
    try {
      if (databaseUrl !== null && !(await isEmpty(database))) throw new InputError(saying('app.restore.databaseFull'));
      steps = await fill(database, sealed, header, MIGRATIONS, folder.uploads).catch(async (error: unknown) => {
        if (databaseUrl !== null) await clear(database);
        throw error;
      });
    } finally {
      await database.close();
    }
    if (existsSync(path)) await emptyOut(path);
    await rename(draft, path);
    await chmod(path, 0o700);
    const { site, madeAt, tables, rows, files } = header;
    return { site, madeAt, tables, rows, files, steps };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Brings a backup back into a folder that is thrown away afterwards, and looks at it there. */
export async function rehearse<Report>(
  sealed: Sealed,
  look: (place: Place) => Promise<Report>,
): Promise<{ readonly restored: Restored; readonly report: Report }> {
  const around = await mkdtemp(join(tmpdir(), 'geflecht-rehearsal-'));
  try {
    const place: Place = { dataFolder: join(around, 'data'), databaseUrl: null };
    return { restored: await restoreHome(sealed, place), report: await look(place) };
  } finally {
    await rm(around, { recursive: true, force: true });
  }
}

/** A folder that was only opened has its parts, but nothing in them. */
const PARTS = ['uploads', 'outbox', 'db'];

async function isFolderEmpty(path: string): Promise<boolean> {
  if (!existsSync(path)) return true;
  for (const name of await readdir(path)) {
    if (!PARTS.includes(name)) return false;
    if ((await readdir(join(path, name))).length > 0) return false;
  }
  return true;
}

/** Removes only folders that are empty: whatever has come meanwhile makes it stop. */
async function emptyOut(path: string): Promise<void> {
  for (const name of await readdir(path)) await rmdir(join(path, name));
  await rmdir(path);
}
