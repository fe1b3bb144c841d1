import type { ColumnType } from 'kysely';
import type { Day } from '../../plain/time.ts';
import type { Scope } from '../../plain/scope.ts';
import type { Outcome } from './judgement.ts';

/** That somebody said how two entries go together. The last one of a pair holds; earlier ones stay. */
export interface JudgementTable {
  id: string;
  /** The pair, the smaller id first. */
  a: string;
  b: string;
  outcome: Outcome;
  day: Day;
  by_role: string;
  words: string | null;
  /** "Weiß nicht" is not asked again before this day. */
  rests_until: Day | null;
  /** The merge that came with it. */
  merge: string | null;
  replaced_by: string | null;
  taken_back_on: Day | null;
}

/** That an entry counts as another. */
export interface MergeTable {
  id: string;
  merged: string;
  head: string;
  day: Day;
  by_role: string;
  undone_on: Day | null;
  undone_by_role: string | null;
}

/** That a pair is worth a question; worked out anew as a whole. */
export interface PairAskedTable {
  a: string;
  b: string;
  kind: 'organisation' | 'offer';
  /** How probable it is that both are the same. */
  p: number;
  outcome: Exclude<Outcome, 'unsure'>;
  reasons: ColumnType<readonly Clue[], string>;
  /** How much an answer is expected to settle. */
  effect: number;
  /** Whether it was found by what everybody sees, or by what only the network sees. */
  scope: Scope;
  found_on: Day;
}

/** What was found in both, without what is written there: that may be hidden tomorrow. */
export interface Clue {
  readonly field: string;
  readonly level: string;
  /** Bits. */
  readonly weight: number;
  /** How many share it, these two included; what is probably one counts once. */
  readonly shared?: number;
}

/** That two carriers offer much the same at one place and time. */
export interface OfferOverlapTable {
  a: string;
  b: string;
  topics: string[];
  found_on: Day;
}

/** Which of a pair belongs to the other. */
export interface BelongingTable {
  judgement: string;
  part: string;
}

/** Since when, and until when, what is overwhelmingly the same is merged without asking. */
export interface UnaskedMergingTable {
  id: string;
  since: Day;
  by_role: string;
  until: Day | null;
  ended_by_role: string | null;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    judgement: JudgementTable;
    merge: MergeTable;
    pair_asked: PairAskedTable;
    offer_overlap: OfferOverlapTable;
    belonging: BelongingTable;
    unasked_merging: UnaskedMergingTable;
  }
}
