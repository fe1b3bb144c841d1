import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_TEXT, FOURTH_TEXT, NUJIN } from '../../../test/agreement.ts';
import { changesBetween, EMPTY_TEXT } from './text.ts';
import { firstBreak, hashOfVersion, type Version } from './version.ts';

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

function historyOf(
  texts: readonly (typeof FIRST_TEXT)[],
): readonly { readonly version: Version; readonly hash: string }[] {
  const history: { readonly version: Version; readonly hash: string }[] = [];
  for (const text of texts) {
    const former = history.at(-1);
    const before = { ...EMPTY_TEXT, paragraphs: former?.version.text.paragraphs ?? [] };
    const changes = changesBetween(before, text).map((change) => ({
      ...change,
      proposal: `proposal-${history.length}`,
      by: NUJIN,
      acceptedBy: ['bildungswerk'],
    }));
    const version: Version = {
      agreement: 'agreement',
      number: history.length + 1,
      former: former?.hash ?? null,
      day: '2026-11-21',
      changes,
      text: { languages: text.languages, paragraphs: applied(before.paragraphs, text) },
    };
    history.push({ version, hash: hashOfVersion(version) });
  }
  return history;
}

/** The order in which paragraphs stand is the one in which they came. */
function applied(
  before: (typeof FIRST_TEXT)['paragraphs'],
  text: typeof FIRST_TEXT,
): (typeof FIRST_TEXT)['paragraphs'] {
  const kept = before.flatMap(({ id }) => text.paragraphs.filter((one) => one.id === id));
  return [...kept, ...text.paragraphs.filter(({ id }) => !before.some((one) => one.id === id))];
}

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
