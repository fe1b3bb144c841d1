import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idFor } from '../../../plain/ids.ts';
import { declareFields, type Field } from '../field.ts';
import { isValue, readValue, showValue } from './index.ts';
import { loadWords } from '../../../platform/words/index.ts';

const members: Field = field();
const words = loadWords('src').in('de');

function field(): Field {
  const found = declareFields('network', {
    members: { kind: 'subjects', halfLifeDays: 1 },
  }).fields.get('members');
  if (found === undefined) throw new Error('no field members');
  return found;
}

test('references are ids, sorted, each once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 20 }), (names) => {
      const ids = names.map((name) => idFor(name)).toSorted();
      expect(isValue(members, ids)).toBe(true);
      expect(isValue(members, [...ids, ids.at(-1) ?? ''])).toBe(false);
      expect(isValue(members, ids.toReversed())).toBe(ids.length === 1);
    }),
  );
  for (const wrong of [[], ['x'], [''], idFor('a'), {}, null, [7]]) expect(isValue(members, wrong)).toBe(false);
});

test('what is referred to is shown by its name and leads there', () => {
  const [first, second] = [idFor('nujin'), idFor('treff')].toSorted();
  const named = new Map([[first ?? '', { href: `/organisationen/${first}`, text: 'Komeleya Jinan', language: 'kmr' }]]);
  expect(showValue(members, [first ?? '', second ?? ''], words, named)).toEqual([
    { href: `/organisationen/${first}`, text: 'Komeleya Jinan', language: 'kmr' },
    { text: 'ein Eintrag ohne öffentlichen Namen' },
  ]);
});

test('what the reader may not know is only counted', () => {
  const ids = [idFor('a'), idFor('b')].toSorted();
  expect(showValue(members, ids, words)).toEqual([{ text: '2 Einträge ohne öffentlichen Namen' }]);
});

test('no cell is read as a reference', () => {
  expect(readValue(members, idFor('a'), { country: 'DE' })).toEqual({
    ok: false,
    issue: { key: 'claims.subjects.elsewhere' },
  });
});
