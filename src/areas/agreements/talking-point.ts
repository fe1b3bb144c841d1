import type { Day } from '../../plain/time.ts';
import { SHEET_PARTS, type SheetEntry, type SheetPart } from './sheet.ts';
import type { Sheet } from './store-sheet.ts';

/** Where a difference stands: still to talk about, settled, or "we differ and go on". */
export const POINT_STATES = ['open', 'agreed', 'differ'] as const;
export type PointState = (typeof POINT_STATES)[number];

/** One sentence of an opened sheet; `at` is its place among the sentences of its part, from 0. */
export interface EntryPlace {
  readonly organisation: string;
  readonly part: SheetPart;
  readonly at: number;
}

/** Something to talk about, found in the opened sheets. */
export interface TalkingPoint {
  readonly id: string;
  readonly words: string;
  readonly refers: readonly EntryPlace[];
  readonly state: PointState;
  /** Who set it like this, and when. */
  readonly partner: string;
  readonly day: Day;
}

/**
 * A place as it stands in a form: `<organisation>.<part>.<at>`.
 *
 * @example readPlace(spellPlace(place)) // place
 */
export function spellPlace({ organisation, part, at }: EntryPlace): string {
  return `${organisation}.${part}.${at}`;
}

export function readPlace(spelled: string): EntryPlace | null {
  const [organisation = '', part, at = ''] = spelled.split('.');
  const known = SHEET_PARTS.find((one) => one === part);
  return known === undefined || !/^\d{1,3}$/.test(at) ? null : { organisation, part: known, at: Number(at) };
}

/** What stands at a place of the sheets that are open; null where nothing does. */
export function entryAt(sheets: readonly Sheet[], { organisation, part, at }: EntryPlace): SheetEntry | null {
  const sheet = sheets.find((one) => one.organisation === organisation && one.openedOn !== null);
  return sheet?.words[part][at] ?? null;
}
