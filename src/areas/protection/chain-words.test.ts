import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actKey } from './chain-words.ts';

const src = join(import.meta.dirname, '..', '..');

/** Every past verb that the program leaves a note with. */
const acts = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .flatMap((path) => [...readFileSync(join(src, path), 'utf8').matchAll(/\bact: '([a-z]+\.[a-zA-Z]+)'/g)])
  .flatMap(([, act]) => (act === undefined ? [] : [act]));

test('whatever is noted for an organisation is told to it in words', () => {
  expect(acts.length).toBeGreaterThan(20);
  expect(acts.filter((act) => actKey(act) === 'other')).toEqual([]);
});

test('a note of a later version is told by its name', () => {
  expect(actKey('moon.landed')).toBe('other');
});
