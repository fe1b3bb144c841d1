import { readFileSync, existsSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openGazetteer, rhoenauTable, type PlaceAnswer, type PlaceQuestion } from './index.ts';

const gazetteer = openGazetteer({ extra: [rhoenauTable()] });

function short(question: PlaceQuestion | string): string {
  const answer: PlaceAnswer = gazetteer.resolvePlace(typeof question === 'string' ? { text: question } : question);
  if (answer.state === 'unknown') return answer.reason.key;
  if (answer.state === 'ambiguous') return `? ${answer.choices.map((place) => place.id).join(' ')}`;
  return [answer.place.id, answer.postcode, answer.district].filter((part) => part !== null).join(' ');
}

function corrections(question: PlaceQuestion | string): string[] {
  const answer = gazetteer.resolvePlace(typeof question === 'string' ? { text: question } : question);
  return answer.state === 'unknown' ? [] : answer.corrections.map((one) => one.key.replace('places.correction.', ''));
}

test.each([
  ['Chemnitz, 9116', 'DE-14511-chemnitz 09116'],
  [' 09111  Chemnitz ', 'DE-14511-chemnitz 09111'],
  ['Hauptstraße 5, 09111 Chemnitz', 'DE-14511-chemnitz 09111'],
  ['Hauptstraße 5, Chemnitz', 'DE-14511-chemnitz'],
  ['002625', 'DE-14625-bautzen 02625'],
  ['2625.0 Bautzen', 'DE-14625-bautzen 02625'],
  ['D-01067', 'DE-14612-dresden 01067'],
  ['A-1010', 'AT-90001 1010'],
  ['CH-8001', 'CH-261 8001'],
  ['FL-9490', 'LI-7001 9490'],
  ['87491 Jungholz', 'AT-70818 87491'],
])('%s is %s', (written, place) => {
  expect(short(written)).toBe(place);
});

test.each([
  ['Muenchen', 'DE-09162-muenchen'],
  ['Munchen', 'DE-09162-muenchen'],
  ['MÜNCHEN', 'DE-09162-muenchen'],
  ['Munich', 'DE-09162-muenchen'],
  ['St. Gallen', 'CH-3203'],
  ['9000 Sankt Gallen', 'CH-3203 9000'],
  ['Halle (Saale)', 'DE-15002-halle-saale'],
  ['Halle/Saale', 'DE-15002-halle-saale'],
  ['Halle a.d. Saale', 'DE-15002-halle-saale'],
  ['Frankfurt a. M.', 'DE-06412-frankfurt-am-main'],
  ['Frankfurt (O.)', 'DE-12053-frankfurt-oder'],
  ['Rothenburg o.d.T.', 'DE-09571-rothenburg-ob-der-tauber'],
  ['Stadt Chemnitz', 'DE-14511-chemnitz'],
  ['Wittenberg', 'DE-15091-lutherstadt-wittenberg'],
  ['Genf', 'CH-6621'],
  ['Bienne', 'CH-371'],
  ['Chemnitz, Sachsen', 'DE-14511-chemnitz'],
  ['Neustadt, Landkreis Sächsische Schweiz-Osterzgebirge', 'DE-14628-neustadt-in-sachsen'],
  ['LK Bautzen', 'DE-14625'],
  ['Hamburg', 'DE-02000-hamburg'],
])('%s is another spelling of %s', (written, place) => {
  expect(short(written)).toBe(place);
});

test.each([
  ['Berlin-Neukölln', 'DE-11000-berlin Neukölln'],
  ['Neukölln (Berlin)', 'DE-11000-berlin Neukölln'],
  ['Wien 10., Favoriten', 'AT-90001 Favoriten'],
  ['1100 Wien 10., Favoriten', 'AT-90001 1100 Favoriten'],
  ['Fulda-Nord', 'DE-06631-fulda Nord'],
  ['Chemnitz OT Röhrsdorf', 'DE-14511-chemnitz Röhrsdorf'],
  ['09112 Chemnitz-Kaßberg', 'DE-14511-chemnitz 09112 Kaßberg'],
  ['Hamburg Altona-Nord', 'DE-02000-hamburg Altona-Nord'],
  ['Rhönau-Weberviertel', 'DE-99001-rhoenau Weberviertel'],
])('%s is a place with its district: %s', (written, place) => {
  expect(short(written)).toBe(place);
});

test('places of one name are asked, not guessed, until something decides', () => {
  expect(short('Frankfurt')).toBe('? DE-06412-frankfurt-am-main DE-12053-frankfurt-oder');
  expect(short('60311 Frankfurt')).toBe('DE-06412-frankfurt-am-main 60311');
  expect(short({ name: 'Frankfurt', postcode: '15230' })).toBe('DE-12053-frankfurt-oder 15230');
  expect(short({ name: 'Frankfurt', near: 'DE-06' })).toBe('DE-06412-frankfurt-am-main');
  expect(short('Münster')).toMatch(/^\? DE-05515-muenster DE-/);
});

test('a postcode of four digits is asked, until a name or the country of the list decides', () => {
  expect(short('9116')).toBe('? DE-14511-chemnitz CH-3401');
  expect(short({ postcode: '9116', country: 'DE' })).toBe('DE-14511-chemnitz 09116');
  expect(short({ postcode: '9116', country: 'CH' })).toBe('CH-3401 9116');
  expect(short({ postcode: '1010', name: 'Wien', country: 'DE' })).toBe('AT-90001 1010');
});

