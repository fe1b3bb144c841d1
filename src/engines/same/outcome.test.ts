import { expect, test } from 'vitest';
import type { Item } from './index.ts';
import { verdictOn } from './verdict-in-tests.ts';

test('a branch in another town is a part, not the same', () => {
  const site = ['https://sternweg.example'];
  const a: Item = {
    source: 'a',
    name: 'Wohlfahrtsbund Sternweg e. V.',
    street: 'Ring 3',
    postcode: '01067',
    place: 'Dresden',
    sites: site,
  };
  const b: Item = {
    source: 'b',
    name: 'Wohlfahrtsbund Sternweg e. V.',
    street: 'Markt 9',
    postcode: '04109',
    place: 'Leipzig',
    sites: site,
  };
  expect(verdictOn(a, b).outcome).toBe('part');
});

test('an association and its company of the same name are two', () => {
  const where = { street: 'Ziegelweg 14', postcode: '05108', phones: ['089 99998005'] };
  const a: Item = { source: 'a', name: 'Lernwerk Tröpfchen e. V.', ...where };
  const b: Item = { source: 'b', name: 'Lernwerk Tröpfchen gGmbH', ...where };
  expect(verdictOn(a, b).outcome).toBe('part');
});

test('an offer is a part of the organisation that carries it', () => {
  const a: Item = { source: 'a', kind: 'organisation', name: 'Kulturverein Kompass e. V.', place: 'Dresden' };
  const b: Item = {
    source: 'b',
    kind: 'offer',
    name: 'Deutschkurs für Frauen',
    carrier: 'Kulturverein Kompass',
    place: 'Dresden',
  };
  expect(verdictOn(a, b).outcome).toBe('part');
});

test('in a list that tells of offers and of who carries them an offer is a part of its carrier too', () => {
  const row = { source: 'a', kind: 'offer', street: 'Ring 3', postcode: '01067', place: 'Dresden' } as const;
  const carrier: Item = { ...row, name: 'Kulturverein Kompass e. V.' };
  const course: Item = { ...row, name: 'Deutschkurs für Frauen', carrier: 'Kulturverein Kompass' };
  const named: Item = { ...row, name: 'Kulturverein Kompass', carrier: 'Volkshochschule' };
  expect(verdictOn(carrier, course).outcome).toBe('part');
  expect(verdictOn(course, carrier).outcome).toBe('part');
  expect(verdictOn(named, course).outcome).toBe('place');
});

test('tenants of one house share the place', () => {
  const a: Item = { source: 'a', name: 'Musikverein Amsel e. V.', street: 'Schulstraße 26', postcode: '05103' };
  const b: Item = { source: 'b', name: 'Seniorenkreis Heimat', street: 'Schulstr. 26', postcode: '05103' };
  expect(verdictOn(a, b).outcome).toBe('place');
});

test('courses of one name at different carriers, or on different days, are different', () => {
  const course: Item = {
    source: 'a',
    kind: 'offer',
    name: 'Integrationskurs (allgemein)',
    carrier: 'Volkshochschule',
    place: 'Dresden',
  };
  const times = (text: string): Pick<Item, 'fields'> => ({ fields: { times: text } });
  expect(verdictOn(course, { ...course, source: 'b', carrier: 'Lernwerk Kastanie' }).outcome).not.toBe('same');
  expect(
    verdictOn({ ...course, ...times('Mo 9-12 Uhr') }, { ...course, ...times('donnerstags 17:00') }).outcome,
  ).not.toBe('same');
});

test('schools of one name and different kinds in one house share the place', () => {
  const house = { street: 'Mühlenweg 15', postcode: '05106' };
  const a: Item = { source: 'a', name: 'Freie Schule Nordlicht (Oberschule)', ...house };
  const b: Item = { source: 'b', name: 'Freie Schule Nordlicht - Gymnasium', ...house };
  expect(verdictOn(a, b).outcome).toBe('place');
});

