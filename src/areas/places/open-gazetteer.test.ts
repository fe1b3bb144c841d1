import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm, openGazetteer, rhoenauTable } from './index.ts';

const gazetteer = openGazetteer({ extra: [rhoenauTable()] });

function names(ids: readonly { readonly name: string }[]): string[] {
  return ids.map((place) => place.name);
}

test('a place knows what it lies in, up to the country', () => {
  expect(names(gazetteer.ancestors('DE-14511-chemnitz'))).toEqual(['Chemnitz', 'Sachsen', 'Deutschland']);
  expect(names(gazetteer.ancestors('AT-90001'))).toEqual(['Wien (Stadt)', 'Wien', 'Österreich']);
  expect(names(gazetteer.ancestors('CH-261'))).toEqual(['Bezirk Zürich', 'Zürich', 'Schweiz']);
  expect(names(gazetteer.ancestors('LI-7001'))).toEqual(['Liechtenstein']);
  expect(gazetteer.ancestors('nowhere')).toEqual([]);
});

test('Germany has sixteen Länder and four hundred Kreise', () => {
  const places = openGazetteer().placesWithin('DE');
  expect(places.filter((place) => place.level === 'land')).toHaveLength(16);
  expect(places.filter((place) => place.level === 'kreis')).toHaveLength(400);
});

test('every id stands once, and every place but a country has a parent', () => {
  const places = ['DE', 'AT', 'CH', 'LI'].flatMap((id) => gazetteer.placesWithin(id));
  expect(new Set(places.map((place) => place.id)).size).toBe(places.length);
  for (const place of places) {
    expect(place.id).toMatch(/^(DE|AT|CH|LI)(-[0-9A-Za-z]+)*$/);
    expect(gazetteer.place(place.parent ?? place.id)).not.toBeNull();
  }
});

test('every place lies in the middle of Europe', () => {
  const places = ['DE', 'AT', 'CH', 'LI'].flatMap((id) => gazetteer.placesWithin(id));
  expect(places.filter(({ lat, lon }) => !(lat > 45.7 && lat < 55.2 && lon > 5.8 && lon < 17.2))).toEqual([]);
});

test('the invented county has twelve Gemeinden that no real country has', () => {
  const invented = gazetteer.children('DE-99001');
  expect(invented).toHaveLength(12);
  const real = openGazetteer();
  for (const place of invented) {
    expect(real.placesWithin('DE').filter((other) => other.name === place.name)).toEqual([]);
    for (const postcode of place.postcodes) expect(real.resolvePlace({ postcode }).state).toBe('unknown');
  }
  expect(names(gazetteer.ancestors('DE-99001-kaltenried'))).toEqual([
    'Landkreis Rhönau',
    'Beispielland',
    'Deutschland',
  ]);
});

test('the middle of a postcode is apart from the middle of its place', () => {
  const whole = gazetteer.centreOf('DE-14511-chemnitz');
  const quarter = gazetteer.centreOf('DE-14511-chemnitz', '09247');
  expect(whole && quarter && distanceKm(whole, quarter)).toBeGreaterThan(3);
  expect(gazetteer.centreOf('DE-14511-chemnitz', '99999')).toEqual(whole);
  expect(gazetteer.centreOf('nowhere')).toBeNull();
});

test('Chemnitz and Dresden are about sixty-one kilometres apart', () => {
  const [chemnitz, dresden] = [gazetteer.centreOf('DE-14511-chemnitz'), gazetteer.centreOf('DE-14612-dresden')];
  expect(chemnitz && dresden && distanceKm(chemnitz, dresden)).toBeCloseTo(61, -1);
});

test('a distance is the same both ways, nothing to itself, and no shorter by a detour', () => {
  const point = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
      expect(distanceKm(a, a)).toBe(0);
      expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-3);
    }),
  );
});

test('places are suggested by the beginning of their name or postcode', () => {
  expect(gazetteer.suggestPlaces('chem', 3)[0]?.id).toBe('DE-14511-chemnitz');
  expect(gazetteer.suggestPlaces('Mün', 1)[0]?.id).toBe('DE-09162-muenchen');
  expect(gazetteer.suggestPlaces('mun', 20).map((place) => place.id)).toContain('DE-09162-muenchen');
  expect(gazetteer.suggestPlaces('0911', 5).map((place) => place.id)).toEqual(['DE-14511-chemnitz']);
  expect(gazetteer.suggestPlaces('', 5)).toEqual([]);
  expect(gazetteer.suggestPlaces('a', 5)).toHaveLength(5);
});