test('four digits are a place of another country only where its name agrees', () => {
  expect(short({ postcode: '5107', name: 'Neu Sandheim', country: 'DE' })).toBe('places.unknown.name');
  expect(short('5107 Neu Sandheim')).toBe('places.unknown.name');
  expect(short({ postcode: '5107', name: 'Chemnitz', country: 'DE' })).toBe('? DE-14511-chemnitz');
  expect(short({ postcode: '5107', name: 'Schinznach', country: 'DE' })).toBe('CH-4125 5107');
  expect(short({ postcode: '5107', name: 'Neu Sandheim', country: 'CH' })).toBe('? CH-4125');
  expect(short({ postcode: 'CH-5107', name: 'Neu Sandheim', country: 'DE' })).toBe('? CH-4125');
  expect(short({ postcode: '80331', name: 'Neu Sandheim', country: 'AT' })).toBe('? DE-09162-muenchen');
  expect(short({ postcode: '9112', name: 'Kaßberg', country: 'DE' })).toBe('? DE-14511-chemnitz');
});

test('nothing is corrected without saying so', () => {
  expect(corrections('Chemnitz, 9116')).toEqual(['lostZero']);
  expect(corrections('002625 Bautzen')).toEqual(['extraZero']);
  expect(corrections({ postcode: '2625.0', country: 'DE' })).toEqual(['decimal', 'lostZero']);
  expect(corrections('09111 Chemnitz')).toEqual([]);
  expect(corrections({ postcode: 'siehe oben', name: 'Chemnitz' })).toEqual(['unreadable']);
});

test('a likely typing error is proposed, never taken', () => {
  expect(short('Chemitz')).toBe('? DE-14511-chemnitz');
  expect(corrections('Chemitz')).toEqual(['nearName']);
  expect(short('09111 Chemitz')).toBe('? DE-14511-chemnitz');
});

test('a name and a postcode that contradict are both offered', () => {
  expect(short('01067 Chemnitz')).toBe('? DE-14612-dresden DE-14511-chemnitz');
  expect(corrections('01067 Chemnitz')).toEqual(['contradiction']);
  expect(short('09112 Kaßberg')).toBe('? DE-14511-chemnitz');
  expect(corrections('09112 Kaßberg')).toEqual(['nameUnknown']);
});

test('the postcode of a single receiver is no place, and stays with the name of its town', () => {
  expect(short('10875')).toBe('places.unknown.receiver');
  expect(short('09106 Chemnitz')).toBe('DE-14511-chemnitz 09106');
  expect(corrections('09106 Chemnitz')).toEqual(['receiver']);
});

test('a postcode that nobody knows is left out in its region, asked elsewhere', () => {
  expect(short('99095 Erfurt')).toBe('DE-16051-erfurt');
  expect(corrections('99095 Erfurt')).toEqual(['postcodeUnknown']);
  expect(short('99999 Chemnitz')).toBe('? DE-14511-chemnitz');
});

test('what names no place says what to do', () => {
  expect(short('')).toBe('places.unknown.empty');
  expect(short('k. A.')).toBe('places.unknown.empty');
  expect(short('Xyzzyhausen am Quux')).toBe('places.unknown.name');
  expect(short('00999')).toBe('places.unknown.postcode');
});

const gemeinden = ['DE', 'AT', 'CH', 'LI']
  .flatMap((id) => gazetteer.placesWithin(id))
  .filter((place) => place.level === 'gemeinde');
const addresses = gemeinden.flatMap((place) => place.postcodes.map((postcode) => ({ place, postcode })));

test('every postcode with the name of its place is that place', () => {
  const wrong = addresses.filter(
    ({ place, postcode }) =>
      short({ postcode, name: place.name }).split(' ').slice(0, 2).join(' ') !== `${place.id} ${postcode}`,
  );
  expect(addresses.length).toBeGreaterThan(22_000);
  expect(
    wrong.map(({ place, postcode }) => `${postcode} ${place.name} ${short({ postcode, name: place.name })}`),
  ).toEqual([]);
});

test('zeros lost in front and a decimal point behind change nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...addresses),
      fc.constantFrom('', '.0'),
      fc.boolean(),
      ({ place, postcode }, end, lose) => {
        const written = (lose ? postcode.replace(/^0+/, '') : postcode) + end;
        const country = place.id.slice(0, 2) as 'DE';
        expect(short({ postcode: written, name: place.name, country })).toBe(short({ postcode, name: place.name }));
      },
    ),
    { numRuns: 2000 },
  );
});

test('no text makes it throw', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string(),
    fc.stringMatching(/^[A-Za-zäöüß0-9 .,()/-]{0,60}$/),
  );
  fc.assert(
    fc.property(texts, fc.option(texts, { nil: undefined }), (text, name) => {
      expect(['found', 'ambiguous', 'unknown']).toContain(gazetteer.resolvePlace({ text, name }).state);
      expect(['found', 'ambiguous', 'unknown']).toContain(gazetteer.resolvePlace({ postcode: text, name }).state);
    }),
    { numRuns: 500 },
  );
});

const lists = ['Kindertageseinrichtungen', 'Schulen', 'Jugendberufshilfen', 'Schulsozialarbeit'].map(
  (name) => new URL(`../../../../shared/data/lists/chemnitz/${name}.geojson`, import.meta.url),
);

test.skipIf(!lists.every((list) => existsSync(list)))(
  'the rows of a real municipal list all find their place (skipped without the list)',
  () => {
    const rows = lists.flatMap(
      (list): { properties: Record<string, unknown> }[] => JSON.parse(readFileSync(list, 'utf8')).features,
    );
    const asked = rows.flatMap(({ properties }) => {
      const [postcode, name] = [properties['PLZ'], properties['ORT']].map((cell) =>
        typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '',
      );
      return postcode || name ? [{ postcode, name, country: 'DE' as const }] : [];
    });
    expect(asked.length).toBeGreaterThan(200);
    expect(
      asked.filter((row) => gazetteer.resolvePlace(row).state !== 'found').map((row) => [row, short(row)]),
    ).toEqual([]);
  },
);
