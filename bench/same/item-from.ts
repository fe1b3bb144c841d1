import type { Item } from '../../src/engines/same/index.ts';

/** A row whose cells are known by the fields that they are of; `postcodePlace` is "05101 Kirschenroda". */
export function itemFrom(
  source: string,
  kind: 'organisation' | 'offer',
  texts: Readonly<Record<string, string>>,
): Item {
  const [postcode = '', ...place] = (texts['postcodePlace'] ?? '').split(' ');
  const text = (field: string, other = '') => texts[field]?.trim() || other;
  const all = (...fields: readonly string[]) => fields.map((field) => text(field)).filter((one) => one !== '');
  const given = {
    name: text('name', text('otherName')),
    carrier: text('carrier'),
    street: text('street'),
    postcode: text('postcode', postcode),
    place: text('place', place.join(' ')),
  };
  const lists = {
    otherNames: all(...(text('name') === '' ? [] : ['otherName']), 'shortName'),
    phones: all('phones'),
    mails: all('mails'),
    sites: all('sites'),
    languages: all('languages'),
    topics: all('topics'),
  };
  return {
    source,
    kind,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
    ...Object.fromEntries(Object.entries(lists).filter(([, values]) => values.length > 0)),
    ...(text('lat') === '' || text('lon') === '' ? {} : { lat: Number(text('lat')), lon: Number(text('lon')) }),
    ...(text('times') === '' ? {} : { fields: { times: text('times') } }),
  };
}
