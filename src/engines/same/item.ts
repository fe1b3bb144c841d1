/** One record of a list or of the register. Everything but `source` may be missing. */
export interface Item {
  /** Which list it stands in. A list that names everything once is recognised and trusted a little. */
  readonly source: number | string;
  readonly name?: string;
  readonly otherNames?: readonly string[];
  readonly kind?: 'organisation' | 'offer' | 'place';
  /** Who carries an offer, by name. */
  readonly carrier?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly place?: string;
  /** ISO 3166, two letters; Germany when it is missing. */
  readonly country?: string;
  readonly phones?: readonly string[];
  readonly mails?: readonly string[];
  readonly sites?: readonly string[];
  /** BCP 47 or words. */
  readonly languages?: readonly string[];
  readonly topics?: readonly string[];
  /** Degrees. */
  readonly lat?: number;
  readonly lon?: number;
  /** Other text that can be held against each other, by the name of its column: a birthday, a number of registration. */
  readonly fields?: Readonly<Record<string, string>>;
}

/**
 * What two records are to each other: `same`, one `part` of the other (branch, offer of a carrier, member),
 * two at the same `place`, or `different`.
 */
export type Outcome = 'same' | 'part' | 'place' | 'different';

/**
 * One step from "nobody knows" to the verdict. The weights of a pair add up to its log-odds: log2(p / (1 - p)).
 */
export interface Reason {
  /** `prior`, `name`, `legal`, `kind`, `carrier`, `address`, `phone`, `mail`, `site`, `source`, `rival` or `fields.…`. */
  readonly field: string;
  /** What was found, see README: `exact`, `other number`, `none` … */
  readonly level: string;
  /** Bits: +1 makes "the same" twice as likely, -1 half as likely. */
  readonly weight: number;
  /** The values held against each other, as they were written. */
  readonly a?: string;
  readonly b?: string;
  /** How many records share the value, these two included. */
  readonly shared?: number;
}

export interface Pair {
  /** Places in the list that was given (or numbers of the register); `a` < `b`. */
  readonly a: number;
  readonly b: number;
  /** How probable it is that both are the same. */
  readonly p: number;
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
}

export interface Options {
  /** Pairs below are left out unless their outcome says more than "different". */
  readonly leastP?: number;
  /** From which probability on two records are called the same. */
  readonly sameFrom?: number;
}
