import { distanceKm, type Point } from '../places/index.ts';
import { ALL_OF, FACETS, NO_FACET, type FacetName } from './codes.ts';
import type { EntryIndex } from './entry-index.ts';
import { at } from './ints.ts';
import type { Matches } from './match.ts';

/** What narrows the matches down. */
export interface Choice {
  readonly chosen: Readonly<Record<FacetName, readonly string[]>>;
  /** Within a place, or around a point. */
  readonly area: { readonly place: string } | { readonly centre: Point; readonly km: number } | null;
  /** Today as a day number: what has ended before is not shown. */
  readonly today: number;
  /** By how well it answers, or only by how lately it was confirmed. */
  readonly order: 'quality' | 'freshness';
}

export interface Chosen {
  readonly total: number;
  /** The best `limit` slots, in order. */
  readonly slots: readonly number[];
  /** How many results a code has, each facet as if nothing of its own were chosen; nothing where the order is by freshness. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Filters, counts and orders in one walk over the matches. Of most facets one chosen value is enough,
 * so their counts are disjunctive: an entry that fails in exactly one of them still counts for its
 * values. Of facets in `ALL_OF` every chosen value is needed, and a count says what is left with one more.
 *
 * Order: quality of the match, then the freshness of the last confirmation, then by chance, the
 * same chance for a whole day: nobody is first for being large or early in the alphabet.
 */
export function choose(index: EntryIndex, matches: Matches, choice: Choice, limit: number): Chosen {
  const facetOf = (code: number) => at(index.facetOfCode, code);
  const isChosen = chosenCodes(index, choice);
  const active = FACETS.reduce((mask, facet, bit) => (choice.chosen[facet].length > 0 ? mask | (1 << bit) : mask), 0);
  const all = FACETS.reduce((mask, facet, bit) => (ALL_OF.has(facet) ? mask | (1 << bit) : mask), 0);
  const allChosen = FACETS.reduce(
    (sum, facet) => (ALL_OF.has(facet) ? sum + new Set(choice.chosen[facet]).size : sum),
    0,
  );
  // Lists by freshness show no choices beside them.
  const counts = choice.order === 'freshness' ? null : new Uint32Array(index.codeCount());
  const place =
    choice.area !== null && 'place' in choice.area ? index.codeNumber(`place:${choice.area.place}`) : undefined;
  const isNear = nearby(index, choice);
  const points = choice.order === 'quality' && matches.points.length > 0 ? matches.points : null;
  const top = createTop(limit, (a, b) => comesBefore(index, points, choice.today, a, b));
  let total = 0;
  for (let order = 0; order < matches.slots.length; order += 1) {
    const slot = at(matches.slots, order);
    const ends = at(index.ends, slot);
    if (ends !== 0 && ends < choice.today) continue;
    if (isNear !== null && !isNear(slot)) continue;
    const from = at(index.codeStart, slot);
    const to = slot + 1 < index.codeStart.length ? at(index.codeStart, slot + 1) : index.codeList.length;
    let met = 0;
    let metAll = 0;
    let within = choice.area === null || isNear !== null;
    for (let step = from; step < to; step += 1) {
      const code = at(index.codeList, step);
      if (isChosen[code] === 1) {
        const bit = 1 << facetOf(code);
        if ((bit & all) === 0) met |= bit;
        else metAll += 1;
      }
      if (code === place) within = true;
    }
    const missing = active & ~(met | all);
    if (!within || metAll < allChosen || (missing & (missing - 1)) !== 0) continue;
    for (let step = from; step < to && counts !== null; step += 1) {
      const code = at(index.codeList, step);
      if (missing === 0 || missing === 1 << facetOf(code)) counts[code] = (counts[code] ?? 0) + 1;
    }
    if (missing !== 0) continue;
    total += 1;
    top.offer(slot);
  }
  return { total, slots: top.taken(), counts: countsByText(index, counts ?? []) };
}

function chosenCodes(index: EntryIndex, { chosen }: Choice): Uint8Array {
  const codes = new Uint8Array(index.codeCount());
  for (const facet of FACETS) {
    for (const value of chosen[facet]) {
      const code = index.codeNumber(`${facet}:${value}`);
      if (code !== undefined) codes[code] = 1;
    }
  }
  return codes;
}

const KM_PER_DEGREE = 111.2;

/** A box first, the sphere only inside of it. */
function nearby(index: EntryIndex, { area }: Choice): ((slot: number) => boolean) | null {
  if (area === null || !('centre' in area)) return null;
  const { centre, km } = area;
  const north = km / KM_PER_DEGREE;
  const east = north / Math.max(0.1, Math.cos((centre.lat * Math.PI) / 180));
  return (slot) => {
    const entry = index.entry(slot);
    if (entry === undefined || entry.lat === null || entry.lon === null) return false;
    const { lat, lon } = entry;
    if (Math.abs(lat - centre.lat) > north || Math.abs(lon - centre.lon) > east) return false;
    return distanceKm(centre, { lat, lon }) <= km;
  };
}

function comesBefore(index: EntryIndex, points: Uint16Array | null, seed: number, a: number, b: number): boolean {
  const worth = (points?.[a] ?? 0) - (points?.[b] ?? 0);
  if (worth !== 0) return worth > 0;
  const fresh = at(index.confirmed, a) - at(index.confirmed, b);
  if (fresh !== 0) return fresh > 0;
  const lot = shuffled(at(index.hash, a), seed) - shuffled(at(index.hash, b), seed);
  return lot === 0 ? a < b : lot < 0;
}

/** The finaliser of MurmurHash3 (A. Appleby, public domain): every bit of the input moves every bit of the result. */
function shuffled(hash: number, seed: number): number {
  let mixed = hash ^ Math.imul(seed, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Keeps the best so many in a heap with the worst of them on top. */
function createTop(limit: number, before: (a: number, b: number) => boolean) {
  const heap: number[] = [];
  const get = (place: number) => heap[place] ?? 0;
  const sink = () => {
    for (let place = 0; ;) {
      const left = place * 2 + 1;
      const right = left + 1;
      let worst = place;
      if (left < heap.length && before(get(worst), get(left))) worst = left;
      if (right < heap.length && before(get(worst), get(right))) worst = right;
      if (worst === place) return;
      [heap[place], heap[worst]] = [get(worst), get(place)];
      place = worst;
    }
  };
  const rise = () => {
    for (let place = heap.length - 1; place > 0;) {
      const parent = (place - 1) >>> 1;
      if (!before(get(parent), get(place))) return;
      [heap[place], heap[parent]] = [get(parent), get(place)];
      place = parent;
    }
  };
  return {
    offer(slot: number) {
      if (heap.length < limit) {
        heap.push(slot);
        rise();
      } else if (limit > 0 && before(slot, get(0))) {
        heap[0] = slot;
        sink();
      }
    },
    taken: () => heap.toSorted((a, b) => (before(a, b) ? -1 : 1)),
  };
}

function countsByText(index: EntryIndex, counts: Uint32Array | readonly number[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [code, count] of counts.entries()) {
    if (count > 0 && at(index.facetOfCode, code) !== NO_FACET) found.set(index.codeText(code), count);
  }
  return found;
}
