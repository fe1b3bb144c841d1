import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { createEntryIndex } from './entry-index.ts';
import { meshOf, type MeshState } from './mesh-state.ts';

const TODAY = '2026-11-21';
const DAYS = [
  '2026-01-10',
  '2026-05-24',
  '2026-05-25',
  '2026-11-20',
  '2026-11-21',
  '2026-12-31',
  '2027-01-20',
  '2027-03-01',
];
const day = fc.constantFrom(...DAYS);

interface Told extends Pick<Entry, 'subject' | 'kind' | 'confirmedOn' | 'saidOn' | 'endsOn'> {
  readonly languages: readonly string[];
  readonly fields: readonly string[];
}

const told: fc.Arbitrary<Told> = fc.record({
  // Few subjects: entries are replaced often.
  subject: fc.integer({ min: 0, max: 7 }).map((n) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`),
  kind: fc.constantFrom('organisation' as const, 'offer' as const),
  confirmedOn: fc.option(day),
  saidOn: day,
  endsOn: fc.option(day),
  languages: fc.subarray(['ar', 'kmr', 'uk']),
  fields: fc.subarray(['housing', 'work']),
});
const change = fc.oneof(
  { weight: 3, arbitrary: told.map((entry) => ({ put: entry })) },
  { weight: 1, arbitrary: told.map(({ subject }) => ({ remove: subject })) },
);

test('after any changes the start page says what somebody would count by hand', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const index = createEntryIndex();
      const left = new Map<string, Told>();
      for (const one of changes) {
        if ('remove' in one) {
          index.remove(one.remove);
          left.delete(one.remove);
          continue;
        }
        left.set(one.put.subject, one.put);
        index.put(asEntry(one.put));
      }
      expect(meshOf(index, TODAY)).toEqual(byHand([...left.values()]));
    }),
    { numRuns: 300 },
  );
});

function byHand(entries: readonly Told[]): MeshState {
  const there = entries.filter(({ endsOn }) => endsOn === null || endsOn >= TODAY);
  const organisations = there.filter(({ kind }) => kind === 'organisation');
  const offers = there.filter(({ kind }) => kind === 'offer');
  const confirmed = offers.filter(({ confirmedOn }) => confirmedOn !== null && confirmedOn >= '2026-05-25');
  const open = offers.filter((offer) => !confirmed.includes(offer));
  const ends = offers.flatMap(({ endsOn }) => endsOn ?? []).toSorted();
  const speakers = (language: string) => organisations.filter(({ languages }) => languages.includes(language)).length;
  const languages = ['ar', 'kmr', 'uk']
    .filter((language) => speakers(language) > 0)
    .toSorted((a, b) => speakers(b) - speakers(a) || (a < b ? -1 : 1));
  const pairs = languages.flatMap((language) =>
    ['housing', 'work']
      .filter((field) => offers.some(({ fields }) => fields.includes(field)))
      .map((field) => ({
        language,
        field,
        last: offers
          .filter((offer) => offer.languages.includes(language) && offer.fields.includes(field))
          .map(({ endsOn }) => endsOn ?? '9999-12-31')
          .toSorted()
          .at(-1),
      })),
  );
  const dayAfter: Readonly<Record<string, string>> = {
    '2026-11-21': '2026-11-22',
    '2026-12-31': '2027-01-01',
    '2027-01-20': '2027-01-21',
  };
  return {
    organisations: organisations.length,
    offers: offers.length,
    offersConfirmed: confirmed.length,
    oldestOpen: open.map(({ confirmedOn, saidOn }) => confirmedOn ?? saidOn).toSorted()[0] ?? null,
    endingSoon: ends.filter((end) => end <= '2027-01-20').length,
    endingThisYear: ends.filter((end) => end <= '2026-12-31').length,
    nextEnd: ends[0] ?? null,
    missing:
      pairs.length === 0
        ? null
        : [
            ...pairs.flatMap(({ language, field, last }) =>
              last !== undefined && last <= '2027-01-20' ? [{ language, field, from: dayAfter[last] ?? '' }] : [],
            ),
            ...pairs.flatMap(({ language, field, last }) =>
              last === undefined ? [{ language, field, from: null }] : [],
            ),
          ].slice(0, 3),
  };
}

function asEntry({ languages, fields, ...entry }: Told): Entry {
  return {
    ...entry,
    since: 0,
    until: null,
    codes: [
      `kind:${entry.kind}`,
      ...languages.map((language) => `language:${language}`),
      ...fields.map((field) => `field:${field}`),
    ],
    nameTerms: 'name',
    strongTerms: '',
    terms: '',
    lat: null,
    lon: null,
  };
}
