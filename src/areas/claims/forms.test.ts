import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aClaim } from '../../../test/claims.ts';
import { canonical, type Json } from '../../plain/json.ts';
import { loadWords } from '../../platform/words/index.ts';
import { OFFER_FIELDS } from '../offers/index.ts';
import { ORGANISATION_FIELDS, placeReader } from '../organisations/index.ts';
import { openGazetteer } from '../places/index.ts';
import {
  changesOf,
  isEmpty,
  isValue,
  looksLikePerson,
  readWishes,
  type Claim,
  type Field,
  type Wish,
} from './index.ts';
import type { Desk, Word } from './forms-desk.ts';
import { inputName, placeName, scopeName, takeName } from './forms-names.ts';
import { isTicked, tickedOf, typedOf } from './forms-typed.ts';

const office = loadWords('src', { strict: false });
const gazetteer = openGazetteer();
const readPlace = placeReader(gazetteer, 'DE');
const FIELDS = [...ORGANISATION_FIELDS.fields.values(), ...OFFER_FIELDS.fields.values()];
const LANGUAGES = ['de', 'en', 'tr', 'ar', 'uk', 'de-simple'];

const aTime = fc
  .record({
    day: fc.integer({ min: 1, max: 7 }),
    from: fc.integer({ min: 7, max: 12 }),
    hours: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ day, from, hours }) => ({
    day,
    from: `${String(from).padStart(2, '0')}:30`,
    to: `${String(from + hours).padStart(2, '0')}:00`,
    zone: 'Europe/Berlin',
  }));

/** Values of a field as they may be stored. */
function aValue(field: Field): fc.Arbitrary<Json> {
  const words = fc.constantFrom('Nähen', 'Sprachcafé', 'خياطة', 'Шиття', 'Dikiş', 'Haus 1,5', 'Beratung am Abend');
  switch (field.kind) {
    case 'line':
    case 'street':
    case 'text':
      return fc
        .array(words, { minLength: 1, maxLength: 4 })
        .map((parts) => parts.join(field.kind === 'text' ? '\n' : ' '));
    case 'code':
      return fc.constantFrom(...(field.codes ?? []));
    case 'answer':
      return fc.constantFrom('yes', 'no');
    case 'codes':
      return fc.subarray([...(field.codes ?? [])], { minLength: 1 });
    case 'topics':
      return fc.uniqueArray(words, { minLength: 1 }).map((topics) => topics.toSorted());
    case 'languages':
      return fc
        .subarray(
          ['ar', 'ckb', 'de', 'en', 'fa', 'kmr', 'ku', 'prs', 'ru', 'sr', 'ti', 'tr', 'uk', 'zh', 'rom', 'ps'],
          { minLength: 1 },
        )
        .map((tags) => tags.toSorted());
    case 'phone':
      return fc.constantFrom('+493711234567', '+4917612345678', '+431234567890', '+41443334455');
    case 'mail':
      return fc.constantFrom('kontakt@verein.example', 'beratung@haus.example');
    case 'web':
      return fc.constantFrom('https://verein.example/', 'http://www.haus.example/was?tag=1');
    case 'place':
      return fc.constantFrom(
        { place: 'DE-14511-chemnitz', name: 'Chemnitz' },
        { place: 'DE-14511-chemnitz', name: 'Chemnitz', postcode: '09111' },
      );
    case 'point':
      return fc.record({
        lat: fc.integer({ min: 4700, max: 5500 }).map((n) => n / 100),
        lon: fc.integer({ min: 600, max: 1500 }).map((n) => n / 100),
      });
    case 'times':
      return fc
        .uniqueArray(aTime, { minLength: 1, maxLength: 5, selector: ({ day }) => day })
        .map((times) => times.toSorted((a, b) => a.day - b.day));
    case 'day':
      return fc.constantFrom('2026-03-31', '2027-12-01', '1998-01-15');
    default:
      return fc.constant(null);
  }
}

/** A word of the organisation itself. */
function ownClaim(field: Field, value: Json, more: Partial<Claim> = {}): Claim {
  return aClaim({ id: 7, field: field.name, value, sourceKind: 'own', scope: field.scope, ...more });
}

function deskOf(word: Partial<Word> & Pick<Word, 'field'>): Desk {
  return {
    voice: { kind: 'own', speaker: 'x' },
    base: '',
    words: [{ language: word.field.perLanguage ? 'de' : null, mine: null, others: [], ...word }],
  };
}

function read(desk: Desk, typed: Readonly<Record<string, string | readonly string[]>>, language = 'de') {
  const fields = desk.words.map(({ field }) => field);
  const words = office.in(language);
  return readWishes({ desk, fields, typed, words, country: 'DE', readPlace, declaredScope: ({ scope }) => scope });
}

test.each(FIELDS.map((field) => [field.name, field] as const))(
  'what the form shows of %s is read as the same value, in every language of the interface',
  (_, field) => {
    fc.assert(
      fc.property(aValue(field), fc.constantFrom(...LANGUAGES), (value, language) => {
        fc.pre(isValue(field, value) && !(typeof value === 'string' && isEmpty(value)));
        fc.pre(!(field.name === 'contactFunction' && typeof value === 'string' && looksLikePerson(value)));
        const desk = deskOf({ field });
        const word = desk.words[0]!;
        const typed = isTicked(field) ? tickedOf(value) : typedOf(field, value, office.in(language), 'DE');
        const wishes = read(desk, { [inputName(word)]: typed, [placeName(field)]: '' }, language);
        expect(wishes.ok ? wishes.value.map((wish) => canonical(wish.value)) : wishes.issue).toEqual([
          canonical(value),
        ]);
      }),
      { numRuns: 40 },
    );
  },
);

