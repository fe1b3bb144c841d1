import { expect, test } from 'vitest';
import { inventCounty, type List } from './index.ts';
import { FICTION_BLOCKS, PHONE_SHAPES, withoutZero } from './phones.ts';

const TODAY = '2026-11-21';
const county = inventCounty({ today: TODAY });
const list = (key: string): List => county.lists.find((one) => one.key === key) as List;
const column = (one: List, header: string): string[] =>
  one.rows.map((row) => row[one.headers.indexOf(header)] as string);
const of = (one: List, header: string, places: readonly number[]): string[] =>
  places.map((place) => column(one, header)[place] as string);

test('six lists in five formats hold 602 entries', () => {
  expect(county.lists.map(({ key, rows }) => `${key} ${rows.length}`)).toEqual([
    'vereine 120',
    'einrichtungen 96',
    'adressbuch 94',
    'wegweiser 118',
    'angebote 134',
    'solidarisch 40',
  ]);
  expect(county.lists.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(602);
  expect(new Set(county.lists.map(({ format }) => format)).size).toBe(5);
});

test('every row is as wide as its headers and says what it describes', () => {
  const known = new Set([...county.organisations, ...county.offers].map(({ id }) => id));
  for (const { headers, rows, truth, subject, head } of county.lists) {
    expect(new Set(headers).size).toBe(headers.length);
    expect(truth).toHaveLength(rows.length);
    for (const row of rows) expect(row).toHaveLength(headers.length);
    for (const cells of head) expect(cells.reduce((sum, { columns }) => sum + columns, 0)).toBe(headers.length);
    for (const id of truth) {
      if (id === null) continue;
      expect(known).toContain(id);
      expect(id.startsWith(`${subject}/`)).toBe(true);
    }
  }
});

test('lists overlap, and whoever does not speak for itself stands in one', () => {
  const mentions = new Map<string, Set<string>>();
  for (const { key, truth } of county.lists) {
    for (const id of truth) if (id !== null) mentions.set(id, (mentions.get(id) ?? new Set()).add(key));
  }
  expect([...mentions.values()].filter((keys) => keys.size > 1).length).toBeGreaterThan(50);
  for (const { id, saidBy } of [...county.organisations, ...county.offers]) {
    if (saidBy !== 'own') expect(mentions.get(id)).toContain(saidBy);
  }
});

test('keys of lists that have one are unique', () => {
  for (const one of county.lists) {
    if (one.keyHeader !== null) expect(new Set(column(one, one.keyHeader)).size).toBe(one.rows.length);
  }
});

test('the list of associations was imported into itself: 120 rows, 50 names', () => {
  const vereine = list('vereine');
  expect(new Set(column(vereine, 'Name des Vereins').map((name) => name.trim())).size).toBe(50);
  expect(new Set(vereine.truth).size).toBe(50);
  expect(vereine.defects.repeatedRow).toHaveLength(70);
  expect(column(vereine, 'PLZ').filter((postcode) => /^000\d{3}$/.test(postcode))).toHaveLength(116);
  expect(column(vereine, 'Sprachen').filter((cell) => /Deutsch|Arabisch|Englisch|[A-Z]/.test(cell))).toHaveLength(70);
  expect(column(vereine, 'Name des Vereins').filter((name) => /\s$/.test(name))).toHaveLength(9);
  expect(column(vereine, 'Internet').filter((cell) => /^(kA|-|k\. A\.|–)$/.test(cell))).toHaveLength(14);
  expect(vereine.defects.personAsContact).toHaveLength(48);
});

test('the list of associations can be written in windows-1252', () => {
  expect(JSON.stringify(list('vereine').rows)).toMatch(/^[\u0020-\u007E\u00A0-\u00FF–„“”’€]*$/);
});

test('the map cuts names at 50 signs and forgets zeros', () => {
  const map = list('einrichtungen');
  const cut = of(map, 'BEZEICHNUNG', map.defects.nameCut ?? []);
  expect(cut.length).toBeGreaterThanOrEqual(8);
  for (const name of cut) expect(name).toHaveLength(50);
  expect(Math.max(...column(map, 'BEZEICHNUNG').map((name) => name.length))).toBe(50);
  expect(column(map, 'PLZ').filter((postcode) => /^1\d\d$/.test(postcode))).toHaveLength(11);
  for (const name of of(map, 'BEZEICHNUNG', map.defects.upperCase ?? [])) expect(name).toBe(name.toUpperCase());
  expect(map.defects.upperCase).toHaveLength(12);
  for (const name of of(map, 'BEZEICHNUNG', map.defects.andSpelling ?? [])) expect(name).toMatch(/ u\.? | & |\//i);
  expect(
    of(map, 'TELEFON', map.defects.phoneWithoutZero ?? []).filter((phone) => /^[1-9]\d{6,}$/.test(phone)),
  ).toHaveLength(14);
  expect(map.defects.sharedHotline?.length).toBeGreaterThan(4);
  expect(of(map, 'BEZEICHNUNG', map.defects.acronym ?? [])).toHaveLength(4);
});

test('five associations share a house', () => {
  const book = list('adressbuch');
  expect(book.defects.sharedHouse).toHaveLength(5);
  expect(new Set(of(book, 'Straße', book.defects.sharedHouse ?? []))).toEqual(new Set(['Webergasse 12']));
  expect(new Set((book.defects.sharedHouse ?? []).map((place) => book.truth[place])).size).toBe(5);
});

test('about a third of the translations are older than their text', () => {
  const book = list('adressbuch');
  const pairs = column(book, 'Übersetzung geprüft am').map(
    (checked, place) => [checked, column(book, 'geändert am')[place] as string] as const,
  );
  const translated = pairs.filter(([checked]) => checked !== '');
  const stale = translated.filter(([checked, changed]) => checked < changed);
  expect(stale).toHaveLength(book.defects.staleTranslation?.length ?? 0);
  expect(stale.length / translated.length).toBeCloseTo(0.35, 1);
});

test('the guide has a title, merged headers, dates as numbers and five courses of one name', () => {
  const guide = list('wegweiser');
  expect(guide.head.map((cells) => cells.length)).toEqual([1, 10, 16]);
  for (const cell of column(guide, 'Stand')) expect(cell).toMatch(/^46\d{3}$/);
  expect(of(guide, 'Angebot', guide.defects.sameNameCourse ?? [])).toHaveLength(5);
  expect(new Set((guide.defects.sameNameCourse ?? []).map((place) => guide.truth[place])).size).toBe(5);
  expect(column(guide, 'Adresse PLZ').filter((postcode) => postcode.length === 3)).toHaveLength(60);
  expect(of(guide, 'Träger', guide.defects.acronym ?? []).every((name) => name.includes('VHS'))).toBe(true);
});

test('twelve events are over and describe nothing in the register', () => {
  const open = list('angebote');
  expect(open.defects.expired).toHaveLength(12);
  for (const place of open.defects.expired ?? []) expect(open.truth[place]).toBeNull();
  for (const day of of(open, 'bis', open.defects.expired ?? [])) expect(day < TODAY).toBe(true);
});

test('of the forty offers that were asked thirty want no papers', () => {
  const answers = column(list('solidarisch'), 'Papiere nötig?');
  expect(answers.filter((answer) => answer === 'nein')).toHaveLength(30);
  expect(answers.filter((answer) => answer === 'ja')).toHaveLength(10);
});

test('a month later 11 rows have changed, 5 are gone and 8 are new', () => {
  const open = list('angebote');
  const next = open.nextMonth;
  if (next === undefined) throw new Error('no next month');
  const before = new Map(open.rows.map((row) => [row[0], JSON.stringify(row)]));
  const after = new Map(next.rows.map((row) => [row[0], JSON.stringify(row)]));
  const changed = [...before].filter(([key, row]) => after.has(key) && after.get(key) !== row).length;
  const gone = [...before.keys()].filter((key) => !after.has(key)).length;
  const added = [...after.keys()].filter((key) => !before.has(key)).length;
  expect({ changed, gone, added }).toEqual({ changed: 11, gone: 5, added: 8 });
  expect([next.changed, next.gone, next.added]).toEqual([11, 5, 8]);
  expect(next.truth).toHaveLength(next.rows.length);
});

test('the persons in contact columns do not exist and stand only where they are marked', () => {
  for (const [key, header, count] of [
    ['vereine', 'Ansprechpartner', 48],
    ['wegweiser', 'Kontakt Ansprechpartner', 40],
  ] as const) {
    const one = list(key);
    const functions = new Set(column(one, header).filter((_, place) => !one.defects.personAsContact?.includes(place)));
    expect(one.defects.personAsContact).toHaveLength(count);
    expect(functions.size).toBeLessThanOrEqual(6);
  }
});

test('numbers are written in more than 25 ways and belong to nobody', () => {
  const phones = county.lists.flatMap((one) =>
    one.headers.flatMap((header) => (/tel/i.test(header) ? column(one, header) : [])),
  );
  const typed = phones.filter((phone) => /\d/.test(phone));
  const ways = PHONE_SHAPES.filter((shape) =>
    typed.some((phone) =>
      FICTION_BLOCKS.some(({ area, stem }) => phone === shape(area, stem, withoutZero(phone).slice(-3))),
    ),
  );
  expect(ways.length).toBeGreaterThan(25);
  const stems = FICTION_BLOCKS.map(({ area, stem }) => area + stem);
  for (const phone of typed) {
    const digits = withoutZero(phone);
    expect(
      stems.some((stem) => digits.startsWith(stem) && digits.length === stem.length + 3),
      phone,
    ).toBe(true);
  }
});
