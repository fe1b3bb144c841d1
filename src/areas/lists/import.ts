import type { Json } from '../../plain/json.ts';
import type { Scope } from '../../plain/scope.ts';
import type { Saying } from '../../plain/words.ts';
import type { Mapping } from './list.ts';

/**
 * The states of an import, in the order of the conversation:
 * the file is here (`read`) · being compared (`comparing`) · what would change is shown (`compared`) ·
 * being taken over (`taking`) · in the register (`taken`) · being taken back (`takingBack`) · `takenBack`.
 * `dropped`: given up before anything was taken over.
 */
export const IMPORT_STATES = [
  'read',
  'comparing',
  'compared',
  'taking',
  'taken',
  'takingBack',
  'takenBack',
  'dropped',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** The steps that run in the background, one import at a time. */
export const IMPORT_STEPS = ['compare', 'take', 'giveUp', 'takeBack', 'finish'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** What would happen with a row. Every row of the file has exactly one outcome. */
export const OUTCOMES = ['new', 'changed', 'unchanged', 'unclear', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Counts of rows by outcome, and of rows of an earlier file that this one no longer has. */
export type Counts = Readonly<Record<Outcome, number>> & { readonly rows: number; readonly vanished: number };

export const NO_ROWS: Counts = { rows: 0, new: 0, changed: 0, unchanged: 0, unclear: 0, refused: 0, vanished: 0 };

/** How a file is read where it leaves a choice. */
export interface ReadingChoices {
  readonly sheet?: string;
  readonly encoding?: string;
  readonly separator?: string;
  readonly headerRow?: number;
}

/** One taking-over of a list: from the file to the register, and back if need be. */
export interface Import {
  readonly id: string;
  readonly list: string;
  readonly state: ImportState;
  /** The name the file had; null once the file has been removed. */
  readonly fileName: string;
  /** Where the file lies in the data folder; null once it is no longer needed. */
  readonly file: string | null;
  readonly choices: ReadingChoices;
  readonly mapping: Mapping | null;
  readonly counts: Counts;
  /** Rows dealt with in the step under way. */
  readonly done: number;
  /** What stopped it, for whoever looks next. */
  readonly trouble: Saying | null;
  /** The step that has been asked for and has not begun. */
  readonly asked: ImportStep | null;
  /** When a step last did something. */
  readonly workedAt: Date | null;
  readonly revision: number | null;
  /** The revision that hides the import while it is being taken back. */
  readonly cover: number | null;
  readonly madeAt: Date;
  /** When taking over began, later when it was done; null in `taking` while it is being given up. */
  readonly takenAt: Date | null;
  readonly takenBackAt: Date | null;
}

/** One fact that a row states. */
export interface RowFact {
  readonly field: string;
  readonly language: string | null;
  readonly value: Json;
  readonly scope: Scope;
}

/** One difference between what the list said before and what it says now; a missing side is not there. */
export interface Change {
  readonly field: string;
  readonly language: string | null;
  readonly old?: Json;
  readonly new?: Json;
}

/** Longer than any single step takes. */
const STUCK_MS = 120_000;

/** Whether something is still being done with an import, so that a page may wait for it. */
export function isUnderWay({ state, asked, trouble }: Import): boolean {
  return trouble === null && (asked !== null || state === 'comparing' || state === 'taking' || state === 'takingBack');
}

/** Whether whoever did a step has gone silent. What was only asked for may wait for other imports as long as it takes. */
export function isStuck(each: Import, now: Date): boolean {
  return (
    isUnderWay(each) &&
    each.asked === null &&
    each.workedAt !== null &&
    now.getTime() - each.workedAt.getTime() > STUCK_MS
  );
}

/** Nothing of it stands in the register, and nothing is still to be done. */
export function isOver({ state, file }: Pick<Import, 'state' | 'file'>): boolean {
  return (state === 'dropped' || state === 'takenBack') && file === null;
}
