import type { Gazetteer } from '../../areas/places/index.ts';
import { idFor } from '../../plain/ids.ts';
import type { Words } from '../../plain/words.ts';
import { isObject, partOf } from './cells.ts';
import type { Thing } from './hsds-taxonomy.ts';

/** Leaves out what is not known: HSDS has no null. */
export function known(parts: { readonly [key: string]: Thing[string] | undefined }): Thing {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, value]) =>
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
        ? []
        : [[key, value]],
    ),
  );
}

export function textOf(facts: Thing, field: string): string {
  const value = facts[field];
  return typeof value === 'string' ? value : '';
}

/** The text that stands in the plain HSDS field: German, else of no known language, else the first. */
export function mainOf(facts: Thing, field: string): string {
  const spoken = facts[field];
  if (!isObject(spoken)) return '';
  return partOf(spoken, 'de') || partOf(spoken, 'und') || partOf(spoken, Object.keys(spoken).toSorted()[0] ?? '');
}

/** All texts by language, which HSDS itself has no place for. */
export function translations(facts: Thing, names: readonly string[]): Thing | undefined {
  const found = Object.fromEntries(names.flatMap((name) => (isObject(facts[name]) ? [[name, facts[name]]] : [])));
  return Object.keys(found).length === 0 ? undefined : found;
}

/** Their validators know plain addresses only. */
export function mailOf(facts: Thing): string {
  const mail = textOf(facts, 'mailbox');
  return /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(mail) ? mail : '';
}

export function phonesOf(owner: 'organization_id' | 'service_id', id: string, facts: Thing): readonly Thing[] {
  const number = textOf(facts, 'phone');
  if (number === '') return [];
  return [
    known({
      id: idFor(`hsds/phone/${id}`),
      [owner]: id,
      number,
      type: 'voice',
      description: textOf(facts, 'contactFunction'),
    }),
  ];
}

/** A function that can be reached, never a person. */
export function contactsOf(owner: 'organization_id' | 'service_id', id: string, facts: Thing): readonly Thing[] {
  const title = textOf(facts, 'contactFunction');
  return title === '' ? [] : [known({ id: idFor(`hsds/contact/${id}`), [owner]: id, title, email: mailOf(facts) })];
}

export function languagesOf(
  owner: 'service_id' | 'location_id',
  id: string,
  facts: Thing,
  words: Words,
): readonly Thing[] {
  const tags = facts['languages'];
  if (!Array.isArray(tags)) return [];
  return tags
    .filter((tag) => typeof tag === 'string')
    .map((tag) => ({
      id: idFor(`hsds/language/${id}/${tag}`),
      [owner]: id,
      code: tag,
      name: words.languageName(tag),
    }));
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * Weekly times. HSDS writes the zone as a number of hours, which is wrong for half of each year where
 * clocks change: the name of the zone stands in `x_timezone` instead.
 */
export function schedulesOf(facts: Thing, field: string, link: Thing, id: string): readonly Thing[] {
  const times = facts[field];
  if (!Array.isArray(times)) return [];
  return times.map((time, at) =>
    known({
      id: idFor(`hsds/schedule/${id}/${field}/${at}`),
      ...link,
      freq: 'WEEKLY',
      interval: 1,
      wkst: 'MO',
      byday: DAYS[Number(partOf(time, 'day')) - 1] ?? '',
      opens_at: partOf(time, 'from'),
      closes_at: partOf(time, 'to'),
      valid_from: textOf(facts, 'validFrom'),
      valid_to: textOf(facts, 'validTo'),
      x_timezone: partOf(time, 'zone'),
    }),
  );
}

/** Where something is: the place, with the street only where it is for everyone. */
export function locationOf(id: string, facts: Thing, gazetteer: Gazetteer, more: Thing): Thing | null {
  const place = facts['place'];
  if (!isObject(place)) return null;
  const location = idFor(`hsds/location/${id}`);
  const around = gazetteer.ancestors(partOf(place, 'place'));
  const point = facts['point'];
  const address = {
    id: idFor(`hsds/address/${id}`),
    location_id: location,
    address_1: textOf(facts, 'street'),
    city: partOf(place, 'name'),
    region: textOf(facts, 'district'),
    state_province: around.find(({ level }) => level === 'land')?.name ?? '',
    postal_code: partOf(place, 'postcode'),
    country: partOf(place, 'place').slice(0, 2) || 'DE',
    address_type: 'physical',
  };
  return known({
    id: location,
    location_type: 'physical',
    name: partOf(place, 'name'),
    latitude: isObject(point) ? point['lat'] : undefined,
    longitude: isObject(point) ? point['lon'] : undefined,
    external_identifier: partOf(place, 'place'),
    external_identifier_type: partOf(place, 'place') === '' ? '' : 'geflecht-place',
    addresses: [address],
    ...more,
  });
}
