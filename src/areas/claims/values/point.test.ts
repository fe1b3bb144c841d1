import { expect, test } from 'vitest';
import { isPoint, readPoint } from './point.ts';

test.each([
  '50.83, 12.87',
  '50.83,12.87',
  '50.83 12.87',
  '50,83 12,87',
  '50,83; 12,87',
  '50,83, 12,87',
  '50,83,12,87',
  '(50.83, 12.87)',
  'N 50.83° E 12.87°',
  'lat: 50.83, lon: 12.87',
  'POINT(12.87 50.83)',
  '{"lat":50.83,"lon":12.87}',
  '{"latitude":"50.83","longitude":"12.87"}',
  '{"type":"Point","coordinates":[12.87,50.83]}',
])('%j is a point', (raw) => {
  expect(readPoint(raw)).toEqual({ ok: true, value: { value: { lat: 50.83, lon: 12.87 }, notes: [] } });
});

test('latitude and longitude that changed places are put right, and it is told', () => {
  expect(readPoint('12.87, 50.83')).toMatchObject({
    ok: true,
    value: { value: { lat: 50.83, lon: 12.87 }, notes: [{ key: 'claims.point.note.swapped' }] },
  });
});

test('the four countries reach from 45 to 56 degrees north and from 5 to 18 degrees east, edges and all', () => {
  for (const edge of ['45, 5', '45, 18', '56, 5', '56, 18']) expect(readPoint(edge), edge).toMatchObject({ ok: true });
});

test.each([
  ['44.9, 12', 'claims.point.outside'],
  ['56.1, 12', 'claims.point.outside'],
  ['50, 4.9', 'claims.point.outside'],
  ['50, 18.1', 'claims.point.outside'],
  ['0, 0', 'claims.point.outside'],
  ['-50.83, 12.87', 'claims.point.outside'],
  ['50.83', 'claims.point.invalid'],
  ['Löwenplatz 3', 'claims.point.invalid'],
  ['{"lat":', 'claims.point.invalid'],
  ['[50]', 'claims.point.invalid'],
])('%j is refused by %s', (raw, key) => {
  expect(readPoint(raw)).toMatchObject({ ok: false, issue: { key } });
});

test('a point has exactly a latitude and a longitude', () => {
  expect(isPoint({ lat: 50.83, lon: 12.87 })).toBe(true);
  expect(isPoint({ lat: 91, lon: 0 })).toBe(false);
  expect(isPoint({ lat: 50, lon: 12, name: 'x' })).toBe(false);
});
