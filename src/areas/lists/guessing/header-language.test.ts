import { expect, test } from 'vitest';
import type { ListSubject } from '../list.ts';
import { guessColumns } from './guess.ts';

function guess(columns: Readonly<Record<string, readonly string[]>>, subject?: ListSubject) {
  const headers = Object.keys(columns).map((name) => ({ name }));
  const sample = [Object.values(columns).map(([cell = '']) => cell)];
  const found = guessColumns({ headers, sample }, subject);
  return { fields: Object.fromEntries(found.columns.map(({ header, field }) => [header, field])) };
}

test.each([
  ['Name (türkisch)', 'name@tr'],
  ['Name [AR]', 'name@ar'],
  ['name_ar', 'name@ar'],
  ['name:uk', 'name@uk'],
  ['Titel EN', 'name@en'],
  ['Name auf Kurmandschi', 'name@kmr'],
  ['Name in arabischer Sprache', 'name@ar'],
  ['Beschreibung – arabisch', 'description@ar'],
  ['Beschreibung/Ukrainisch', 'description@uk'],
  ['description_en', 'description@en'],
  ['Description (English)', 'description@en'],
  ['Englische Beschreibung', 'description@en'],
  ['Description (français)', 'description@fr'],
  ['Wir suchen (englisch)', 'seeks@en'],
  ['So nennen wir uns', 'name@und'],
  ['Eigenbezeichnung', 'name@und'],
  // Words and codes that are no language of this text.
  ['Name_id', null],
  ['Telefon (englisch)', 'phone'],
  ['Website (englisch)', 'website'],
  ['Beschreibung (kurz)', 'description'],
  ['Name der Ansprechpartnerin (türkisch)', 'person'],
  ['geändert am', null],
])('beside the name of the association, %j is %s', (header, field) => {
  expect(guess({ 'Name des Vereins': ['Verein A'], [header]: [''] }, 'organisation').fields).toEqual({
    'Name des Vereins': 'name',
    [header]: field,
  });
});

test('what is in the language of the list needs no language, and the name beside it is how they call themselves', () => {
  expect(
    guess({ Name: ['Nûjîn'], 'Name (deutsch)': ['Neues Leben'], 'Text (deutsch)': ['Wir'], 'Text (englisch)': ['We'] })
      .fields,
  ).toEqual({
    Name: 'name@und',
    'Name (deutsch)': 'name',
    'Text (deutsch)': 'description',
    'Text (englisch)': 'description@en',
  });
});

test('an own name that stands alone is the name', () => {
  expect(guess({ 'So nennen wir uns': ['Nûjîn'], Telefon: ['0371 123456'] }).fields).toEqual({
    'So nennen wir uns': 'name',
    Telefon: 'phone',
  });
});
