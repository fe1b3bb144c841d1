import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createLog } from '../log/index.ts';
import { chooseLanguage, LANGUAGES, loadWords } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'words-'));
afterAll(() => rmSync(root, { recursive: true }));

write('areas/finding/words/de.json', {
  'finding.results': '{count, plural, =0 {Nichts gefunden} one {# Ergebnis} other {# Ergebnisse}}',
  'finding.at': 'Bei <b>{name}</b>',
  'finding.onlyGerman': 'Nur deutsch: {count, number}',
});
write('areas/finding/words/de-simple.json', { 'finding.at': 'Hier: {name}' });
write('areas/finding/words/ar.json', {
  'finding.results':
    '{count, plural, zero {لا نتائج} one {نتيجة واحدة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}}',
});
write('ui/words/de.json', { 'ui.next': 'Weiter' });

const office = loadWords(root);

function write(path: string, content: unknown) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), JSON.stringify(content));
}

test('catalogues of all folders are one', () => {
  expect(office.in('de').say('ui.next')).toBe('Weiter');
  expect(office.in('de').say('finding.results', { count: 1 })).toBe('1 Ergebnis');
  expect(office.in('de').tell({ key: 'finding.results', values: { count: 1200 } })).toBe('1.200 Ergebnisse');
});

test('Arabic has six forms of number, with Latin digits', () => {
  const words = office.in('ar');
  const said = [0, 1, 2, 3, 11, 100].map((count) => words.say('finding.results', { count }));
  expect(said).toEqual(['لا نتائج', 'نتيجة واحدة', 'نتيجتان', '3 نتائج', '11 نتيجة', '100 نتيجة']);
  expect(words.number(1234567)).toMatch(/^[\d,.]+$/);
  expect(words.day('2026-03-31')).toMatch(/31.*2026/);
});

test('what a language lacks is said in German', () => {
  expect(office.in('ar').say('finding.onlyGerman', { count: 1000 })).toBe('Nur deutsch: 1.000');
  expect(office.in('de-simple').say('finding.at', { name: 'x' })).toBe('Hier: x');
  expect(office.in('de-simple').say('ui.next')).toBe('Weiter');
});

test('a message never makes markup', () => {
  expect(office.in('de').say('finding.at', { name: '<i>' })).toBe('Bei <b><i></b>');
});

test('an unknown key throws in development', () => {
  expect(() => office.in('de').say('finding.nothing')).toThrow('finding.nothing');
  expect(() => office.in('de').say('finding.results')).toThrow('finding.results');
  expect(office.has('finding.nothing')).toBe(false);
});

test('an unknown key is logged once in production and shown as it is', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'info', write: (line) => lines.push(line) });
  const words = loadWords(root, { strict: false, log }).in('de');
  expect(words.say('finding.nothing')).toBe('finding.nothing');
  expect(words.say('finding.nothing')).toBe('finding.nothing');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('"key":"finding.nothing"');
});

test('a key in two catalogues is refused', () => {
  write('areas/lists/words/uk.json', { 'ui.next': 'а' });
  write('ui/words/uk.json', { 'ui.next': 'б' });
  expect(() => loadWords(root).in('uk')).toThrow('ui.next');
});

test('an unknown language is answered in German', () => {
  expect(office.in('xx').language).toBe('de');
});

test('days and moments are those of the installation', () => {
  const words = office.in('de');
  expect(words.day('2026-03-31')).toBe('31. März 2026');
  expect(words.day(new Date('2026-03-31T23:30:00Z'))).toBe('1. April 2026');
  expect(words.day('2026-02-30')).toBe('2026-02-30');
  expect(words.moment(new Date('2026-03-31T23:30:00Z'))).toContain('01:30');
  expect(office.in('en').day('2026-03-31')).toBe('31 March 2026');
});

test('lists end with a word', () => {
  expect(office.in('de').list(['a', 'b', 'c'])).toBe('a, b und c');
  expect(office.in('en').list(['a', 'b'])).toBe('a and b');
});

test('languages carry the names that their speakers use', () => {
  const own = loadWords(join(import.meta.dirname, '..'));
  expect(own.in('de').languageName('kmr')).toBe('Kurmandschi');
  expect(own.in('de').languageName('ti')).toBe('Tigrinya');
  expect(own.in('uk').languageName('rom')).toBe('ромська');
  expect(own.in('de').languageName('not a tag')).toBe('not a tag');
});

test.each([
  [{ query: 'ar', cookie: 'en', header: 'tr' }, 'ar'],
  [{ query: 'xx', cookie: 'en', header: 'tr' }, 'en'],
  [{ header: 'fr-FR, uk-UA;q=0.8, en;q=0.9' }, 'en'],
  [{ header: 'uk-UA,uk;q=0.9' }, 'uk'],
  [{ header: 'de-AT' }, 'de'],
  [{ header: 'en;q=0, *' }, 'de'],
  [{ header: 'en;q=x,,;;' }, 'de'],
  [{}, 'de'],
])('%o asks for %s', (wishes, language) => {
  expect(chooseLanguage(wishes)).toBe(language);
});

test('every language has an own name, a direction and a locale that Intl knows', () => {
  for (const { locale, tag, ownName } of LANGUAGES) {
    expect(ownName).not.toBe('');
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toHaveLength(1);
  }
});
