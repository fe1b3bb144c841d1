import type { Item } from '../../engines/same/index.ts';
import type { Json } from '../../plain/json.ts';
import type { Facts } from '../claims/index.ts';
import type { PairKind } from './questions.ts';

/** Which facts of an entry are held against those of others. */
export const COMPARED: readonly string[] = [
  'name',
  'shortName',
  'kind',
  'carrier',
  'street',
  'place',
  'point',
  'phone',
  'mailbox',
  'website',
  'languages',
  'topics',
  'registerNumber',
  'times',
];

/** What an entry shows, as the engine takes it. `source` is the list that names it. */
export function itemOf(kind: PairKind, facts: Facts, source: string): Item {
  const [name, ...otherNames] = [...namesOf(facts['name']), ...textsOf(facts['shortName'])];
  const place = partsOf(facts['place']);
  const point = partsOf(facts['point']);
  const fields = { registerNumber: textOf(facts['registerNumber']), times: timesOf(facts['times']) };
  const texts = {
    name: name ?? '',
    carrier: textOf(facts['carrier']),
    street: textOf(facts['street']),
    postcode: textOf(place['postcode']),
    place: textOf(place['name']),
  };
  const lists = {
    otherNames,
    phones: textsOf(facts['phone']),
    mails: textsOf(facts['mailbox']),
    sites: textsOf(facts['website']),
    languages: textsOf(facts['languages']),
    topics: textsOf(facts['topics']),
  };
  const [lat, lon] = [point['lat'], point['lon']];
  return {
    source,
    kind,
    ...filled(texts, (text) => text !== ''),
    ...filled(lists, (values) => values.length > 0),
    ...(typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : {}),
    fields: filled(fields, (text) => text !== ''),
  };
}

/** Its names, the German one first. */
export function namesOf(value: Json | undefined): readonly string[] {
  return Object.entries(partsOf(value))
    .toSorted(([a], [b]) => Number(b === 'de') - Number(a === 'de') || (a < b ? -1 : 1))
    .flatMap(([, text]) => textsOf(text));
}

export function textsOf(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string') : [];
}

function textOf(value: Json | undefined): string {
  return textsOf(value)[0] ?? '';
}

export function partsOf(value: Json | undefined): Readonly<Record<string, Json>> {
  return value === null || value === undefined || typeof value !== 'object' || Array.isArray(value)
    ? {}
    : Object.fromEntries(Object.entries(value));
}

const DAYS = ['', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];

/** As a list would write it: "Mo 18:00-20:00". */
function timesOf(value: Json | undefined): string {
  if (!Array.isArray(value)) return '';
  return value
    .map((time: Json) => partsOf(time))
    .map(({ day, from, to }) => `${DAYS[Number(day)] ?? ''} ${textOf(from)}-${textOf(to)}`)
    .join(', ');
}

function filled<Value>(
  values: Readonly<Record<string, Value>>,
  isThere: (value: Value) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isThere(value)));
}
