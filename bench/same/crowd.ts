import { inventRows, ROW_HEADERS } from '../../src/engines/rhoenau/index.ts';
import type { Item } from '../../src/engines/same/index.ts';

const AT = new Map(ROW_HEADERS.map((header, place): [string, number] => [header, place]));
/** Every so many rows one stands in a second list too, spelled as its keeper does. */
const TWICE_EACH = 5;

/**
 * As many records as wanted, from the generator of the demonstration: four of five are there once, one of five twice.
 * Each telephone number comes back after 5,000 rows, each street many times: what is shared says little.
 * Another seed gives other names and addresses.
 */
export function* crowd(count: number, seed = 1): Generator<Item> {
  let given = 0;
  for (const row of inventRows(seed, count)) {
    yield itemOf(row, 'one', (text) => text);
    given += 1;
    if (given === count) return;
    if (given % TWICE_EACH !== 0) continue;
    yield itemOf(row, 'two', retyped);
    given += 1;
    if (given === count) return;
  }
}

/** As somebody types what is known already into a form: name and place, sometimes a telephone number. */
export function typed({ name = '', street = '', place = '', phones = [] }: Item, withPhone: boolean): Item {
  return { source: 'form', kind: 'organisation', name: retyped(name), street, place, ...(withPhone ? { phones } : {}) };
}

function itemOf(row: readonly string[], source: string, spell: (text: string) => string): Item {
  const cell = (header: string) => row[AT.get(header) ?? -1] ?? '';
  return {
    source,
    kind: 'organisation',
    name: spell(cell('Name')),
    street: spell(cell('Straße')),
    postcode: cell('PLZ'),
    place: cell('Ort'),
    phones: [cell('Telefon')],
    ...(source === 'two' ? {} : { mails: [cell('E-Mail')] }),
    ...(cell('Internet') === '' ? {} : { sites: [cell('Internet')] }),
  };
}

function retyped(text: string): string {
  return text
    .replace(' e. V.', '')
    .replace('straße', 'str.')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue');
}
