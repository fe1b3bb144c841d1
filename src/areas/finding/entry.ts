import type { Day } from '../../plain/time.ts';
import type { EntryKind } from './codes.ts';

/** An entry as the index takes it in. */
export interface Entry {
  readonly subject: string;
  readonly kind: EntryKind;
  /** The revisions it came and goes with. */
  readonly since: number;
  readonly until: number | null;
  /** `facet:value`, `thing:<what it is>` (see things.ts), and `place:<id>` for its place and all places around that. */
  readonly codes: readonly string[];
  readonly nameTerms: string;
  readonly strongTerms: string;
  readonly terms: string;
  /** The middle of its place or postcode, never its street; null while nobody knows the place. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly confirmedOn: Day | null;
  readonly saidOn: Day;
  readonly endsOn: Day | null;
}
