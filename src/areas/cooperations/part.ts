import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Saying } from '../../plain/words.ts';
import type { PartnerSince } from './cooperation.ts';

/** How far a cooperation has come. What parts say is put together: the furthest counts. */
export const STAGES = ['idea', 'contact', 'plan', 'agreement', 'running', 'ended'] as const;
export type Stage = (typeof STAGES)[number];

/** A cooperation as one of its partners looks at it. */
export interface CooperationView {
  readonly cooperation: string;
  /** In whose name the reader is here. */
  readonly own: string;
  readonly partners: readonly PartnerSince[];
}

/** Something to do or to look at: a sentence and where it leads. */
export interface Pointer {
  readonly text: Saying;
  readonly href: string;
  /** News that nothing has to be done about: it stands last, and is old once a cooperation has come so far. */
  readonly newsUntil?: Stage;
}

/** For how many days something that asks nothing of anybody is pointed at. */
export const FRESH_DAYS = 14;

/** What another area shows on the page of a cooperation. */
export interface CooperationPart {
  readonly name: string;
  /** Reads what it needs for all of these at once, so that many take as few questions as one; then tells it of each. */
  load(db: Reader, views: readonly CooperationView[], today: Day): Promise<(view: CooperationView) => Shown>;
}

export interface Shown {
  /** How far this part has come; null while there is nothing of it yet. */
  readonly stage: Stage | null;
  /** What waits for the reader's side, the most urgent first. */
  readonly open: readonly Pointer[];
  /** What there is to look at. */
  readonly links: readonly Pointer[];
}
