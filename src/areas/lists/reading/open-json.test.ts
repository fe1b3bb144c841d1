import { expect, test } from 'vitest';
import { allRows, cellsOf, fileWith, names, noteKeys, opened, problemKeys } from './fixtures/make-file.ts';

function collection(...features: unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', bbox: [1, 2, 3, 4], crs: { type: 'name' }, features });
}

function feature(properties: unknown, geometry: unknown) {
  return { type: 'Feature', properties, geometry };
}

test('GeoJSON gives its properties and the point as columns', async () => {
  const table = await opened(
    fileWith(
      collection(
        feature(
          { NAME: 'Haus "der" Begegnung', PLZ: '09116', FAX: null },
          { type: 'Point', coordinates: [12.9, 50.8] },
        ),
        feature({ NAME: 'Ohne Ort', PLZ: 9116, WWW: 'a.example' }, null),
      ),
    ),
  );
  expect(table.format).toBe('geojson');
  expect(names(table)).toEqual(['NAME', 'PLZ', 'FAX', 'WWW', 'lat', 'lon']);
  expect((await allRows(table)).map(({ cells }) => cells)).toEqual([
    ['Haus "der" Begegnung', '09116', '', '', '50.8', '12.9'],
    ['Ohne Ort', '9116', '', 'a.example', '', ''],
  ]);
});

test('an area stands at its middle, a line at its half', async () => {
  const square = [
    [
      [10, 50],
      [12, 50],
      [12, 52],
      [10, 52],
      [10, 50],
    ],
  ];
  const cells = await cellsOf(
    fileWith(
      collection(
        feature({ n: 1 }, { type: 'Polygon', coordinates: square }),
        feature({ n: 2 }, { type: 'MultiPolygon', coordinates: [square] }),
        feature(
          { n: 3 },
          {
            type: 'LineString',
            coordinates: [
              [1, 2],
              [3, 4],
              [5, 6],
            ],
          },
        ),
        feature({ n: 4 }, { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [7, 8] }] }),
      ),
    ),
  );
  expect(cells).toEqual([
    ['1', '51', '11'],
    ['2', '51', '11'],
    ['3', '4', '3'],
    ['4', '8', '7'],
  ]);
});

test('coordinates that are no degrees are left out and told', async () => {
  const table = await opened(
    fileWith(
      collection(
        feature({ n: 1 }, { type: 'Point', coordinates: [354_000, 5_632_000] }),
        feature({ n: 2 }, { type: 'Point', coordinates: [12, 50] }),
      ),
    ),
  );
  expect(noteKeys(table)).toEqual(['strangePoints']);
  expect(
    await cellsOf(fileWith(collection(feature({ n: 1 }, { type: 'Point', coordinates: [354_000, 5_632_000] })))),
  ).toEqual([['1']]);
});

test('properties called lat do not collide with the point', async () => {
  expect(
    names(await opened(fileWith(collection(feature({ lat: 'x' }, { type: 'Point', coordinates: [1, 2] }))))),
  ).toEqual(['lat', 'lat (2)', 'lon']);
});

test.each([
  ['at the top', '[{"a":1},{"a":2}]'],
  ['in a property', '{"count": 2, "visible": [{"a":1},{"a":2}], "invisible": [{"a":3}]}'],
  ['two levels below', '{"data": {"tags": ["x"], "items": [ {"a":1}, {"a":2} ]}}'],
])('a list %s is found', async (_, text) => {
  const table = await opened(fileWith(text));
  expect(table.format).toBe('json');
  expect((await allRows(table)).map(({ cells }) => cells)).toEqual([['1'], ['2']]);
});

test('nested objects become columns with a path, lists become text', async () => {
  const table = await opened(
    fileWith(
      JSON.stringify([
        {
          kontakt: { telefon: '0371', web: { url: 'x' } },
          tags: ['a', 'b', 3],
          ja: true,
          themen: [{ name: 'Nähen' }, { name: 'Tanz' }],
        },
      ]),
    ),
  );
  expect(names(table)).toEqual(['kontakt.telefon', 'kontakt.web.url', 'tags', 'ja', 'themen']);
  expect(table.sample).toEqual([['0371', 'x', 'a, b, 3', 'true', 'Nähen, Tanz']]);
});

test('a column that only the last entry has is there', async () => {
  const many = Array.from({ length: 2000 }, (_, at) => ({ nr: at }));
  const table = await opened(fileWith(JSON.stringify([...many, { nr: 2000, spaet: 'ja' }])));
  expect(names(table)).toEqual(['nr', 'spaet']);
  expect((await allRows(table)).at(-1)?.cells).toEqual(['2000', 'ja']);
});

test('one broken entry does not cost the others', async () => {
  const rows = await allRows(await opened(fileWith('[{"a":"x ] } \\" {"},\n{"a":nichts},\n{"a":"z"}]')));
  expect(problemKeys(rows)).toEqual([null, 'brokenElement', null]);
  expect(rows[0]?.cells).toEqual(['x ] } " {']);
  expect(rows[1]?.problem?.values).toEqual({ row: 2, line: 2 });
});

test('a JSON file in UTF-16 is read', async () => {
  expect(await cellsOf(fileWith('[{"name":"Köln"}]', 'utf-16le'))).toEqual([['Köln']]);
});
