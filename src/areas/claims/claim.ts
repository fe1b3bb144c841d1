import type { Json } from '../../plain/json.ts';
import type { Scope } from '../../plain/scope.ts';
import type { Day } from '../../plain/time.ts';

/**
 * Who speaks in a source.
 *
 * - `own`: the organisation about itself
 * - `role`: a person in a responsible role, for example the coordination
 * - `list`: a list that someone keeps, as it was on the day it was taken over
 * - `city`: another city's register
 */
export const SOURCE_KINDS = ['own', 'role', 'list', 'city'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** One fact as somebody said it: who, what, about whom, when, for whose eyes. */
export interface Claim {
  readonly id: number;
  readonly subject: string;
  readonly field: string;
  /** BCP 47, for fields that may stand once in each language; null while not known. */
  readonly language: string | null;
  readonly value: Json;
  readonly source: number;
  readonly sourceKind: SourceKind;
  readonly scope: Scope;
  readonly saidAt: Date;
  /** From this day on (included) until that day (not included); null is open. */
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly confirmedAt: Date | null;
  readonly confirmedByRole: string | null;
  readonly retractedAt: Date | null;
}

/** A claim before the database has numbered it. */
export type NewClaim = Omit<Claim, 'id' | 'retractedAt'>;
