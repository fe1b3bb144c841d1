import type { Saying } from '../../plain/words.ts';

export const COUNTRIES = ['DE', 'AT', 'CH', 'LI'] as const;
export type Country = (typeof COUNTRIES)[number];

export type PlaceLevel = 'country' | 'land' | 'kreis' | 'gemeinde';

/** A point on the earth in degrees (WGS 84). */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/**
 * A place of the gazetteer. Its id is readable and stays: `DE`, `DE-14` (Land), `DE-14511` (Kreis),
 * `DE-14511-chemnitz` (Gemeinde); elsewhere by the official number: `AT-10101`, `CH-4001`, `LI-7001`.
 * `lat` and `lon` are the mean of its postcodes; a place above the Gemeinde lists no postcodes.
 */
export interface Place extends Point {
  readonly id: string;
  readonly level: PlaceLevel;
  readonly name: string;
  readonly parent: string | null;
  readonly postcodes: readonly string[];
}

/** What someone wrote: everything in `text` ("Chemnitz, 9116"), or in two cells. */
export interface PlaceQuestion {
  readonly text?: string | undefined;
  readonly postcode?: string | undefined;
  readonly name?: string | undefined;
  /** Where the list comes from: what is asked first, not a fence. */
  readonly country?: Country | undefined;
  /** The id of a place nearby, which decides between places of one name. */
  readonly near?: string | undefined;
}

export type PlaceAnswer =
  | {
      readonly state: 'found';
      readonly place: Place;
      /** The district or village that was named, in its own spelling where it is known. */
      readonly district: string | null;
      readonly postcode: string | null;
      /** What was corrected and why. */
      readonly corrections: readonly Saying[];
    }
  | { readonly state: 'ambiguous'; readonly choices: readonly Place[]; readonly corrections: readonly Saying[] }
  | { readonly state: 'unknown'; readonly reason: Saying };
