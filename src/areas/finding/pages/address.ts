import { FACETS, type EntryKind, type FacetName } from '../codes.ts';
import type { FinderQuery } from '../query.ts';

export const FINDER_PATH = '/finden';
export const FEED_PATH = '/finden.atom';
export const JSON_FEED_PATH = '/finden.json';

/** The parts of an address that say a query, in a fixed order; several values of a facet with commas between. */
export function partsOf(query: FinderQuery): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {};
  if (query.text !== '') parts['q'] = query.text;
  for (const facet of FACETS) if (query.chosen[facet].length > 0) parts[facet] = query.chosen[facet].join(',');
  if (query.place !== null) parts['place'] = query.place;
  if (query.km !== null) parts['km'] = String(query.km);
  if (query.stand !== null) parts['stand'] = query.stand;
  if (query.page > 1) parts['page'] = String(query.page);
  return parts;
}

/** The address of a query. `language` is the language of the page, if it stands in the address. */
export function addressOf(query: FinderQuery, language: string | null, path = FINDER_PATH): string {
  const parts = new URLSearchParams(partsOf(query));
  if (language !== null) parts.set('lang', language);
  const written = parts.toString().replaceAll('%2C', ',');
  return written === '' ? path : `${path}?${written}`;
}

/** The same query with a value taken, or given back where it is taken already. From its first page on. */
export function toggled(query: FinderQuery, facet: FacetName, value: string): FinderQuery {
  const before = query.chosen[facet];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return { ...query, page: 1, chosen: { ...query.chosen, [facet]: after } };
}

export function addressOfEntry(kind: EntryKind, subject: string): string {
  return `/${kind === 'organisation' ? 'organisationen' : 'angebote'}/${subject}`;
}
