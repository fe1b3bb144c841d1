import type { Day } from '../../plain/time.ts';
import type { County, List, Offer, Organisation, Subject } from './county.ts';
import { inventNetworks } from './networks.ts';
import { inventOffers, type Offers } from './invent-offers.ts';
import { inventOrganisations, isHouse, type Measure } from './invent-organisations.ts';
import { addressBook } from './lists/address-book.ts';
import { associationsList } from './lists/associations.ts';
import { guideList } from './lists/guide.ts';
import { housesList } from './lists/houses.ts';
import { openOffersList } from './lists/open-offers.ts';
import { solidarityList } from './lists/solidarity.ts';

export interface Wanted {
  /** Other seeds give other counties; the named organisations are in all of them. */
  readonly seed?: number;
  /** 1 is 214 organisations and 388 offers; 94 is 20,116 organisations. Not below 1. */
  readonly scale?: number;
  /** The day that "days ago" counts from; the same day gives the same county. */
  readonly today?: Day;
}

/**
 * The invented county Rhönau with its organisations, offers, networks and lists.
 *
 * @example inventCounty({ seed: 1, scale: 1, today: '2026-11-21' }).organisations.length // 214
 * @throws RangeError when the scale is below 1
 */
export function inventCounty({ seed = 1, scale = 1, today = '2026-11-21' }: Wanted = {}): County {
  if (!(scale >= 1)) throw new RangeError('the county cannot be made smaller than scale 1');
  const measure: Measure = { seed, today, times: (count) => Math.round(count * scale) };
  const organisations = inventOrganisations(measure);
  const { offers, solidarity } = inventOffers(organisations, measure);
  const lists = [...listsOfOrganisations(organisations, measure), ...listsOfOffers({ offers, solidarity }, measure)];
  const broughtBy = firstLists(lists);
  return {
    organisations: organisations.map((one) => said(one, broughtBy)),
    offers: offers.map((one) => said(one, broughtBy)),
    networks: inventNetworks(organisations, measure),
    lists,
  };
}

/** Lists overlap, and each organisation that does not speak for itself stands in one at least. */
function listsOfOrganisations(organisations: readonly Organisation[], measure: Measure): List[] {
  const { times } = measure;
  const own = organisations.filter(isOwn);
  const houses = organisations.filter((one) => !isOwn(one) && isHouse(one));
  const circles = organisations.filter((one) => !isOwn(one) && !isHouse(one)).toReversed();
  const latin = own.filter((one) => one.kind === 'association').slice(0, 12);
  const inVereine = [...latin, ...circles.slice(0, times(50) - latin.length)];
  const inHouses = [...houses, ...own.slice(0, 10), ...circles.slice(0, times(96) - houses.length - 10)];
  const rest = circles.slice(times(50) - latin.length - 8);
  const inBook = [...own.slice(6, 26), ...rest];
  const more = houses.filter(({ kind }) => kind === 'carrier').slice(0, times(94) - inBook.length);
  return [
    associationsList(inVereine, measure),
    housesList(inHouses, measure),
    addressBook([...inBook, ...more], measure),
  ];
}

function listsOfOffers({ offers, solidarity }: Offers, measure: Measure): List[] {
  const { times } = measure;
  const forty = new Set(solidarity);
  const asked = offers.filter(({ id }) => forty.has(id));
  const own = offers.filter(isOwn);
  const listed = offers.filter((one) => !isOwn(one) && !forty.has(one.id));
  // Half of the listed ones each, with a seam of six that both lists have.
  const middle = Math.ceil((listed.length * 105) / 208);
  const inGuide = [...own.slice(0, 5), ...listed.slice(0, middle), ...asked.slice(0, 8)];
  const filled = [...listed.slice(middle - 6), ...own.slice(0, times(13))];
  const known = new Set(filled);
  const later = own.filter((one) => !known.has(one));
  return [guideList(inGuide, measure), openOffersList(filled, later, measure), solidarityList(asked, measure)];
}

function firstLists(lists: readonly List[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { key, truth } of lists) {
    for (const id of truth) {
      if (id !== null && !first.has(id)) first.set(id, key);
    }
  }
  return first;
}

function said<One extends Subject>(subject: One, broughtBy: ReadonlyMap<string, string>): One {
  if (subject.saidBy === 'own') return subject;
  const saidBy = broughtBy.get(subject.id);
  if (saidBy === undefined) throw new Error(`no list brings ${subject.id}`);
  return { ...subject, saidBy };
}

function isOwn(subject: Organisation | Offer): boolean {
  return subject.saidBy === 'own';
}
