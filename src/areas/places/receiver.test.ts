import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { foldPlain } from '../../plain/text.ts';
import { isReceiver } from './receiver.ts';
import { readTable } from './read-table.ts';

const tables = ['de.tsv', 'at.tsv', 'ch.tsv', 'li.tsv'].map((name) =>
  readFileSync(new URL(`./gazetteer/${name}`, import.meta.url), 'utf8'),
);
const names = tables.map((table) =>
  table.split('\n').flatMap((line) => {
    const [kind, first = '', second = ''] = line.split('\t');
    return kind === 'G' ? [second] : kind === 'P' ? [first] : [];
  }),
);
const receivers = new Set(
  readFileSync(new URL('./gazetteer/de-receivers.txt', import.meta.url), 'utf8')
    .split(/\s+/)
    .filter(Boolean),
);

test.each([
  'Daimler Insurance Services GmbH',
  'Mercedes-Benz Versicherung AG',
  'Märkisches Medienhaus GmbH & Co. KG',
  'Amtsgericht',
  'Finanzamt Holzminden',
  'Stadtverwaltung Coesfeld',
  'Hochsauerlandkreis Der Landrat',
  'Commerzbank AG',
  'Sparkasse Fulda',
  'Agentur für Arbeit Soest',
  'ADAC Pfalz e.V.',
  'IKK classic',
  'Verein der Köche e. V.',
])('%s is a single receiver', (name) => {
  expect(isReceiver(name)).toBe(true);
});

test.each([
  'Chemnitz',
  'Freigericht',
  'Linsengericht',
  'Freiamt',
  'Maikammer',
  'Kassel',
  'Postbauer-Heng',
  'Stadtlohn',
  'Agathenburg',
  'Stadt Wehlen',
])('%s is a place', (name) => {
  expect(isReceiver(name)).toBe(false);
});

test('no German place of the gazetteer looks like a receiver', () => {
  expect(names[0]?.filter(isReceiver)).toEqual([]);
});

test('no place of any country has a legal form in its name, but for the canton of Aargau in brackets', () => {
  const forms = /\b(GmbH|mbH|AG|KG|OHG|SA|Ltd|e\. ?V)\b/;
  expect(names.flat().filter((name) => forms.test(name.replace(/ \(AG\)$/, '')))).toEqual([]);
});

test('no postcode of a receiver stands at a German place', () => {
  const ofPlaces = tables.slice(0, 1).flatMap((table) => table.match(/(?<=[\t ])\d{5}(?=,)/g) ?? []);
  expect(ofPlaces.length).toBeGreaterThan(13_000);
  expect(ofPlaces.filter((postcode) => receivers.has(postcode))).toEqual([]);
  expect(receivers.has('10875')).toBe(true);
});

const osm = new URL('../../../../shared/data/gazetteer/plz-to-orte-osm.json', import.meta.url);

test.skipIf(!existsSync(osm))('no place that another directory has was lost (skipped without that directory)', () => {
  const other: Record<string, string[]> = JSON.parse(readFileSync(osm, 'utf8'));
  const ours = new Map<string, string[]>();
  const visit = (entry: ReturnType<typeof readTable>): void => {
    for (const part of [{ name: entry.place.name, spots: entry.spots }, ...entry.parts]) {
      for (const { postcode } of part.spots)
        ours.set(postcode, [...(ours.get(postcode) ?? []), entry.place.name, part.name]);
    }
    for (const child of entry.children) visit(child);
  };
  visit(readTable(tables[0] ?? ''));
  const missing = Object.keys(other).filter((postcode) => !ours.has(postcode));
  // Given out after the list was made: Torgau, Quedlinburg, Zeitz, Erfurt and the like.
  expect(missing).toHaveLength(15);
  // The house on the summit of the Zugspitze.
  expect(missing.filter((postcode) => receivers.has(postcode))).toEqual(['82475']);
  const known = new Set(names[0]?.map((name) => word(name)));
  const lost = Object.values(other)
    .flat()
    .filter((name) => !known.has(word(name)));
  // Names that changed by merging of Gemeinden since the list was made.
  expect(new Set(lost).size / new Set(Object.values(other).flat()).size).toBeLessThan(0.03);
});

function word(name: string): string {
  return foldPlain(name).split(' ')[0] ?? '';
}
