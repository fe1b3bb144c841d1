import type { ColumnType } from 'kysely';
import type { Day } from '../../plain/time.ts';
import type { ClosingWords } from './closing.ts';
import type { ReviewWords } from './review.ts';

/** JSON that goes in as text. */
type Stored<Value> = ColumnType<Value, string, string>;

export interface ReviewTable {
  id: string;
  cooperation: string;
  begun_on: Day;
  /** Set when all parts are opened. */
  opened_on: Day | null;
}

/** What one side says in a review, for itself until all have. */
export interface ReviewPartTable {
  review: string;
  cooperation: string;
  organisation: string;
  words: Stored<ReviewWords>;
  done_on: Day | null;
  opened_on: Day | null;
}

export interface ClosingPartTable {
  cooperation: string;
  organisation: string;
  words: Stored<ClosingWords>;
  written_on: Day;
}

/** A partner has said that it wants to end; when all have, it has ended. */
export interface ClosingWishTable {
  cooperation: string;
  organisation: string;
  said_on: Day;
}

/** A partner of an ended cooperation no longer needs what stands here; when nobody does, it is removed. */
export interface DeletionWishTable {
  cooperation: string;
  organisation: string;
  said_on: Day;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    review: ReviewTable;
    review_part: ReviewPartTable;
    closing_part: ClosingPartTable;
    closing_wish: ClosingWishTable;
    deletion_wish: DeletionWishTable;
  }
}
