import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import type { Words } from '../../../plain/words.ts';
import { declareFields, type Field, type FieldKind } from '../field.ts';
import de from '../words/de.json' with { type: 'json' };
import en from '../words/en.json' with { type: 'json' };
import { readValue } from './read-value.ts';
import { showValue } from './show-value.ts';

const CATALOGUES: Record<string, Record<string, string>> = { de, en };

function words(language: string): Words {
  const say: Words['say'] = (key, values) => {
    const message = CATALOGUES[language]?.[key];
    if (message === undefined) throw new Error(`no message ${key}`);
    return String(new IntlMessageFormat(message, language).format(values));
  };
  return {
    language,
    tag: language,
    dir: 'ltr',
    say,
    tell: ({ key, values }) => say(key, values),
    number: String,
    day: String,
    moment: String,
    list: (items) => new Intl.ListFormat(language).format(items),
    languageName: (tag) => new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag,
  };
}

function field(kind: FieldKind, name = 'x', codes: readonly string[] = []): Field {
  const found = declareFields('offer', { [name]: { kind, halfLifeDays: 1, codes } }).fields.get(name);
  if (found === undefined) throw new Error('unreachable');
  return found;
}

test.each([
  ['Di und Do 18–20 Uhr', ['dienstags und donnerstags 18–20 Uhr'], ['Tuesdays and Thursdays 18:00–20:00']],
  [
    'Mo-Fr 9-12, Sa 9:30-11',
    ['montags bis freitags 9–12 Uhr', 'samstags 9:30–11 Uhr'],
    ['Mondays to Fridays 9:00–12:00', 'Saturdays 9:30–11:00'],
  ],
  ['Mo 9-12 und 14-16', ['montags 9–12 Uhr und 14–16 Uhr'], ['Mondays 9:00–12:00 and 14:00–16:00']],
  ['24/7', ['täglich 0–24 Uhr'], ['every day 0:00–24:00']],
])('the times %j are told as sentences', (raw, german, english) => {
  const read = readValue(field('times'), raw, { country: 'DE' });
  const value = read.ok ? read.value.value : null;
  expect(showValue(field('times'), value, words('de')).map(({ text }) => text)).toEqual(german);
  expect(showValue(field('times'), value, words('en')).map(({ text }) => text)).toEqual(english);
});

test('numbers, addresses and pages can be followed', () => {
  expect(showValue(field('phone'), '+493023125000', words('de'))).toEqual([
    { text: '+49 30 23125000', href: 'tel:+493023125000' },
  ]);
  expect(showValue(field('mail'), 'kontakt@nujin.example', words('de'))).toEqual([
    { text: 'kontakt@nujin.example', href: 'mailto:kontakt@nujin.example' },
  ]);
  expect(showValue(field('web'), 'https://nujin.example/kurse', words('de'))).toEqual([
    { text: 'nujin.example/kurse', href: 'https://nujin.example/kurse' },
  ]);
});

test('codes, answers and languages speak the language of the page', () => {
  expect(showValue(field('code', 'kind', ['association']), 'association', words('de'))).toEqual([{ text: 'Verein' }]);
  expect(showValue(field('codes', 'targetGroups', ['women', 'youth']), ['women', 'youth'], words('en'))).toEqual([
    { text: 'women' },
    { text: 'young people' },
  ]);
  expect(showValue(field('answer', 'papersAsked'), 'no', words('de'))).toEqual([{ text: 'ohne Papiere' }]);
  expect(showValue(field('languages'), ['ar', 'tr'], words('de'))).toEqual([
    { text: 'Arabisch' },
    { text: 'Türkisch' },
  ]);
});

test('what is no value of the field shows nothing, least of all a link', () => {
  expect(showValue(field('web'), 'javascript:alert(1)', words('de'))).toEqual([]);
  expect(showValue(field('code', 'kind', ['association']), 'party', words('de'))).toEqual([]);
  expect(showValue(field('phone'), { lat: 1, lon: 2 }, words('de'))).toEqual([]);
});

test('a place is shown with its postcode', () => {
  expect(showValue(field('place'), { postcode: '09111', name: 'Chemnitz' }, words('de'))).toEqual([
    { text: '09111 Chemnitz' },
  ]);
});
