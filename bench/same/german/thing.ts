import type { Dice } from '../../../src/engines/rhoenau/dice.ts';

/** Which half of the set: the two share no town, no coined word and no name of their own. */
export type Part = 'development' | 'held-out';
export const PARTS: readonly Part[] = ['development', 'held-out'];

export interface Town {
  readonly name: string;
  readonly postcodes: readonly string[];
}

/** How something is called; the first of each is what it would say itself. */
export interface Naming {
  /** Without legal form. */
  readonly full: readonly string[];
  /** Acronyms as written ("IBZ Kirschenroda"). */
  readonly short: readonly string[];
  /** In letters of its own. */
  readonly own: readonly string[];
  readonly legal: LegalForm | null;
  /** Whether its legal form tells it from another of the same name, and is so always written. */
  readonly legalCounts: boolean;
}

export type LegalForm = 'eV' | 'gGmbH' | 'gUG' | 'eG';

/** One organisation or offer that exists in the invented district. */
export interface Thing {
  readonly id: string;
  readonly kind: 'organisation' | 'offer';
  readonly naming: Naming;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  /** E.164 */
  readonly phone: string;
  readonly mail: string;
  readonly site: string;
  readonly languages: readonly string[];
  /** The id of the organisation that it belongs to; of an offer: who carries it. */
  readonly partOf: string | null;
  /** When an offer takes place, in the ways in which lists say it. */
  readonly times: readonly string[];
  readonly slices: readonly string[];
}

/** What of two things is known that are not the same. */
export interface Relation {
  readonly a: string;
  readonly b: string;
  readonly outcome: 'part' | 'place' | 'different';
}

/** What inventing needs: chance, the half, and the numbers given out so far. */
export interface Workshop {
  readonly part: Part;
  readonly throws: Dice;
  readonly towns: readonly Town[];
  readonly street: () => string;
  readonly phone: () => string;
  /** False when this name is taken in this town. */
  readonly claim: (name: string, town: string) => boolean;
  readonly id: (kind: string) => string;
}
