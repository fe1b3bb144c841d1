import { skeletonsOf } from './skeleton.ts';
import { type Sound, soundDistance, soundOf } from './sound.ts';

/** A name of the index that may be the one asked for. */
export interface NameCandidate {
  /** Its place in the list the index was made from. */
  readonly at: number;
  /** How far its spelling is, in hundredths of a letter that does not fit; below about 100 it is likely the same name. */
  readonly distance: number;
}

/** Names that are found by how they sound, whatever script they are written in. */
export interface NameIndex {
  /** The nearest names, nearest first, at most `limit`. */
  nameCandidates(name: string, limit?: number): readonly NameCandidate[];
}

interface Postings {
  /** Documents (a name under one of its skeletons) that have a pair of neighbouring sounds. */
  readonly documents: readonly Uint32Array[];
  /** A pair that few have says more. */
  readonly weights: Float64Array;
  readonly owners: Uint32Array;
  readonly sizes: Float64Array;
}

/** How many names that share most pairs of sounds are held against the one asked for. */
const LOOKED_AT = 300;
const SOUNDS = '^$apftsklrmn';
const BASE = 16;
const LEVELS = 255;
/** No spelling is so far that it does not count: the caller sees how far. */
const FARTHEST = 2000;

/**
 * Makes an index of names or single words in any script.
 *
 * @example indexNames(['Schewtschenko', 'Tschechow']).nameCandidates('Чехов')  // [{ at: 1, distance: 0 }, …]
 */
export function indexNames(names: readonly string[]): NameIndex {
  const sounds = names.map(soundOf);
  const postings = postingsOf(names);
  const shared = new Float64Array(postings.owners.length);
  const levels = new Uint8Array(names.length);

  function near(name: string, sound: Sound): readonly number[] {
    const met: number[] = [];
    for (const skeleton of skeletonsOf(name)) {
      const pairs = pairsOf(skeleton);
      const size = sizeOf(pairs, postings.weights);
      for (const document of touch(pairs)) {
        const alike = (2 * (shared[document] ?? 0)) / (size + (postings.sizes[document] ?? 0));
        const level = 1 + Math.round(alike * (LEVELS - 1));
        const owner = postings.owners[document] ?? 0;
        const before = levels[owner] ?? 0;
        if (before === 0) met.push(owner);
        if (level > before) levels[owner] = level;
        shared[document] = 0;
      }
    }
    const best = highest(met, levels, (owner) => Math.abs((sounds[owner]?.latin.length ?? 0) - sound.latin.length));
    for (const owner of met) levels[owner] = 0;
    return best;
  }

  function touch(pairs: readonly number[]): number[] {
    const touched: number[] = [];
    for (const pair of pairs) {
      const weight = postings.weights[pair] ?? 0;
      for (const document of postings.documents[pair] ?? []) {
        if (shared[document] === 0) touched.push(document);
        shared[document] = (shared[document] ?? 0) + weight;
      }
    }
    return touched;
  }

  return {
    nameCandidates(name, limit = 30) {
      const sound = soundOf(name);
      const found = near(name, sound).map((at) => ({
        at,
        distance: soundDistance(sound, sounds[at] ?? sound, FARTHEST),
      }));
      return found.toSorted((a, b) => a.distance - b.distance || a.at - b.at).slice(0, limit);
    },
  };
}

function postingsOf(names: readonly string[]): Postings {
  const lists: number[][] = Array.from({ length: BASE * BASE }, () => []);
  const owners: number[] = [];
  const all: (readonly number[])[] = [];
  for (const [at, name] of names.entries()) {
    for (const skeleton of skeletonsOf(name)) {
      const pairs = pairsOf(skeleton);
      for (const pair of pairs) lists[pair]?.push(owners.length);
      owners.push(at);
      all.push(pairs);
    }
  }
  const weights = Float64Array.from(lists, (list) => Math.log(2 + owners.length / (list.length + 1)));
  return {
    documents: lists.map((list) => Uint32Array.from(list)),
    weights,
    owners: Uint32Array.from(owners),
    sizes: Float64Array.from(all, (pairs) => sizeOf(pairs, weights)),
  };
}

function sizeOf(pairs: readonly number[], weights: Float64Array): number {
  return pairs.reduce((sum, pair) => sum + (weights[pair] ?? 0), 0);
}

/** Neighbouring sounds of a skeleton with its ends, as numbers; signs that are no class of sound count as one. */
function pairsOf(skeleton: string): readonly number[] {
  const framed = `^${skeleton}$`;
  const pairs = new Set<number>();
  for (let at = 1; at < framed.length; at += 1) {
    pairs.add(numberOf(framed[at - 1] ?? '') * BASE + numberOf(framed[at] ?? ''));
  }
  return [...pairs];
}

function numberOf(sound: string): number {
  return SOUNDS.indexOf(sound) + 1;
}

/** Those with the highest levels; where levels are equal those that are about as long, then the earlier of the list. */
function highest(met: readonly number[], levels: Uint8Array, unlike: (owner: number) => number): readonly number[] {
  const counts = new Uint32Array(LEVELS + 1);
  for (const owner of met) {
    const level = levels[owner] ?? 0;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  let lowest = LEVELS;
  for (let taken = counts[lowest] ?? 0; taken < LOOKED_AT && lowest > 1; taken += counts[lowest] ?? 0) lowest -= 1;
  const above = met.filter((owner) => (levels[owner] ?? 0) > lowest);
  const last = met.filter((owner) => levels[owner] === lowest).map((owner) => ({ owner, unlike: unlike(owner) }));
  const nearest = last.toSorted((a, b) => a.unlike - b.unlike || a.owner - b.owner);
  return [...above, ...nearest.slice(0, LOOKED_AT - above.length).map(({ owner }) => owner)];
}
