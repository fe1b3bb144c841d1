import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUseError, lockFolder, openFolder, sweepUploads, writeWhole } from './index.ts';
import { thisProcess } from './holder.ts';

let path = '';
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'folder-'));
});
afterEach(() => rmSync(path, { recursive: true }));

const lockFile = () => join(path, 'lock');

test('a folder that is worked in is refused with a sentence that says who and what to do', async () => {
  const lock = await lockFolder(path);
  const refusal: unknown = await lockFolder(path).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(FolderInUseError);
  expect(String(refusal)).toContain(`Prozess ${process.pid}`);
  expect(String(refusal)).toContain(path);
  expect(String(refusal)).toContain('GEFLECHT_DATA');
  await lock.release();
  await (await lockFolder(path)).release();
  expect(readdirSync(path)).toEqual(['outbox', 'uploads']);
});

test('the lock of a process that has ended is taken over at once', async () => {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  writeFileSync(lockFile(), JSON.stringify({ ...thisProcess(), pid: child.pid }));
  await (await lockFolder(path)).release();
});

test('a process that got the number of a dead one is not mistaken for it', async () => {
  writeFileSync(lockFile(), JSON.stringify({ ...thisProcess(), born: '1' }));
  await (await lockFolder(path)).release();
});

test('a torn lock holds nobody', async () => {
  writeFileSync(lockFile(), '{"pid": 1');
  await (await lockFolder(path)).release();
});

test('the lock of another machine is taken over when it has been silent', async () => {
  writeFileSync(lockFile(), JSON.stringify({ ...thisProcess(), host: 'elsewhere', space: 'elsewhere' }));
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lockFile(), longAgo, longAgo);
  await (await lockFolder(path)).release();
});

test('of many that come at once over a dead lock, one gets it', async () => {
  writeFileSync(lockFile(), JSON.stringify({ ...thisProcess(), born: '1' }));
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(path)));
  const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  expect(won).toHaveLength(1);
  await won[0]?.value.release();
});

test('releasing twice, or a lock that another has taken over, takes nothing away', async () => {
  const lock = await lockFolder(path);
  writeFileSync(lockFile(), 'of somebody else');
  await lock.release();
  expect(readFileSync(lockFile(), 'utf8')).toBe('of somebody else');
});

test('a file is replaced as a whole and leaves no draft', async () => {
  const folder = openFolder(path);
  const target = join(folder.outbox, '1.eml');
  await writeWhole(target, 'one');
  await writeWhole(target, 'two');
  expect(readFileSync(target, 'utf8')).toBe('two');
  await expect(writeWhole(join(folder.outbox, 'no', '1.eml'), 'x')).rejects.toThrow('ENOENT');
  expect(readdirSync(folder.outbox)).toEqual(['1.eml']);
});

test('half received files are swept away, but not while somebody may still be sending', async () => {
  const { uploads } = openFolder(path);
  for (const name of ['a.part', 'b', 'c.part']) writeFileSync(join(uploads, name), '');
  const now = new Date();
  const before = new Date(now.getTime() - 3_601_000);
  for (const name of ['a.part', 'b']) utimesSync(join(uploads, name), before, before);
  expect(await sweepUploads(uploads, now)).toBe(1);
  expect(readdirSync(uploads).toSorted()).toEqual(['b', 'c.part']);
});