const phone = ORGANISATION_FIELDS.fields.get('phone')!;
const topics = ORGANISATION_FIELDS.fields.get('topics')!;
const inside = ORGANISATION_FIELDS.fields.get('internalContact')!;
const NUMBER = '+493711234567';
const OTHER = '+493717654321';

test('a form that is sent back untouched changes nothing, even a value that cannot be typed', () => {
  const odd = ['Erstens, zweitens', 'Zuletzt'];
  const desk = deskOf({ field: topics, mine: ownClaim(topics, odd) });
  const typed = { 'f.topics': typedOf(topics, odd, office.in('de'), 'DE'), 's.topics': 'public' };
  const wishes = read(desk, typed);
  expect(wishes.ok && changesOf(desk, wishes.value)).toMatchObject({ say: [], end: [], fields: [] });
});

test('an emptied field takes the own word back, and the others speak again', () => {
  const mine = ownClaim(phone, NUMBER);
  const desk = deskOf({
    field: phone,
    mine,
    others: [{ claim: ownClaim(phone, OTHER, { id: 8, sourceKind: 'list' }), source: undefined }],
  });
  const changes = changed(desk, { 'f.phone': '', 's.phone': 'public' });
  expect(changes).toMatchObject({ say: [], end: [mine], fields: ['phone'], isForOthers: false });
});

test('"nur wir" on an empty field keeps the word of the lists from being shown', () => {
  const desk = deskOf({
    field: phone,
    others: [{ claim: ownClaim(phone, OTHER, { id: 8, sourceKind: 'list' }), source: undefined }],
  });
  expect(changed(desk, { 'f.phone': '', 's.phone': 'own' })).toEqual({
    say: [{ field: 'phone', language: null, value: OTHER, scope: 'own' }],
    end: [],
    fields: ['phone'],
    isForOthers: true,
  });
});

test('what others say is taken over with one tick', () => {
  const desk = deskOf({
    field: phone,
    others: [{ claim: ownClaim(phone, OTHER, { id: 8, sourceKind: 'list' }), source: undefined }],
  });
  expect(changed(desk, { 'f.phone': '', [takeName(desk.words[0]!)]: '8' })?.say).toEqual([
    { field: 'phone', language: null, value: OTHER, scope: 'public' },
  ]);
});

test('another scope alone is a change, and a scope wider than allowed is none', () => {
  const desk = deskOf({ field: phone, mine: ownClaim(phone, NUMBER) });
  const text = typedOf(phone, NUMBER, office.in('de'), 'DE');
  expect(changed(desk, { 'f.phone': text, 's.phone': 'network' })?.say).toMatchObject([
    { value: NUMBER, scope: 'network' },
  ]);
  const kept = deskOf({ field: inside, mine: ownClaim(inside, 'Anna') });
  expect(changed(kept, { 'f.internalContact': 'Anna', [scopeName(inside)]: 'public' })?.fields).toEqual([]);
});

test('an input that did not come with the form leaves its field as it is', () => {
  const desk = deskOf({ field: phone, mine: ownClaim(phone, NUMBER) });
  expect(changed(desk, {})?.fields).toEqual([]);
});

test('a text that would be taken in only in part comes back', () => {
  const desk = deskOf({ field: phone });
  const several = read(desk, { 'f.phone': '0371 1234567 oder 0371 7654321' });
  expect(several.ok ? null : several.issue[0]?.told.key).toBe('claims.form.leavesOut');
  const person = read(deskOf({ field: ORGANISATION_FIELDS.fields.get('contactFunction')! }), {
    'f.contactFunction': 'Frau Anna Schmidt',
  });
  expect(person.ok ? null : person.issue[0]?.told.key).toBe('claims.form.person');
});

test('a place that several have is asked, and the answer is taken', () => {
  const place = ORGANISATION_FIELDS.fields.get('place')!;
  const desk = deskOf({ field: place });
  const asked = read(desk, { 'f.place': 'Neustadt' });
  const choices = asked.ok ? [] : (asked.issue[0]?.choices ?? []);
  expect(choices.length).toBeGreaterThan(2);
  const answered = read(desk, { 'f.place': 'Neustadt', 'p.place': choices[0]?.value ?? '' });
  expect(answered.ok && answered.value[0]?.value).toMatchObject({ place: choices[0]?.value });
  const unknown = read(desk, { 'f.place': 'Nirgendshausen am Nichts' });
  expect(unknown.ok).toBe(false);
  const kept = read(desk, { 'f.place': 'Nirgendshausen am Nichts', 'p.place': 'as-written' });
  expect(kept.ok && kept.value[0]?.value).toEqual({ name: 'Nirgendshausen am Nichts' });
});

function changed(desk: Desk, typed: Readonly<Record<string, string>>) {
  const wishes = read(desk, typed);
  return wishes.ok ? changesOf(desk, wishes.value satisfies readonly Wish[]) : null;
}
