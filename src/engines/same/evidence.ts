/** What is held against each other, in the order of the columns of `Evidence`; then come the fields of the items. */
export const COMPARATORS = [
  'name',
  'legal',
  'kind',
  'carrier',
  'address',
  'geo',
  'phone',
  'mail',
  'site',
  'source',
  'part',
] as const;
export const NAME = 0;
export const LEGAL = 1;
export const KIND = 2;
export const CARRIER = 3;
export const ADDRESS = 4;
export const GEO = 5;
export const PHONE = 6;
export const MAIL = 7;
export const SITE = 8;
export const SOURCE = 9;
/** What speaks for one being a part of the other: its bits are the log-odds that are left at most. */
export const PART = 10;
export const FIRST_FIELD = COMPARATORS.length;

/** Levels of each comparator, the best first. */
const LEVELS: readonly (readonly string[])[] = [
  ['exact', 'close', 'acronym', 'within', 'partly', 'little', 'none'],
  ['same', 'other'],
  ['same', 'other'],
  ['same', 'other'],
  ['same', 'near', 'same street', 'same place', 'other town', 'other number', 'other street', 'other place'],
  ['here', 'near', 'around', 'far'],
  ['same', 'near', 'other'],
  ['same', 'other'],
  ['same page', 'same', 'other'],
  ['other', 'same'],
  ['more words', 'other words', 'facility', 'elsewhere', 'legal form', 'times', 'carrier', 'kind', 'language'],
];
const FIELD_LEVELS: readonly string[] = ['same', 'near', 'other'];
export const MOST_LEVELS = 9;

/**
 * How often two records of the same thing show each level, before anything is known about the lists at hand.
 * Estimated from the defects of lists of associations, not fitted to a set.
 */
const SHIPPED: readonly (readonly number[])[] = [
  [0.5, 0.18, 0.06, 0.13, 0.07, 0.03, 0.03],
  [0.97, 0.03],
  [0.99, 0.01],
  [0.9, 0.1],
  [0.62, 0.08, 0.06, 0.06, 0.02, 0.04, 0.08, 0.04],
  [0.7, 0.2, 0.07, 0.03],
  [0.6, 0.06, 0.34],
  [0.6, 0.4],
  [0.5, 0.3, 0.2],
  [0.9, 0.1],
  [],
];
const SHIPPED_FIELD: readonly number[] = [0.8, 0.12, 0.08];

export const MISSING = 255;

export const [
  MORE_WORDS,
  OTHER_WORDS,
  FACILITY,
  ELSEWHERE,
  LEGAL_FORM,
  TIMES,
  OTHER_CARRIER,
  OTHER_KIND,
  OTHER_LANGUAGE,
] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/** What two records have in common: a level and its bits for each comparator. Used again and again. */
export interface Evidence {
  readonly level: Uint8Array;
  readonly bits: Float64Array;
  /** How many records have the value that both have; 0 where nobody counts. */
  readonly sharers: Int32Array;
}

export function newEvidence(fieldCount: number): Evidence {
  const length = FIRST_FIELD + fieldCount;
  return { level: new Uint8Array(length), bits: new Float64Array(length), sharers: new Int32Array(length) };
}

/** Notes that the log-odds cannot be above `bits`, if nothing lower is known. */
export function limit(evidence: Evidence, why: number, bits: number): void {
  if (evidence.level[PART] !== MISSING && (evidence.bits[PART] ?? 0) <= bits) return;
  evidence.level[PART] = why;
  evidence.bits[PART] = bits;
}

export function levelName(comparator: number, level: number): string {
  return (LEVELS[comparator] ?? FIELD_LEVELS)[level] ?? '';
}

export function shippedOf(comparator: number): readonly number[] {
  return SHIPPED[comparator] ?? SHIPPED_FIELD;
}
