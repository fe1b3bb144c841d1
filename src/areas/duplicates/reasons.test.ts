import { expect, test } from 'vitest';
import type { Facts } from '../claims/index.ts';
import { cluesOf, countHolders, tellClues } from './reasons.ts';

const FACTS: Facts = { name: { de: 'Nujin' }, street: 'Markt 1', place: { name: 'Chemnitz' }, phone: '+491' };
const HOUSE = { source: 'a', street: 'Markt 1', postcode: '09111' };

test('nothing of what is written is kept, only what was found and how many share it', () => {
  const items = Array.from({ length: 14 }, () => HOUSE);
  const countOf = countHolders(items, []);
  const reasons = [{ field: 'address', level: 'same', weight: 1.234, a: 'Markt 1', b: 'Markt 1' }];
  const clues = cluesOf(reasons, (field) => countOf(field, HOUSE, HOUSE));
  expect(clues).toEqual([{ field: 'address', level: 'same', weight: 1.23, shared: 14 }]);
  const [told] = tellClues(clues, FACTS, FACTS);
  expect(told?.said.key).toBe('duplicates.reason.address.same');
  expect(told?.also).toMatchObject({ key: 'duplicates.reason.shared', values: { count: 14 } });
});

test('doubles of one entry share a telephone with nobody, and a number that only one of the two has does not count', () => {
  const item = (...phones: string[]) => ({ source: 'a', phones });
  const items = [item('1', '9'), item('1'), item('1'), item('1'), item('9')];
  const [one, other] = [item('1', '9'), item('1')];
  expect(countHolders(items, [])('phone', one, other)).toBe(4);
  expect(countHolders(items, [[0, 1, 2, 3]])('phone', one, other)).toBe(1);
  expect(countHolders(items, [[0, 1, 3]])('phone', one, other)).toBe(2);
  expect(countHolders(items, [])('mail', one, other)).toBe(0);
});

test('of what one of the two does not show nothing is said', () => {
  const clues = [{ field: 'phone', level: 'same', weight: 5 }];
  expect(tellClues(clues, FACTS, FACTS).length).toBe(1);
  const { phone: _, ...hidden } = FACTS;
  expect(tellClues(clues, FACTS, hidden)).toEqual([]);
  expect(tellClues(clues, hidden, FACTS)).toEqual([]);
});

test('names that differ only in the legal form are told as that, once', () => {
  const clues = [
    { field: 'name', level: 'exact', weight: 12 },
    { field: 'legal', level: 'other', weight: -3 },
  ];
  expect(tellClues(clues, FACTS, FACTS).map(({ said }) => said.key)).toEqual(['duplicates.reason.name.only-legal']);
});

test.each([
  ['two pages of one owner', { website: 'https://b.example' }, { website: 'http://www.b.example/x' }, 'same'],
  ['a mailbox and a page', { mailbox: 'a@b.example' }, { website: 'https://b.example' }, 'mail-and-page'],
  ['two mailboxes', { mailbox: 'a@b.example' }, { mailbox: 'c@b.example' }, 'mails'],
  [
    'two mailboxes beside two pages',
    { mailbox: 'a@b.example', website: 'https://c.example' },
    { mailbox: 'e@b.example', website: 'https://d.example' },
    'mails',
  ],
  ['nothing that the reader sees', { mailbox: 'a@b.example' }, { mailbox: 'a@c.example' }, undefined],
])('what meets on the web is told as what it is: %s', (_, one, other, how) => {
  const clues = [{ field: 'site', level: 'same', weight: 6 }];
  const key = how === undefined ? undefined : `duplicates.reason.site.${how}`;
  expect(tellClues(clues, one, other)[0]?.said.key).toBe(key);
});

test('one mailbox tells its domain too: only where both have a page that is told besides', () => {
  const clues = [
    { field: 'mail', level: 'same', weight: 8 },
    { field: 'site', level: 'same', weight: 6 },
  ];
  const [bare, full] = [{ mailbox: 'a@b.example' }, { mailbox: 'a@b.example', website: 'https://b.example' }];
  const count = (one: Facts, other: Facts) => tellClues(clues, one, other).length;
  expect([count(bare, bare), count(bare, full), count(full, full)]).toEqual([1, 1, 2]);
});

test('a name in another script is told as that', () => {
  const key = (one: Facts, other: Facts) =>
    tellClues([{ field: 'name', level: 'close', weight: 9 }], one, other)[0]?.said.key;
  const [arabic, latin] = [{ name: { ar: 'جمعية الجسر للنساء' } }, { name: { de: 'Frauenverein Al-Jisr' } }];
  expect(key(arabic, latin)).toBe('duplicates.reason.name.other-script');
  expect(key({ name: { ...arabic.name, ...latin.name } }, latin)).toBe('duplicates.reason.name.close');
});

test('the same street in another town is always said, and counts against', () => {
  const told = tellClues([{ field: 'address', level: 'other town', weight: 0.1 }], FACTS, FACTS);
  expect(told.map(({ said, speaks }) => `${speaks} ${said.key}`)).toEqual([
    'against duplicates.reason.address.other-town',
  ]);
});

test('an address is not told to whoever sees only the town', () => {
  const clues = [{ field: 'address', level: 'same', weight: 5 }];
  const { street: _, ...town } = FACTS;
  expect(tellClues(clues, FACTS, town)).toEqual([]);
  expect(tellClues([{ field: 'address', level: 'same place', weight: 1 }], FACTS, town).length).toBe(1);
});

test('what weighs most comes first, for and against apart', () => {
  const clues = [
    { field: 'address', level: 'same', weight: 1 },
    { field: 'phone', level: 'same', weight: 7 },
    { field: 'name', level: 'none', weight: -9 },
  ];
  expect(tellClues(clues, FACTS, FACTS).map(({ said, speaks }) => `${speaks} ${said.key}`)).toEqual([
    'against duplicates.reason.name.none',
    'for duplicates.reason.phone.same',
    'for duplicates.reason.address.same',
  ]);
});

test('what cannot be put into words, and what the engine reckons with alone, is left out', () => {
  const reasons = [
    { field: 'prior', level: 'shipped', weight: -10 },
    { field: 'fields.colour', level: 'same', weight: 4 },
    { field: 'fields.registerNumber', level: 'same', weight: 9 },
  ];
  expect(cluesOf(reasons).map(({ field }) => field)).toEqual(['registerNumber']);
});
