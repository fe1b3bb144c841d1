import type { ReadContext } from '../../platform/context.ts';
import { addDays, dayOf, type Day } from '../../plain/time.ts';
import { dayNumber, type EntryIndex, type SlotEntry } from './entry-index.ts';
import { at } from './ints.ts';
import type { Finder } from './open-finder.ts';

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
  /** Fields in which no offer speaks a language that organisations here speak; first what will be missing soon. */
  readonly missing: readonly Gap[];
}

export const CONFIRMED_FOR = 180;
const SOON = 60;
const MOST_GAPS = 3;

/** Counts what is known, confirmed, about to end and missing. */
export async function meshState(ctx: ReadContext, finder: Finder): Promise<MeshState> {
  const index = await finder.ready(ctx);
  const today = dayOf(ctx.clock.now());
  const entries = current(index, today);
  const offers = entries.filter(({ entry }) => entry.kind === 'offer').map(({ entry }) => entry);
  const since = addDays(today, -CONFIRMED_FOR);
  const open = offers.filter(({ confirmedOn }) => confirmedOn === null || confirmedOn < since);
  const ends = offers.flatMap(({ endsOn }) => endsOn ?? []).toSorted();
  return {
    organisations: entries.length - offers.length,
    offers: offers.length,
    offersConfirmed: offers.length - open.length,
    oldestOpen: open.map(({ confirmedOn, saidOn }) => confirmedOn ?? saidOn).toSorted()[0] ?? null,
    endingSoon: ends.filter((end) => end <= addDays(today, SOON)).length,
    endingThisYear: ends.filter((end) => end <= `${today.slice(0, 4)}-12-31`).length,
    nextEnd: ends[0] ?? null,
    missing: gaps(entries, addDays(today, SOON)),
  };
}

interface Current {
  readonly entry: SlotEntry;
  readonly codes: readonly string[];
}

function current(index: EntryIndex, today: Day): readonly Current[] {
  const found: Current[] = [];
  for (let slot = 0; slot < index.slots(); slot += 1) {
    const entry = index.entry(slot);
    const ends = at(index.ends, slot);
    if (entry === undefined || (ends !== 0 && ends < dayNumber(today))) continue;
    const from = at(index.codeStart, slot);
    const to = slot + 1 < index.codeStart.length ? at(index.codeStart, slot + 1) : index.codeList.length;
    const codes = Array.from({ length: to - from }, (_, step) => index.codeText(at(index.codeList, from + step)));
    found.push({ entry, codes });
  }
  return found;
}

/** `'9999-12-31'` stands for an offer without a last day. */
const OPEN_END = '9999-12-31';

function gaps(entries: readonly Current[], horizon: Day): readonly Gap[] {
  const speakers = new Map<string, number>();
  const fields = new Set<string>();
  const lastDay = new Map<string, Day>();
  for (const { entry, codes } of entries) {
    const languages = valuesOf(codes, 'language');
    if (entry.kind === 'organisation') for (const tag of languages) speakers.set(tag, (speakers.get(tag) ?? 0) + 1);
    else {
      for (const field of valuesOf(codes, 'field')) {
        fields.add(field);
        const end = entry.endsOn ?? OPEN_END;
        for (const tag of languages)
          if (end > (lastDay.get(`${tag} ${field}`) ?? '')) lastDay.set(`${tag} ${field}`, end);
      }
    }
  }
  const byNeed = [...speakers].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([tag]) => tag);
  const pairs = byNeed.flatMap((language) =>
    [...fields].toSorted().map((field) => ({ language, field, last: lastDay.get(`${language} ${field}`) })),
  );
  const soon = pairs.filter(({ last }) => last !== undefined && last <= horizon);
  const never = pairs.filter(({ last }) => last === undefined);
  return [
    ...soon.map(({ language, field, last }) => ({
      language,
      field,
      from: last === undefined ? null : addDays(last, 1),
    })),
    ...never.map(({ language, field }) => ({ language, field, from: null })),
  ].slice(0, MOST_GAPS);
}

function valuesOf(codes: readonly string[], facet: string): readonly string[] {
  return codes.filter((code) => code.startsWith(`${facet}:`)).map((code) => code.slice(facet.length + 1));
}
