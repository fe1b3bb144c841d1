import { addDays, type Day } from '../../plain/time.ts';
import { ENTRY_KINDS } from './codes.ts';
import type { EntryIndex } from './entry-index.ts';
import { isThere, type Alike, type Tally } from './tally.ts';

/** A language for which there is nothing in a field of action. */
export interface Gap {
  readonly language: string;
  readonly field: string;
  /** From this day on; null is now. */
  readonly from: Day | null;
}

/** What the start page says about the register, all of it counted, nothing guessed. */
export interface MeshState {
  readonly organisations: number;
  readonly offers: number;
  /** Offers that somebody has confirmed within the last 180 days. */
  readonly offersConfirmed: number;
  /** The last word about the offer that has waited longest to be confirmed again. */
  readonly oldestOpen: Day | null;
  /** Offers with a last day within the next 60 days, and until the end of the year. */
  readonly endingSoon: number;
  readonly endingThisYear: number;
  readonly nextEnd: Day | null;
  /**
   * Fields in which no offer speaks a language that organisations here speak; first what will be missing soon. Null
   * where nothing can be told: no organisation says what it speaks, or no offer what it is for.
   */
  readonly missing: readonly Gap[] | null;
}

export const CONFIRMED_FOR = 180;
const SOON = 60;
const MOST_GAPS = 3;

/** Counts what is known, confirmed, about to end and missing. */
export function meshOf({ tally }: EntryIndex, today: Day): MeshState {
  const there = [...tally.alike()].filter((alike) => isThere(alike, today));
  const [organisations, offers] = ENTRY_KINDS.map((kind) => there.filter((alike) => alike.kind === kind));
  return {
    organisations: sum(organisations),
    ...offersState(offers ?? [], today),
    missing: gaps(tally, today, addDays(today, SOON)),
  };
}

function offersState(offers: readonly Alike[], today: Day): Omit<MeshState, 'organisations' | 'missing'> {
  const since = addDays(today, -CONFIRMED_FOR);
  const open = offers.filter(({ confirmedOn }) => confirmedOn === null || confirmedOn < since);
  const ending = (last: Day) => sum(offers.filter(({ endsOn }) => endsOn !== null && endsOn <= last));
  return {
    offers: sum(offers),
    offersConfirmed: sum(offers) - sum(open),
    oldestOpen: first(open.map(({ confirmedOn, saidOn }) => confirmedOn ?? saidOn)),
    endingSoon: ending(addDays(today, SOON)),
    endingThisYear: ending(`${today.slice(0, 4)}-12-31`),
    nextEnd: first(offers.map(({ endsOn }) => endsOn)),
  };
}

function gaps(tally: Tally, today: Day, horizon: Day): readonly Gap[] | null {
  const fields = tally.fields(today);
  const byNeed = [...tally.speakers(today)].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const pairs = byNeed.flatMap(([language]) =>
    fields.map((field) => ({ language, field, last: tally.lastDay(language, field, today) })),
  );
  if (pairs.length === 0) return null;
  return [
    ...pairs.flatMap(({ language, field, last }) =>
      last !== null && last <= horizon ? [{ language, field, from: addDays(last, 1) }] : [],
    ),
    ...pairs.flatMap(({ language, field, last }) => (last === null ? [{ language, field, from: null }] : [])),
  ].slice(0, MOST_GAPS);
}

function sum(alike: readonly Alike[] = []): number {
  return alike.reduce((all, { count }) => all + count, 0);
}

function first(days: readonly (Day | null)[]): Day | null {
  return days.reduce((least, day) => (day !== null && (least === null || day < least) ? day : least), null);
}
