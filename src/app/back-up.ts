import { join, basename } from 'node:path';
import { findFilesInUse } from '../areas/lists/index.ts';
import { system } from '../plain/actor.ts';
import { backUp, findBackups, pruneBackups, type Backup } from '../platform/backup/index.ts';
import { findInstallation } from '../platform/installation/index.ts';
import type { Home } from './home.ts';
import type { Rounds } from './rounds.ts';

/**
 * Tables whose rows stay out of every backup, and why. What opens a door must not come back after it was closed, and
 * with a new secret for links none of the old ones opens anything;
 * a mail must not go out a second time; and how often somebody guessed is forgotten within a day anyway.
 */
export const LEFT_OUT: readonly string[] = [
  'session',
  'entrance',
  'throttle',
  'ceremony',
  'half_sign_in',
  'recovery',
  'recovery_consent',
  'invitation',
  'mail',
  'link_secret',
];

/** Writes a backup of this installation and removes those that are older than they may be. */
export async function backUpHome(
  home: Pick<Home, 'database' | 'folder' | 'clock'>,
  folder: string,
  recipients: readonly string[],
): Promise<Backup & { readonly removed: readonly string[] }> {
  const now = home.clock.now();
  const installation = await home.database.as(system('backup')).read((db) => findInstallation(db));
  const backup = await backUp(home.database, folder, recipients, {
    site: installation?.site ?? '',
    now,
    leftOut: LEFT_OUT,
    files: async (tx) => [...(await findFilesInUse(tx))].map((file) => join(home.folder.uploads, basename(file))),
  });
  return { ...backup, removed: await pruneBackups(folder, now) };
}

const HOUR_MS = 3_600_000;
/** A little less than a day, so that the hour does not wander. */
const EVERY_MS = 23.5 * HOUR_MS;

/** Where a folder and a receiver are set, the running server makes a backup a day. */
export function addBackups(
  home: Pick<Home, 'config' | 'database' | 'folder' | 'clock' | 'log'>,
  rounds: Pick<Rounds, 'add'>,
): void {
  const { folder, recipient } = home.config.backup;
  if (folder === null || recipient === null) return;
  rounds.add('backup', HOUR_MS, async () => {
    const now = home.clock.now().getTime();
    // One from the future was made by a clock that was wrong: it is no reason to wait.
    const last = (await findBackups(folder)).findLast(({ madeAt }) => madeAt.getTime() <= now);
    if (last !== undefined && now - last.madeAt.getTime() < EVERY_MS) return;
    const { rows, bytes } = await backUpHome(home, folder, recipientsIn(recipient));
    home.log.info('backup written', { count: rows, bytes });
  });
}

/** Several receivers are separated by commas: each can open it alone. */
export function recipientsIn(text: string | null): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
