import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
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

/** The ending of a file that is not whole yet, or that nobody keeps. */
export const PART = '.part';

/** No upload goes on for longer. */
const UPLOAD_MS = 3_600_000;

/** Removes what a killed process has left half received. Whatever is being received now stays, also that of others. */
export async function sweepUploads(uploads: string, now: Date): Promise<number> {
  let count = 0;
  for (const name of (await readdir(uploads)).filter((each) => each.endsWith(PART))) {
    const path = join(uploads, name);
    const { mtimeMs } = (await stat(path).catch(() => null)) ?? { mtimeMs: Infinity };
    if (now.getTime() - mtimeMs < UPLOAD_MS) continue;
    await rm(path, { force: true });
    count += 1;
  }
  return count;
}
