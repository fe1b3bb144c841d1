import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchAll, type Item } from './index.ts';

const NAMES = [
  'Kulturverein Kompass e. V.',
  'Kulturverein Kompass Dresden',
  'KVK',
  'Musikverein Amsel',
  'Verein',
  'جمعية الغد',
  'Al-Ghad',
];
const someItem: fc.Arbitrary<Item> = fc.record(
  {
    source: fc.constantFrom('a', 'b', 'c'),
    name: fc.constantFrom(...NAMES),
    street: fc.constantFrom('Ring 3', 'Ringstr. 3', 'Markt 9', 'Markt 9a'),
    postcode: fc.constantFrom('01067', '1067', '04109'),
    place: fc.constantFrom('Dresden', 'Leipzig'),
    phones: fc.subarray(['0351 1234567', '0351 1234568'], { minLength: 1 }),
    mails: fc.subarray(['info@kompass.example', 'kompass@gmx.de']),
    kind: fc.constantFrom('organisation', 'offer'),
    fields: fc.record({ times: fc.constantFrom('Mo 9 Uhr', 'Di 10 Uhr') }),
  },
  { requiredKeys: ['source'] },
);

/** Without places: what is said about which contents. */
function told(items: readonly Item[], { pairs, clusters }: ReturnType<typeof matchAll>): unknown {
  const content = (at: number): string => JSON.stringify(items[at]);
  const lines = pairs.map(({ a, b, p, outcome }) => `${[content(a), content(b)].toSorted().join(' ')} ${p} ${outcome}`);
  const groups = clusters.map((group) => group.map(content).toSorted().join(' '));
  return { lines: lines.toSorted(), groups: groups.toSorted() };
}

test('the order of the rows does not change the result', () => {
  const lists = fc.uniqueArray(someItem, { minLength: 2, maxLength: 14, selector: (item) => JSON.stringify(item) });
  fc.assert(
    fc.property(lists, fc.nat(), (items, turn) => {
      const at = turn % items.length;
      const turned = [...items.slice(at), ...items.slice(0, at)].toReversed();
      expect(told(turned, matchAll(turned))).toEqual(told(items, matchAll(items)));
    }),
    { numRuns: 60 },
  );
});

test('the weights of the reasons add up to the log-odds', () => {
  fc.assert(
    fc.property(fc.array(someItem, { minLength: 2, maxLength: 12 }), (items) => {
      for (const { p, reasons } of matchAll(items, { leastP: 0 }).pairs) {
        const sum = reasons.reduce((bits, { weight }) => bits + weight, 0);
        expect(1 / (1 + 2 ** -sum)).toBeCloseTo(p, 9);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 60 },
  );
});

test('records are in one group exactly when they are called the same', () => {
  fc.assert(
    fc.property(fc.array(someItem, { minLength: 2, maxLength: 12 }), (items) => {
      const { pairs, clusters } = matchAll(items, { leastP: 0 });
      const groupOf = new Map(clusters.flatMap((group, number) => group.map((at): [number, number] => [at, number])));
      for (const { a, b, outcome } of pairs) {
        const isTogether = groupOf.has(a) && groupOf.get(a) === groupOf.get(b);
        expect(outcome === 'same').toBe(isTogether);
      }
      for (const group of clusters) expect(group.length).toBeGreaterThan(1);
    }),
    { numRuns: 60 },
  );
});
