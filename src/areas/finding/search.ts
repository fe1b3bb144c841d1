import type { Gazetteer, Place, Point } from '../places/index.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { choose, type Choice, type Chosen } from './choose.ts';
import type { EntryIndex } from './entry-index.ts';
import { match, type Matches } from './match.ts';
import type { FinderQuery } from './query.ts';
import { understand } from './understand.ts';

/** Where a query looks. */
export interface Around {
  readonly place: Place | null;
  /** From where distances count; null without a place. */
  readonly centre: Point | null;
  /** What the typed place may mean, when it is not clear. */
  readonly choices: readonly Place[];
  readonly notes: readonly Saying[];
}

export function locate(gazetteer: Gazetteer, written: string | null): Around {
  const nowhere: Around = { place: null, centre: null, choices: [], notes: [] };
  if (written === null) return nowhere;
  const known = gazetteer.place(written);
  if (known !== null) return { ...nowhere, place: known, centre: { lat: known.lat, lon: known.lon } };
  const answer = gazetteer.resolvePlace({ text: written });
  if (answer.state === 'found') {
    const { place, postcode, corrections } = answer;
    return { ...nowhere, place, centre: gazetteer.centreOf(place.id, postcode), notes: corrections };
  }
  if (answer.state === 'unknown')
    return { ...nowhere, notes: [saying('finding.note.placeUnknown', { place: written })] };
  return {
    ...nowhere,
    choices: answer.choices.slice(0, 6),
    notes: [saying('finding.note.placeAmbiguous', { place: written })],
  };
}

/** Looks for a query in an index: words, choice, counts, order. Pure. */
export function search(
  index: EntryIndex,
  query: FinderQuery,
  around: Around,
  today: number,
  limit: number,
  order: Choice['order'],
): { readonly matches: Matches; readonly chosen: Chosen } {
  const matches = match(index, understand(index, query.text));
  const choice = { chosen: query.chosen, area: areaOf(query, around), today, order };
  return { matches, chosen: choose(index, matches, choice, limit) };
}

function areaOf({ km }: FinderQuery, { place, centre }: Around): Choice['area'] {
  if (place === null) return null;
  return km === null || centre === null ? { place: place.id } : { centre, km };
}
