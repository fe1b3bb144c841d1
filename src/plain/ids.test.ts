import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idFor, isId, newId } from './ids.ts';

test('new ids sort in the order they were made, also within one millisecond', () => {
  const at = new Date('2026-11-21T10:00:00Z');
  const ids = Array.from({ length: 20_000 }, () => newId(at));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isId)).toBe(true);
});

test('a later moment gives a later id', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 1e9 }),
      (at, gap) => {
        expect(newId(at) < newId(new Date(at.getTime() + gap))).toBe(true);
      },
    ),
  );
});

test('the same text always gives the same id, another text another', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => (idFor(a) === idFor(b)) === (a === b) && isId(idFor(a))));
});

test('the id of a text stays the same for ever: it is in addresses', () => {
  expect(idFor('nujin')).toBe('93d93899-f4b1-8d54-9cd7-609caeb8da42');
});
