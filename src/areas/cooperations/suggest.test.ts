import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lotOf } from './lot.ts';
import { suggest, TIMES, wishesOf, type Candidate, type Criteria, type Wish } from './suggest.ts';

const TOPICS = ['Gesundheit', 'Mütter', 'Beratung', 'Rechnung', 'Theater'] as const;
const NAMES = ['Nachbarschaft', 'Sonnenhaus'] as const;
const FIELDS = ['health', 'education', 'work'] as const;
const TAGS = ['de', 'kmr', 'tr', 'ar'] as const;
const PLACES = ['nord', 'sued', 'kreis'] as const;

const some = <Value extends string>(values: readonly Value[]) => fc.subarray([...values]);
const candidates = fc
  .uniqueArray(
    fc.record({
      id: fc.uuid(),
      names: some(NAMES),
      texts: some(TOPICS),
      fields: some(FIELDS),
      languages: some(TAGS),
      places: some(PLACES),
      times: some(TIMES),
      seeks: some(['Räume', 'Fortbildung']),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  )
  .map((all): readonly Candidate[] => all);
const criteria: fc.Arbitrary<Criteria> = fc.record({
  names: some(NAMES),
  expertise: some(TOPICS),
  fields: some(FIELDS),
  languages: some(TAGS),
  place: fc.constantFrom(null, { id: 'nord', name: 'Nord' }),
  times: some(TIMES),
  gives: some(['Räume', 'Fortbildung']),
});
const seed = fc.uuid();

/** The same question asked plainly: here every text is one word. */
function isTrue({ names, texts, fields, languages, places, times, seeks }: Candidate, wish: Wish): boolean {
  const held = {
    name: names,
    expertise: texts,
    gives: seeks,
    field: fields,
    language: languages,
    place: places,
    time: times,
  };
  return (held[wish.kind] as readonly string[]).includes(wish.value);
}

test('every match that a suggestion explains is true, and whatever it calls missing is', () => {
  fc.assert(
    fc.property(candidates, criteria, seed, (all, wanted, one) => {
      for (const { candidate, met, missing } of suggest(all, wanted, one)) {
        expect(met.every((wish) => isTrue(candidate, wish))).toBe(true);
        expect(missing.some((wish) => isTrue(candidate, wish))).toBe(false);
        // What one gives is told where it fits, and is missing nowhere.
        const isWish = ({ kind }: Wish) => kind !== 'gives';
        expect([...met.filter(isWish), ...missing]).toHaveLength(wishesOf(wanted).filter(isWish).length);
      }
    }),
  );
});

test('nobody who fits anything is left out, and nobody who fits nothing is suggested', () => {
  fc.assert(
    fc.property(candidates, criteria, seed, (all, wanted, one) => {
      const fitting = all.filter((candidate) => wishesOf(wanted).some((wish) => isTrue(candidate, wish)));
      const suggested = suggest(all, wanted, one).map(({ candidate }) => candidate.id);
      expect(suggested.toSorted()).toEqual(fitting.map(({ id }) => id).toSorted());
    }),
  );
});

test('the order is by the name that is looked for, by expertise, then by all wishes, and among equals by a lot that knows only seed and id', () => {
  fc.assert(
    fc.property(candidates, criteria, seed, (all, wanted, one) => {
      const found = suggest(all, wanted, one);
      for (const [index, { candidate, met }] of found.entries()) {
        const next = found[index + 1];
        if (next === undefined) continue;
        const of = (wished: Wish['kind'], wishes: readonly Wish[]) =>
          wishes.filter(({ kind }) => kind === wished).length;
        const rank = (wishes: readonly Wish[]) => [of('name', wishes), of('expertise', wishes), wishes.length];
        const here = [...rank(met), -lotOf(one, candidate.id)];
        const there = [...rank(next.met), -lotOf(one, next.candidate.id)];
        expect(compare(here, there)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('the same seed gives the same order, however the candidates came in and however much they say', () => {
  fc.assert(
    fc.property(candidates, criteria, seed, fc.integer({ min: 1, max: 9 }), (all, wanted, one, more) => {
      const ids = (of: readonly Candidate[]) => suggest(of, wanted, one).map(({ candidate }) => candidate.id);
      const louder = all.map((candidate, index) =>
        index % 2 === 0 ? { ...candidate, texts: [...candidate.texts, ...Array(more).fill('zzz')] } : candidate,
      );
      expect(ids(all.toReversed())).toEqual(ids(all));
      expect(ids(louder)).toEqual(ids(all));
    }),
  );
});

test('over many seeds everybody who fits equally is first about equally often', () => {
  const all = ['a', 'b', 'c', 'd'].map((id) => equal(id));
  const firsts = new Map<string, number>();
  for (let number = 0; number < 4_000; number += 1) {
    const first = suggest(all, { ...NOTHING, expertise: ['Gesundheit'] }, `seed ${number}`)[0]?.candidate.id ?? '';
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  for (const id of ['a', 'b', 'c', 'd']) expect(firsts.get(id)).toBeGreaterThan(800);
});

test('without a wish nobody is suggested', () => {
  expect(suggest([equal('a')], NOTHING, 'seed')).toEqual([]);
});

test('free words are met by their beginning, inside long words, and with umlauts written in any way', () => {
  const speaks = (text: string, asked: string) =>
    suggest([{ ...equal('a'), texts: [text] }], { ...NOTHING, expertise: [asked] }, 'seed').length === 1;
  expect(speaks('Gesundheitsberatung für Mütter', 'gesundheit')).toBe(true);
  expect(speaks('Frauengesundheit', 'Gesundheit')).toBe(true);
  expect(speaks('Treff für Mütter', 'mutter')).toBe(true);
  expect(speaks('Treff für Mütter', 'muetter')).toBe(true);
  expect(speaks('Treff für Mütter', 'Treff Mütter')).toBe(true);
  expect(speaks('Treff für Mütter', 'Treff Väter')).toBe(false);
  expect(speaks('Kunst', 'un')).toBe(false);
  expect(speaks('Kunst', '…')).toBe(false);
});

const NOTHING: Criteria = { names: [], expertise: [], fields: [], languages: [], place: null, times: [], gives: [] };

function equal(id: string): Candidate {
  return { id, names: [], texts: ['Gesundheit'], fields: [], languages: [], places: [], times: [], seeks: [] };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, one] of a.entries()) if (one !== b[index]) return one - (b[index] ?? 0);
  return 0;
}
