import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { openFolder } from './folder.ts';
import { isAlive, isNeighbour, readHolder, thisProcess, type Holder } from './holder.ts';

export interface Lock {
  release(): Promise<void>;
}

/** Two processes on one embedded database destroy it; so the second one ends with a sentence that helps. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  readonly pid: number;
  constructor(path: string, { pid, host }: Holder) {
    super(
      [
        `Im Ordner ${path} arbeitet schon ein anderes Geflecht (Prozess ${pid} auf ${host}).`,
        `Beende es zuerst (zum Beispiel mit "kill ${pid}"), oder nimm mit GEFLECHT_DATA einen anderen Ordner.`,
        `Another Geflecht already works in the folder ${path} (process ${pid} on ${host}).`,
        `End it first (for example with "kill ${pid}"), or choose another folder with GEFLECHT_DATA.`,
      ].join('\n'),
    );
    this.pid = pid;
  }
}

/** How often a holder says that it lives, and after how long a silent one elsewhere counts as gone. */
const TOUCH_MS = 3_000;
const SILENT_MS = 12_000;

/**
 * Takes the data folder for this process. The lock of a process that has ended is taken over at
 * once; one of another machine or container, whose processes cannot be seen from here, when it
 * has been silent for twelve seconds.
 *
 * @throws FolderInUseError when somebody else works in it
 */
export async function lockFolder(path: string): Promise<Lock> {
  const { lock } = openFolder(path);
  const mine = JSON.stringify({ ...thisProcess(), key: randomUUID() });
  for (let attempt = 0; !(await place(lock, mine)); attempt += 1) {
    const theirs = await readFile(lock, 'utf8').catch(ignoreMissing);
    if (theirs === null) continue;
    const holder = readHolder(theirs);
    if (holder !== null && (attempt > 20 || (await isHeld(lock, holder)))) throw new FolderInUseError(path, holder);
    await moveAway(lock, theirs);
  }
  const touching = setInterval(() => void utimes(lock, new Date(), new Date()).catch(ignoreMissing), TOUCH_MS);
  touching.unref();
  return {
    async release() {
      clearInterval(touching);
      if ((await readFile(lock, 'utf8').catch(ignoreMissing)) === mine) await rm(lock, { force: true });
    },
  };
}

/** A link appears whole or not at all, and only if nothing is there: two cannot both succeed. */
async function place(lock: string, content: string): Promise<boolean> {
  const draft = `${lock}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function isHeld(lock: string, holder: Holder): Promise<boolean> {
  if (isNeighbour(holder)) return isAlive(holder);
  for (;;) {
    const before = await stat(lock).catch(ignoreMissing);
    if (before === null || Date.now() - before.mtimeMs > SILENT_MS) return false;
    await wait(SILENT_MS - (Date.now() - before.mtimeMs) + 50);
    const after = await stat(lock).catch(ignoreMissing);
    if (after !== null && after.mtimeMs > before.mtimeMs) return true;
  }
}

/** Between reading a dead lock and moving it, somebody may have placed a living one: that one goes back. */
async function moveAway(lock: string, expected: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
    if ((await readFile(aside, 'utf8')) !== expected) await link(aside, lock);
  } catch (error) {
    ignoreMissing(error);
  } finally {
    await rm(aside, { force: true });
  }
}

function ignoreMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EEXIST')) return null;
  throw error;
}
