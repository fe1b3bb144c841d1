import { expect, test } from 'vitest';
import { readWeb, showWeb } from './web.ts';

test.each([
  ['www.nujin.example', 'https://www.nujin.example/'],
  ['nujin.example/kurse', 'https://nujin.example/kurse'],
  ['http://nujin.example', 'http://nujin.example/'],
  ['HTTPS://WWW.NUJIN.EXAMPLE/Kurse', 'https://www.nujin.example/Kurse'],
  ['Homepage: www.nujin.example', 'https://www.nujin.example/'],
  ['//nujin.example', 'https://nujin.example/'],
  ['nujin.example:8080/a', 'https://nujin.example:8080/a'],
  ['www.nujin.example.', 'https://www.nujin.example/'],
  ['facebook.com/nujin', 'https://facebook.com/nujin'],
  ['https://de.wikipedia.org/wiki/Geflecht_(Begriff)', 'https://de.wikipedia.org/wiki/Geflecht_(Begriff)'],
  ['https://müller.example/straße', 'https://xn--mller-kva.example/stra%C3%9Fe'],
  ['www. nujin.example', 'https://www.nujin.example/'],
])('%j is the page %s without any note', (raw, address) => {
  expect(readWeb(raw)).toEqual({ ok: true, value: { value: address, notes: [] } });
});

test.each([
  ['http:/nujin.example', 'http://nujin.example/', 'claims.web.note.repaired'],
  ['htps://nujin.example', 'https://nujin.example/', 'claims.web.note.repaired'],
  ['https://https://nujin.example', 'https://nujin.example/', 'claims.web.note.repaired'],
  ['https:\\\\www.nujin.example', 'https://www.nujin.example/', 'claims.web.note.repaired'],
  ['www.nujin.example, www.hadas.example', 'https://www.nujin.example/', 'claims.web.note.several'],
  ['www.nujin.example (im Aufbau)', 'https://www.nujin.example/', 'claims.note.leftOut'],
])('%j is the page %s with the note %s', (raw, address, note) => {
  const read = readWeb(raw);
  expect(read.ok && read.value.value).toBe(address);
  expect(read.ok && read.value.notes.map(({ key }) => key)).toEqual([note]);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,hallo',
  'ftp://nujin.example',
  'ja',
  'nein',
  'e. V.',
  'e.V.',
  'Verein.Quatschwort',
  'http://localhost',
  'http://127.0.0.1/',
  'http://[::1]/',
  'https://jemand:geheim@nujin.example',
  'www.nujin',
  'siehe Aushang',
])('%j is no page', (raw) => {
  expect(readWeb(raw)).toMatchObject({ ok: false, issue: { key: 'claims.web.invalid' } });
});

test('a mail address in a column of pages is told apart', () => {
  expect(readWeb('kontakt@nujin.example')).toMatchObject({ ok: false, issue: { key: 'claims.web.isMail' } });
});

test('a page is shown without scheme, with its host and path as people read them', () => {
  expect(showWeb('https://xn--mller-kva.example/stra%C3%9Fe/')).toBe('müller.example/straße');
  expect(showWeb('https://nujin.example/a%E2%80%AEb')).toBe('nujin.example/a%E2%80%AEb');
  expect(showWeb('https://nujin.example/%ff')).toBe('nujin.example/%ff');
});
