import { inventCounty, type List, type Subject } from '../../src/engines/rhoenau/index.ts';
import { canonical } from '../../src/plain/json.ts';
import { itemFrom } from './item-from.ts';
import { samePairs, type EvaluationSet } from './set.ts';

/** What the headers of the county's lists mean; what is not named here is left alone. */
const HEADERS: Readonly<Record<string, string>> = {
  'Name des Vereins': 'name',
  BEZEICHNUNG: 'name',
  'Name auf Deutsch': 'name',
  Angebot: 'name',
  'So nennen wir uns': 'otherName',
  Kurzname: 'shortName',
  Träger: 'carrier',
  Straße: 'street',
  STRASSE: 'street',
  'Adresse Straße': 'street',
  PLZ: 'postcode',
  'Adresse PLZ': 'postcode',
  Ort: 'place',
  ORT: 'place',
  'Adresse Ort': 'place',
  'PLZ Ort': 'postcodePlace',
  'Tel.': 'phones',
  TELEFON: 'phones',
  Telefon: 'phones',
  'Kontakt Telefon': 'phones',
  'E-Mail': 'mails',
  EMAIL: 'mails',
  'Kontakt E-Mail': 'mails',
  Internet: 'sites',
  WWW: 'sites',
  Website: 'sites',
  Sprachen: 'languages',
  SPRACHEN: 'languages',
  'Für wen Sprachen': 'languages',
  Wann: 'times',
  lat: 'lat',
  lon: 'lon',
};

/** The six overlapping lists of the demonstration, 602 entries of which is known what they are about. */
export function countySet(): EvaluationSet {
  const { lists, organisations, offers } = inventCounty({ seed: 1, scale: 1, today: '2026-11-21' });
  const things = new Map([...organisations, ...offers].map((subject) => [subject.id, thingOf(subject)]));
  const rows = lists.flatMap((list) =>
    list.rows.map((row, at) => ({ list, row, thing: things.get(list.truth[at] ?? '') ?? '' })),
  );
  const slices = new Map<string, Set<number>>();
  for (const [at, { list }] of rows.entries()) slices.set(list.key, (slices.get(list.key) ?? new Set()).add(at));
  return {
    name: 'county',
    records: rows.map(({ list, row }) => {
      const texts = textsOf(list, row);
      return { label: texts['name'] ?? '', item: itemFrom(list.key, list.subject, texts) };
    }),
    same: samePairs(rows.map(({ thing }) => thing)),
    part: new Set(),
    place: new Set(),
    slices,
    goal: 0.95,
  };
}

/** The generator sometimes invents one offer twice: same name, carrier, place and time. Nobody could tell them apart. */
function thingOf({ id, facts }: Subject): string {
  const told = ['name', 'carrier', 'place', 'street', 'times', 'appointment'].map(
    (field) => facts[field]?.[0]?.value ?? null,
  );
  return id.startsWith('offer') ? canonical(told) : id;
}

function textsOf(list: List, row: readonly string[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [at, header] of list.headers.entries()) {
    const field = HEADERS[header];
    if (field !== undefined && (row[at] ?? '') !== '') texts[field] = row[at] ?? '';
  }
  return texts;
}
