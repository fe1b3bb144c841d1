import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_TEXT, FOURTH_TEXT, historyOf } from '../../../test/agreement.ts';
import { firstBreak, hashOfVersion } from './version.ts';

const HISTORY = historyOf([FIRST_TEXT, FOURTH_TEXT]);

test('versions follow from each other', () => {
  expect(firstBreak(HISTORY)).toBeNull();
});

test('each changed value anywhere in a version is found', () => {
  const paths = pathsOf(HISTORY);
  expect(paths.length).toBeGreaterThan(100);
  fc.assert(
    fc.property(fc.constantFrom(...paths), (path) => {
      expect(firstBreak(changedAt(HISTORY, path))).not.toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('a version that is left out, doubled or put elsewhere is found, also with a fitting hash', () => {
  const [first, second] = HISTORY;
  if (first === undefined || second === undefined) throw new Error('two versions');
  expect(firstBreak([second])).toMatchObject({ why: 'number' });
  expect(firstBreak([first, first])).toMatchObject({ why: 'number' });
  const forged = { ...second.version, former: 'f'.repeat(64) };
  expect(firstBreak([first, { version: forged, hash: hashOfVersion(forged) }])).toMatchObject({ why: 'former' });
  const other = { ...second.version, changes: second.version.changes.slice(1) };
  expect(firstBreak([first, { version: other, hash: hashOfVersion(other) }])).toMatchObject({ why: 'changes' });
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]));
}

/** A copy in which the value at a path is another one. */
function changedAt(history: typeof HISTORY, path: Path): typeof HISTORY {
  return changed(history, path) as typeof HISTORY;
}

function changed(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) {
    if (typeof value === 'number') return value + 1;
    return typeof value === 'boolean' ? !value : `${String(value)}x`;
  }
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  return Object.assign(copy, { [key]: changed(Reflect.get(copy, key), rest) });
}
