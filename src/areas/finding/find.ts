import type { ReadContext } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import type { Facts } from '../claims/index.ts';
import { distanceKm, type Place } from '../places/index.ts';
import { FACETS, FACET_VALUES, type EntryKind, type FacetName } from './codes.ts';
import { dayNumber, type EntryIndex } from './entry-index.ts';
import { explain, explainChoice, type Why } from './explain.ts';
import type { Finder } from './open-finder.ts';
import { pastOn } from './past.ts';
import { LAST_PAGE, PAGE_SIZE, type FinderQuery } from './query.ts';
import { locate, search, type Around } from './search.ts';
import { findShown, type ShownRow } from './store.ts';

export interface FoundEntry {
  readonly subject: string;
  readonly kind: EntryKind;
  /** The public facts that a result shows. */
  readonly facts: Facts;
  readonly confirmedOn: string | null;
  readonly saidOn: string;
  /** From the middle of the place that was asked for to the middle of the entry's. */
  readonly km: number | null;
  readonly why: readonly Why[];
}

export interface FacetValue {
  readonly value: string;
  /** Results if this were chosen as well, or alone in its facet. */
  readonly count: number;
  readonly chosen: boolean;
}

/** A place with what it lies in, to tell places of one name apart. */
export interface PlaceChoice {
  readonly id: string;
  readonly name: string;
  readonly within: string;
}

export interface Found {
  readonly query: FinderQuery;
  readonly total: number;
  readonly pages: number;
  readonly results: readonly FoundEntry[];
  readonly facets: readonly { readonly facet: FacetName; readonly values: readonly FacetValue[] }[];
  readonly place: Place | null;
  /** What the typed place may mean, when it is not clear. */
  readonly placeChoices: readonly PlaceChoice[];
  /** What the query could not be taken for literally, in honest sentences. */
  readonly notes: readonly Saying[];
}

export interface FindOptions {
  /** Results on a page. */
  readonly size?: number;
  /** By how well it answers (the default), or only by how lately it was confirmed. */
  readonly order?: 'quality' | 'freshness';
}

/**
 * Finds organisations and offers. The words are looked up in memory; what is shown is read from the
 * database as the one who asks, so that the wall has the last word.
 */
export async function find(
  ctx: ReadContext,
  finder: Finder,
  query: FinderQuery,
  options: FindOptions = {},
): Promise<Found> {
  const around = locate(finder.gazetteer, query.place);
  if (query.stand === null)
    return finder.look(ctx, async (index, db) => {
      const asked = { query, around, today: dayNumber(dayOf(ctx.clock.now())), ...options };
      return findIn(finder, index, asked, shownIn(db));
    });
  const { index, rows } = await pastOn(ctx, finder, query.stand);
  const asked = { query, around, today: dayNumber(query.stand), ...options };
  return findIn(finder, index, asked, () => Promise.resolve(rows));
}

type Rows = ReadonlyMap<string, ShownRow>;

interface Asked extends FindOptions {
  readonly query: FinderQuery;
  readonly around: Around;
  /** As a day number. */
  readonly today: number;
}

/** What an index finds, with what is shown of it; inside of `finder.look`. */
export async function findIn(
  finder: Finder,
  index: EntryIndex,
  { query, around, today, size = PAGE_SIZE, order = 'quality' }: Asked,
  rowsOf: (subjects: readonly string[]) => Promise<Rows>,
): Promise<Found> {
  const { matches, chosen } = search(index, query, around, today, query.page * size, order);
  const slots = chosen.slots.slice((query.page - 1) * size);
  const rows = await rowsOf(slots.flatMap((slot) => index.entry(slot)?.subject ?? []));
  const results = slots.flatMap((slot) => {
    const row = rows.get(index.entry(slot)?.subject ?? '');
    if (row === undefined) return [];
    const why = [
      ...explain(index, matches.parts, slot, row.facts),
      ...explainChoice(query.chosen, row.kind, row.facts),
    ];
    return [entryOf(index, slot, row, around, why)];
  });
  return {
    query,
    total: chosen.total,
    pages: Math.min(LAST_PAGE, Math.ceil(chosen.total / size)),
    results,
    facets: FACETS.map((facet) => ({ facet, values: valuesOf(facet, query.chosen[facet], chosen.counts) })),
    place: around.place,
    placeChoices: around.choices.map(({ id, name }) => ({
      id,
      name,
      within: finder.gazetteer
        .ancestors(id)
        .map((outer) => outer.name)
        .join(', '),
    })),
    notes: [
      ...around.notes,
      ...wordlessNote(query.text, matches.parts.length + matches.dropped.length),
      ...droppedNote(matches.dropped, matches.parts.length > 0),
    ],
  };
}

/** What is shown of some subjects, as the one who asks may see it. */
export function shownIn(db: Reader): (subjects: readonly string[]) => Promise<Rows> {
  return async (subjects) => new Map((await findShown(db, subjects)).map((row) => [row.subject, row]));
}

function entryOf(index: EntryIndex, slot: number, row: ShownRow, { centre }: Around, why: readonly Why[]): FoundEntry {
  const entry = index.entry(slot);
  const point =
    entry === undefined || entry.lat === null || entry.lon === null ? null : { lat: entry.lat, lon: entry.lon };
  return {
    subject: row.subject,
    kind: row.kind,
    facts: row.facts,
    confirmedOn: row.confirmed_on,
    saidOn: row.said_on,
    km: centre === null || point === null ? null : distanceKm(centre, point),
    why,
  };
}

/** Closed facets in their own order, languages by how many results they have. */
function valuesOf(
  facet: FacetName,
  chosen: readonly string[],
  counts: ReadonlyMap<string, number>,
): readonly FacetValue[] {
  const values = facet === 'language' ? languagesIn(counts, chosen) : FACET_VALUES[facet];
  return values
    .map((value) => ({ value, count: counts.get(`${facet}:${value}`) ?? 0, chosen: chosen.includes(value) }))
    .filter(({ count, chosen: isChosen }) => count > 0 || isChosen);
}

function languagesIn(counts: ReadonlyMap<string, number>, chosen: readonly string[]): readonly string[] {
  const counted = [...counts].filter(([code]) => code.startsWith('language:'));
  const tags = counted
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([code]) => code.slice('language:'.length));
  return [...new Set([...tags, ...chosen])];
}

function wordlessNote(text: string, words: number): readonly Saying[] {
  return text.trim() !== '' && words === 0 ? [saying('finding.note.noWords', { text })] : [];
}

function droppedNote(dropped: readonly string[], isSomethingLeft: boolean): readonly Saying[] {
  if (dropped.length === 0 || !isSomethingLeft) return [];
  return [saying('finding.note.dropped', { words: dropped.join(', '), count: dropped.length })];
}
