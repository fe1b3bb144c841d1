import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonical, type Json } from '../../plain/json.ts';
import { isDay } from '../../plain/time.ts';
import { DISTRICTS, inventCounty, RHOENAU_PLACES, type Offer, type Subject } from './index.ts';
import { textOf } from './county.ts';
import { FICTION_BLOCKS } from './phones.ts';

const county = inventCounty({ seed: 1, scale: 1, today: '2026-11-21' });
const text = canonical(JSON.parse(JSON.stringify(county)) as Json);
const subjects: readonly Subject[] = [...county.organisations, ...county.offers, ...county.networks];

test('the county has 214 organisations, 388 offers and 11 networks', () => {
  expect([county.organisations.length, county.offers.length, county.networks.length]).toEqual([214, 388, 11]);
  expect(new Set(subjects.map(({ id }) => id)).size).toBe(613);
});

test('41 organisations speak for themselves, and they are the named ones', () => {
  const own = county.organisations.filter(({ saidBy }) => saidBy === 'own').map(({ id }) => id);
  expect(own).toHaveLength(41);
  for (const slug of [
    'bildungswerk-fuldatal',
    'frauenverein-nujin',
    'verein-hadas',
    'koordination-landkreis-rhoenau',
    'solidarische-stadt-m',
  ]) {
    expect(own).toContain(`organisation/${slug}`);
  }
});

test('341 offers were confirmed in the last 180 days, 17 end with the year', () => {
  expect(
    county.offers.filter(({ confirmedDaysAgo }) => confirmedDaysAgo !== null && confirmedDaysAgo < 180),
  ).toHaveLength(341);
  expect(county.offers.filter((offer) => textOf(offer, 'validTo') === '2026-12-31')).toHaveLength(17);
});

test('what was said was said before it was confirmed, and nothing lies in the future', () => {
  for (const { saidDaysAgo, confirmedDaysAgo, saidAt } of subjects) {
    expect(saidDaysAgo).toBeGreaterThan(0);
    expect(isDay(saidAt)).toBe(true);
    if (confirmedDaysAgo !== null) expect(confirmedDaysAgo).toBeLessThanOrEqual(saidDaysAgo);
  }
});

test('the same seed and day give the same county on every machine', () => {
  expect(createHash('sha256').update(text).digest('hex')).toBe(GOLDEN);
  expect(inventCounty({ seed: 2 }).organisations.map(({ id }) => id)).not.toEqual(
    county.organisations.map(({ id }) => id),
  );
});

