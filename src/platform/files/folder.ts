import { mkdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The data folder of an installation: everything that has to be backed up lies in it. */
export interface Folder {
  readonly path: string;
  /** The embedded database. Empty when a server is used. */
  readonly db: string;
  /** Files that people handed in, until they have been taken over. */
  readonly uploads: string;
  /** Mails as `.eml` where no mail server is set. */
  readonly outbox: string;
  /** Says which process works in this folder. */
  readonly lock: string;
}

/** Makes what is missing. Only the owner of the process can look inside. */
export function openFolder(path: string): Folder {
  const root = resolve(path);
  const folder: Folder = {
    path: root,
    db: join(root, 'db'),
    uploads: join(root, 'uploads'),
    outbox: join(root, 'outbox'),
    lock: join(root, 'lock'),
  };
  for (const part of [folder.path, folder.uploads, folder.outbox]) mkdirSync(part, { recursive: true, mode: 0o700 });
  return folder;
}

/** The ending of a file that is not whole yet. */
export const PART = '.part';

/** Removes what a killed process has left half received. Call it only while holding the folder's lock. */
export async function sweepUploads(folder: Folder): Promise<number> {
  const halves = (await readdir(folder.uploads)).filter((name) => name.endsWith(PART));
  for (const name of halves) await rm(join(folder.uploads, name), { force: true });
  return halves.length;
}
