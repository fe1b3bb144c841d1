import type { Corpus } from './corpus.ts';
import { recordCount } from './corpus.ts';
import { holdersOf, sizeOf, usesOf, type Vocabulary } from './vocabulary.ts';

/** How much it says that two records share a value, in bits: what few have says much. */
export interface Rarity {
  /** Bits that single out one record among all: no single value says more. */
  readonly most: number;
  token(id: number): number;
  /** A value that names its holder (telephone, address): bits when it has so many holders. */
  shared(holders: number): number;
  /** A value of a field like a first name: bits by how many have it. */
  value(vocabulary: Vocabulary, id: number): number;
}

/** A list of fifty rows is a part of a larger world: a word that two of them have is not as rare as it looks. */
const WORLD = 200;
const COMMONEST = 0.7;

/** `isSettled` says that no record comes or goes while it is used, so that answers may be kept. */
export function rarityOf(corpus: Corpus, isSettled: boolean): Rarity {
  const world = recordCount(corpus) + WORLD;
  const most = Math.log2(world) - 1;
  const { tokens } = corpus;
  const known = new Float64Array(isSettled ? sizeOf(tokens) : 0);
  return {
    most,
    token(id) {
      const before = known[id] ?? 0;
      if (before > 0) return before;
      const bits = Math.min(most, Math.max(COMMONEST, Math.log2(world / Math.max(2, holdersOf(tokens, id)))));
      if (id < known.length) known[id] = bits;
      return bits;
    },
    shared(holders) {
      return Math.max(0.3, most - 1.3 * Math.log2(Math.max(2, holders) / 2));
    },
    value(vocabulary, id) {
      return Math.min(most, Math.max(0.2, Math.log2(world / Math.max(2, usesOf(vocabulary, id)))));
    },
  };
}
