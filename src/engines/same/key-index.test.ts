import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexOf, newEntries, pushEntry, recordsOf } from './key-index.ts';

test('every record stands under each of its keys once, ascending', () => {
  const key = fc.oneof(
    fc.nat(5),
    fc.integer({ min: 0xfffffff0, max: 0xffffffff }),
    fc.integer({ min: 0, max: 0xffffffff }),
  );
  const entries = fc.array(fc.tuple(key, fc.nat(30)), { maxLength: 200 });
  fc.assert(
    fc.property(entries, key, (pairs, unknown) => {
      const ordered = pairs.toSorted(([, a], [, b]) => a - b);
      const taken = newEntries();
      for (const [one, record] of ordered) pushEntry(taken, one, record);
      const index = indexOf(taken);
      const known = Map.groupBy(ordered, ([one]) => one);
      for (const one of [...known.keys(), unknown]) {
        const [from, to] = recordsOf(index, one);
        const expected = [...new Set((known.get(one) ?? []).map(([, record]) => record))];
        expect([...index.records.subarray(from, to)]).toEqual(expected);
      }
    }),
  );
});
