import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByKey } from './sort-by-key.ts';

test('things stand in the order of their keys, those of one key as they came, and the starts part the keys', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(8)), (keys) => {
      const { things, starts } = sortByKey(Uint16Array.from(keys), 9);
      expect([...things]).toEqual([...keys.keys()].toSorted((a, b) => keys[a]! - keys[b]! || a - b));
      for (let key = 0; key < 9; key += 1)
        expect(starts[key + 1]! - starts[key]!).toBe(keys.filter((one) => one === key).length);
    }),
  );
});
