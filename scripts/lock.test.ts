import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from './lock.mjs';

/** Waits for the beginning, then goes through all locks; ends with 1 where somebody else is inside as well. */
const CHILD = `
import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
const [lock, folder, begin] = process.argv.slice(1);
const { withLock } = await import(lock);
await wait(Number(begin) - Date.now());
const inside = (each) => async () => {
  writeFileSync(each + '.inside', '', { flag: 'wx' });
  await wait(2);
  rmSync(each + '.inside');
};
await Promise.all(Array.from({ length: 200 }, (_, each) => withLock(folder + '/' + each, inside(folder + '/' + each))));
`;

test('of several that find a lock whose process is gone only one at a time is inside', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'geflecht-lock-'));
  const { pid: gone } = spawnSync(process.execPath, ['--eval', '']);
  for (let each = 0; each < 200; each += 1) writeFileSync(join(folder, String(each)), String(gone));
  const lock = new URL('lock.mjs', import.meta.url).href;
  const args = ['--input-type=module', '--eval', CHILD, lock, folder, String(Date.now() + 500)];
  const ended = Array.from({ length: 4 }, async () => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    return new Promise<number | null>((resolve) => child.once('exit', resolve));
  });
  expect(await Promise.all(ended)).toEqual([0, 0, 0, 0]);
  rmSync(folder, { recursive: true });
});

test('a lock that was left empty is taken over once nobody can be writing into it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'geflecht-lock-'));
  const file = join(folder, 'lock');
  writeFileSync(file, '');
  const before = new Date(Date.now() - 60_000);
  utimesSync(file, before, before);
  expect(await withLock(file, () => 'inside')).toBe('inside');
  expect(existsSync(file)).toBe(false);
  rmSync(folder, { recursive: true });
});

test('a lock that is empty for a moment is waited for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'geflecht-lock-'));
  const file = join(folder, 'lock');
  writeFileSync(file, '');
  let isFree = false;
  setTimeout(() => {
    isFree = true;
    rmSync(file);
  }, 500);
  expect(await withLock(file, () => isFree)).toBe(true);
  rmSync(folder, { recursive: true });
});
