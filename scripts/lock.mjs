// One process at a time. Only builtins: this runs before anything is installed, under any Node from 20 on.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Between creating its file and writing the number into it a process needs far less. */
const LONGEST_EMPTY_MS = 10_000;
const QUIET_MS = 10_000;
const LOOK_MS = 200;

/**
 * Runs `work` while no other process holds the lock `file`; waits for the other one otherwise, and says so when that
 * takes long. A lock whose process is gone, or that was left empty by a full disk, is taken over.
 *
 * @template Outcome
 * @param {string} file
 * @param {() => Outcome | Promise<Outcome>} work
 * @returns {Promise<Outcome>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  const tellAt = Date.now() + QUIET_MS;
  for (let isTold = false; !take(file);) {
    if (isAbandoned(file)) await discard(file);
    else await sleep(LOOK_MS);
    if (!isTold && Date.now() > tellAt) isTold = tell(file);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Somebody may wait for a process that has taken over the number of one that is long gone.
 *
 * @param {string} file
 */
function tell(file) {
  process.stderr.write(`Waiting for the process whose number is in ${file}. If none works here, delete that file.\n`);
  return true;
}

/** @param {string} file */
function isAbandoned(file) {
  let holder = Number.NaN;
  let sinceMs = 0;
  try {
    holder = Number(readFileSync(file, 'utf8'));
    sinceMs = Date.now() - statSync(file).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  if (!Number.isInteger(holder) || holder <= 0) return sinceMs > LONGEST_EMPTY_MS;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/**
 * One at a time looks again and clears it away: by now it may be the lock of somebody who is at work.
 *
 * @param {string} file
 * @returns {Promise<void>}
 */
function discard(file) {
  return withLock(`${file}.clearing`, () => {
    if (isAbandoned(file)) rmSync(file, { force: true });
  });
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
