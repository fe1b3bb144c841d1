import { expect, test } from 'vitest';
import { isEmpty } from './is-empty.ts';

test.each([
  '',
  ' ',
  '\u00A0',
  '\u200B',
  '-',
  '–',
  '---',
  '?',
  '.',
  '/',
  'k.A.',
  'k. A.',
  'K.A.',
  'n/a',
  'N/A',
  'NA',
  'kA',
  'k A',
  'k.A',
  ' kA ',
  'nan',
  'NaN',
  'null',
  'NULL',
  '#NV',
  '#N/A',
  'keine Angabe',
  'unbekannt',
  '(leer)',
])('%j says nothing', (raw) => {
  expect(isEmpty(raw)).toBe(true);
});

test.each(['0', 'nein', 'keine', 'na', 'x', '1', 'Nanette', 'AWO', '+', 'ja?', 'k', 'KA', 'ka', 'Ka', 'kAB'])(
  '%j says something',
  (raw) => {
    expect(isEmpty(raw)).toBe(false);
  },
);

test.each([
  'keine',
  'Keine',
  'keine E-Mail',
  'noch keine Website',
  'kein Telefon',
  'nein',
  'nicht vorhanden',
  'none',
  'kA',
])('%j under a contact says nothing', (raw) => {
  expect(isEmpty(raw, 'contact')).toBe(true);
});

test.each(['keine@verein.example', 'Frau Keine', 'Nein zu Gewalt', 'KA', '0371 123456'])(
  '%j under a contact says something',
  (raw) => {
    expect(isEmpty(raw, 'contact')).toBe(false);
  },
);
