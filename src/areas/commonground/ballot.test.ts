import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderFor } from './ballot.ts';

const ids = Array.from({ length: 12 }, (_, at) => `statement-${at}`);

test('everybody meets every statement once, in an order that is the same at every look', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.dictionary(fc.constantFrom(...ids), fc.double({ min: 0, max: 5, noNaN: true })),
      (mark, weights) => {
        const order = orderFor(mark, ids, weights);
        expect(new Set(order)).toEqual(new Set(ids));
        expect(order).toHaveLength(ids.length);
        expect(orderFor(mark, ids.toReversed(), weights)).toEqual(order);
      },
    ),
  );
});

test('whoever has answered one meets the others as before', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...ids), (mark, answered) => {
      const left = ids.filter((id) => id !== answered);
      expect(orderFor(mark, left, { [ids[0] ?? '']: 1 })).toEqual(
        orderFor(mark, ids, { [ids[0] ?? '']: 1 }).filter((id) => id !== answered),
      );
    }),
  );
});

test('what weighs more comes first more often, and what weighs nothing still comes', () => {
  const weights = Object.fromEntries(ids.map((id, at) => [id, at === 0 ? 4 : at === 1 ? 0 : 1]));
  const firsts = Array.from({ length: 600 }, (_, person) => orderFor(`mark ${person}`, ids, weights)[0]);
  const share = (id: string | undefined) => firsts.filter((first) => first === id).length / firsts.length;
  expect(share(ids[0])).toBeGreaterThan(0.2);
  expect(share(ids[2])).toBeLessThan(share(ids[0]) / 2);
  expect(share(ids[1])).toBeLessThan(0.03);
});