test('mail and web addresses lead nowhere but to .example', () => {
  const hosts = [...text.matchAll(/@([^\s",;]+)|https?:\/\/([^/"\s]+)|www\.([^/"\s,;]+)/g)].map(
    (found) => found[1] ?? found[2] ?? found[3],
  );
  expect(hosts.length).toBeGreaterThan(1000);
  for (const host of new Set(hosts)) expect(host).toMatch(/^(?:www\.)?[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.example$/);
});

test('telephone numbers come from the blocks for fiction only', () => {
  const fiction = new RegExp(`^\\+49(?:${FICTION_BLOCKS.map(({ area, stem }) => area + stem).join('|')})\\d{3}$`);
  const phones = subjects.map((subject) => textOf(subject, 'phone')).filter((phone) => phone !== '');
  expect(phones.length).toBeGreaterThan(400);
  for (const phone of phones) expect(phone).toMatch(fiction);
  const elsewhere = text.replace(/"phone":\[\{"value":"[^"]*"\}\]/g, '').match(/\+\d{7,}/g) ?? [];
  for (const phone of elsewhere) expect(phone).toMatch(fiction);
});

test('the language cafés on Sunday speak Arabic, Tigrinya, Turkish and Ukrainian', () => {
  const cafes = county.offers.filter(
    (offer) =>
      textOf(offer, 'name').startsWith('Sprachcafé') && JSON.stringify(offer.facts['times']).includes('"day":7'),
  );
  for (const language of ['ar', 'ti', 'tr', 'uk']) {
    expect(cafes.some((offer) => valueOf(offer, 'languages').includes(language))).toBe(true);
  }
});

test('with the year the mediation in Tigrinya ends in the north of Rhönau', () => {
  const north = county.offers.filter(
    (offer) => textOf(offer, 'district') === 'Nord' && valueOf(offer, 'languages').includes('ti'),
  );
  expect(north.length).toBeGreaterThan(0);
  for (const offer of north) expect(textOf(offer, 'validTo')).toBe('2026-12-31');
});

test('five courses have one name and are five courses', () => {
  const courses = county.offers.filter((offer) => textOf(offer, 'name') === 'Integrationskurs (VHS Rhönau)');
  expect(courses).toHaveLength(5);
  expect(new Set(courses.map((offer) => JSON.stringify(offer.facts['times']))).size).toBe(5);
});

test('organisations name themselves in Arabic, Cyrillic and Ethiopic script and in German too', () => {
  for (const script of [/\p{Script=Arabic}/u, /\p{Script=Cyrillic}/u, /\p{Script=Ethiopic}/u]) {
    const named = county.organisations.filter((one) => script.test(textOf(one, 'name')));
    expect(named.length).toBeGreaterThan(2);
    for (const one of named) expect(textOf(one, 'name', 'de')).not.toBe('');
  }
});

test('carriers and members exist, places and districts are those of the county', () => {
  const known = new Set(county.organisations.map(({ id }) => id));
  for (const { carriedBy } of county.offers) expect(known).toContain(carriedBy);
  for (const { members } of county.networks) {
    expect(members.length).toBeGreaterThan(5);
    for (const member of members) expect(known).toContain(member);
  }
  for (const subject of [...county.organisations, ...county.offers]) {
    const place = subject.facts['place']?.[0]?.value as { name: string; postcode: string };
    expect(RHOENAU_PLACES.find(({ name }) => name === place.name)?.postcodes).toContain(place.postcode);
    const district = textOf(subject, 'district');
    if (district !== '') expect([...DISTRICTS]).toContain(district);
  }
});

test('a larger county keeps its stories', () => {
  const larger = inventCounty({ scale: 3 });
  expect([larger.organisations.length, larger.offers.length]).toEqual([642, 1164]);
  expect(larger.organisations.slice(0, 41).map(({ id }) => id)).toEqual(
    county.organisations.slice(0, 41).map(({ id }) => id),
  );
  expect(() => inventCounty({ scale: 0.5 })).toThrow(RangeError);
});

const LINES = [
  'name',
  'shortName',
  'district',
  'contactFunction',
  'registerNumber',
  'carrier',
  'costNote',
  'street',
  'topic',
  'goal',
];
const TEXTS = ['description', 'offersExpertise', 'seeks', 'barriers'];
const ANSWERS = ['nameRequired', 'papersAsked', 'publicBody', 'anonymousPossible', 'appointment', 'stepFree'];
const IN_LANGUAGES = ['name', 'description', 'offersExpertise', 'seeks', 'costNote', 'barriers', 'topic', 'goal'];
const CODES: Readonly<Record<string, readonly string[]>> = {
  fieldsOfAction: ['housing', 'education', 'work', 'health', 'transport', 'selfOrganisation', 'culture'],
  targetGroups: [
    'everyone',
    'women',
    'men',
    'children',
    'youth',
    'parents',
    'older',
    'newcomers',
    'lgbtiq',
    'volunteers',
    'organisations',
  ],
  cost: ['free', 'fee', 'donation'],
  kind: ['association', 'initiative', 'carrier', 'administration', 'institution', 'umbrella'],
};

test('every value has the shape of its field', () => {
  for (const subject of subjects) {
    for (const [field, said] of Object.entries(subject.facts)) {
      expect(said.length).toBeGreaterThan(0);
      expect(new Set(said.map(({ language }) => language)).size).toBe(said.length);
      for (const { language, value } of said) {
        expect(language !== undefined, `${field} in a language`).toBe(IN_LANGUAGES.includes(field));
        expect(hasShape(field, value), `${subject.id} ${field} ${JSON.stringify(value)}`).toBe(true);
      }
    }
  }
});

function hasShape(field: string, value: Json): boolean {
  const codes = CODES[field];
  if (codes !== undefined && typeof value === 'string') return codes.includes(value);
  if (codes !== undefined)
    return codes.filter((code) => (value as string[]).includes(code)).join() === (value as string[]).join();
  if (LINES.includes(field)) return typeof value === 'string' && value.trim() === value && /^[^\n]+$/.test(value);
  if (TEXTS.includes(field)) return typeof value === 'string' && value.length > 10;
  if (ANSWERS.includes(field)) return value === 'yes' || value === 'no';
  switch (field) {
    case 'topics':
    case 'languages':
      return (
        (value as string[]).length > 0 &&
        [...new Set(value as string[])].toSorted().join() === (value as string[]).join()
      );
    case 'phone':
      return /^\+49\d{9,11}$/.test(value as string);
    case 'mailbox':
      return /^[a-z-]+@[a-z0-9-]+\.example$/.test(value as string);
    case 'website':
      return new URL(value as string).href === value;
    case 'validFrom':
    case 'validTo':
    case 'reviewOn':
      return isDay(value as string);
    case 'place':
      return /^DE-99001-[a-z-]+$/.test((value as { place: string }).place);
    case 'point':
      return Object.values(value as Record<string, number>).every((degrees) => degrees > 9 && degrees < 51);
    case 'times':
    case 'phoneTimes':
      return isTimes(value as { day: number; from: string; to: string; zone: string }[]);
    default:
      return false;
  }
}

function isTimes(times: readonly { day: number; from: string; to: string; zone: string }[]): boolean {
  const days = times.map(({ day }) => day);
  return (
    times.length > 0 &&
    days.toSorted((a, b) => a - b).join() === days.join() &&
    times.every(
      ({ day, from, to, zone }) =>
        day >= 1 && day <= 7 && /^\d\d:\d\d$/.test(from) && from < to && zone === 'Europe/Berlin',
    )
  );
}

function valueOf(offer: Offer, field: string): readonly string[] {
  return (offer.facts[field]?.[0]?.value ?? []) as readonly string[];
}

const GOLDEN = '66e05a7d305479076439178265b83b6f5a8709d0e59f3ab8c19bbddbf28f3333';