test('the company that an association founded carries its own offers', () => {
  const where = { street: 'Ziegelring 12', postcode: '05108', place: 'Dresden' };
  const offer: Item = { source: 'b', kind: 'offer', name: 'Nähwerkstatt', carrier: 'Lernwerk Anker gUG', ...where };
  const named = (name: string): Item => ({ source: 'a', kind: 'organisation', name, ...where });
  expect(verdictOn(named('Lernwerk Anker gUG (haftungsbeschrankt)'), offer).outcome).toBe('part');
  expect(verdictOn(named('Lernwerk Anker e. V.'), offer).outcome).toBe('place');
});

test('a course every week and one every month are two', () => {
  const course: Item = {
    source: 'a',
    kind: 'offer',
    name: 'Elterncafé',
    carrier: 'Kulturhof Leuchtturm',
    street: 'Ring 9',
    postcode: '05509',
  };
  const weekly = { ...course, fields: { times: 'Di 16-18 Uhr' } };
  const monthly = { ...course, source: 'b', fields: { times: '1. Dienstag im Monat' } };
  expect(verdictOn(weekly, { ...weekly, source: 'b', fields: { times: 'dienstags 16 Uhr' } }).outcome).toBe('same');
  expect(verdictOn(weekly, monthly).outcome).not.toBe('same');
});

test('who says another kind of school is another, whatever word of the name is like it', () => {
  const where = {
    street: 'Emilienstraße 50',
    postcode: '09131',
    phones: ['0371 45901100'],
    sites: ['quellgarten.example'],
  };
  const a: Item = { source: 'a', name: 'TKZ-Quellgarten-Grundschule Chemnitz', ...where };
  const b: Item = { source: 'b', name: 'TKZ-Schulen gemeinnützige GmbH -Gymnasium-', ...where };
  expect(verdictOn(a, b).outcome).not.toBe('same');
});

test('a diminutive is the door beside', () => {
  const where = { street: 'Darwinweg 3', postcode: '09247' };
  const a: Item = { source: 'a', name: 'Kindertagespflege Zwergenstube', ...where };
  const b: Item = { source: 'b', name: 'Kindertagespflege Zwergenstübchen', ...where };
  expect(verdictOn(a, b).outcome).toBe('place');
});

test('one service of one carrier in two houses is two, and neither a part of the other', () => {
  const work: Item = {
    source: 'a',
    name: 'Schulsozialarbeit',
    carrier: 'Kindervereinigung Auental e. V.',
    place: 'Dresden',
  };
  const first: Item = { ...work, street: 'Kreherstraße 101', phones: ['0163 7027852'] };
  const second: Item = { ...work, street: 'Augsburger Straße 32', phones: ['0163 7027853'] };
  expect(verdictOn(first, second).outcome).toBe('different');
});

test('an offer is the same in other words for the same thing', () => {
  const course: Item = {
    source: 'a',
    kind: 'offer',
    name: 'PC-Kurs',
    carrier: 'Nähstube Löwenzahn',
    street: 'Ring 8',
    postcode: '05108',
  };
  expect(verdictOn(course, { ...course, source: 'b', name: 'Computerkurs' }).outcome).toBe('same');
  const company = { ...course, name: 'Begleitung zu Ämtern und Ärzten', fields: { times: 'Di 16-18 Uhr' } };
  expect(verdictOn(company, { ...company, source: 'b', name: 'Ämterbegleitung' }).outcome).toBe('same');
});

test('a facility is a part of the carrier whose name it bears, two facilities are not parts of each other', () => {
  const carrier: Item = {
    source: 'a',
    name: 'Wohlfahrtsbund Sternweg e. V.',
    street: 'Ring 3',
    postcode: '01097',
    place: 'Dresden',
  };
  const advice: Item = {
    source: 'b',
    name: 'Wohlfahrtsbund Sternweg - Schuldnerberatung',
    street: 'Markt 9',
    postcode: '01097',
    place: 'Dresden',
  };
  const home: Item = {
    source: 'b',
    name: 'Wohlfahrtsbund Sternweg Wohnheim',
    street: 'Weg 1',
    postcode: '01097',
    place: 'Dresden',
  };
  expect(verdictOn(carrier, advice).outcome).toBe('part');
  expect(verdictOn(advice, home).outcome).toBe('different');
});
