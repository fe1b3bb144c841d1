// One process at a time. Only builtins: this runs before anything is installed, under any Node from 20 on.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process holds the lock `file`; waits for the other one otherwise.
 * A lock whose process is gone is taken over.
 *
 * @template Outcome
 * @param {string} file
 * @param {() => Outcome | Promise<Outcome>} work
 * @returns {Promise<Outcome>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) {
    if (isAbandoned(file)) await discard(file);
    else await sleep(200);
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

/** @param {string} file */
function isAbandoned(file) {
  let holder = Number.NaN;
  try {
    holder = Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  // Between creating the file and writing the number the file is empty for a moment.
  if (!Number.isInteger(holder) || holder <= 0) return false;
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
