import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdSecret, sealWords } from './index.ts';

const WORDS = 'anker birke dose erle fluss garten';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'geflecht-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the secret is made once, for nobody else to read, and seals alike after every start', async () => {
  await Promise.all([holdSecret(folder, null), holdSecret(folder, null)]);
  const sealed = sealWords('rescue', WORDS);
  await holdSecret(folder, 'another-secret-that-is-long-enough-for-it-43');
  expect(sealWords('rescue', WORDS)).not.toBe(sealed);
  await holdSecret(folder, null);
  expect(sealWords('rescue', WORDS)).toBe(sealed);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  expect(sealed).not.toContain(readFileSync(join(folder, 'secret'), 'utf8').trim());
});

test('words for one purpose open nothing of another', async () => {
  await holdSecret(folder, null);
  expect(sealWords('invitation', WORDS)).not.toBe(sealWords('letter', WORDS));
});

test('a file that holds no secret stops the start', async () => {
  writeFileSync(join(folder, 'secret'), '\n');
  await expect(holdSecret(folder, null)).rejects.toThrow('no secret');
});
