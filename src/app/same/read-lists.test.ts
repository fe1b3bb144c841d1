import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../home.ts';
import { terminalWords } from '../terminal-words.ts';
import { readLists } from './read-lists.ts';

const FOLDER = join(ROOT, 'bench/same/german/development');

async function read(...names: readonly string[]) {
  return readLists(
    names.map((name) => join(FOLDER, name)),
    new Map(),
    terminalWords(),
  );
}

test.each([
  ['vereinsverzeichnis.csv', ['name', 'street', 'postcode', 'place', 'phone', 'mail']],
  ['city-portal.csv', ['name', 'street', 'postcode', 'place', 'phone', 'mail', 'site', 'language']],
  ['beratungsfuehrer.csv', ['name', 'carrier', 'street', 'postcodePlace', 'phone', 'site', 'language']],
  ['migrantenorganisationen.csv', ['name', 'otherName', 'street', 'postcode', 'place', 'phone', 'mail', 'language']],
  ['altbestand.csv', ['name', 'street', 'postcode', 'place', 'phone', 'site']],
  ['angebote.csv', ['name', 'carrier', 'street', 'postcode', 'place', 'field', 'language', 'phone', 'site']],
  ['kursliste.csv', ['name', 'carrier', 'street', 'postcodePlace', 'field', 'phone', 'mail']],
])('every column of %s is understood by its header, whatever encoding and separator', async (name, targets) => {
  const { columns, notes } = await read(name);
  expect([...columns.values()].map((all) => all.map(({ target }) => target))).toEqual([targets]);
  expect(notes).toEqual([]);
});

test('rows are counted from the first row of data, file by file', async () => {
  const { places, items } = await read('kursliste.csv', 'angebote.csv');
  const first = places.findIndex(({ file }) => file.endsWith('angebote.csv'));
  expect(places[0]).toEqual({ file: join(FOLDER, 'kursliste.csv'), row: 1 });
  expect(places[first - 1]?.row).toBe(first);
  expect(places[first]).toEqual({ file: join(FOLDER, 'angebote.csv'), row: 1 });
  expect(new Set(items.map(({ source }) => source)).size).toBe(2);
  expect(
    items.every(({ kind, postcode, fields }) => kind === 'offer' && postcode !== '' && fields?.['times'] !== ''),
  ).toBe(true);
});
