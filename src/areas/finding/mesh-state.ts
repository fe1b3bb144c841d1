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
    missing: gaps(index, entries, addDays(today, SOON)),
  };
}

interface Current {
  readonly slot: number;
  readonly entry: SlotEntry;
}

function current(index: EntryIndex, today: Day): readonly Current[] {
  const found: Current[] = [];
  const now = dayNumber(today);
  for (let slot = 0; slot < index.slots(); slot += 1) {
    const entry = index.entry(slot);
    const ends = at(index.ends, slot);
    if (entry !== undefined && (ends === 0 || ends >= now)) found.push({ slot, entry });
  }
  return found;
}

/** `'9999-12-31'` stands for an offer without a last day. */
const OPEN_END = '9999-12-31';

function gaps(index: EntryIndex, entries: readonly Current[], horizon: Day): readonly Gap[] {
  const languageOf = valuesByCode(index, 'language');
  const fieldOf = valuesByCode(index, 'field');
  const speakers = new Map<string, number>();
  const fields = new Set<string>();
  // By the numbers of language and field: this runs over all entries at every visit of the start page.
  const lastDay = new Map<number, Day>();
  const codes = index.codeCount();
  for (const { slot, entry } of entries) {
    const from = at(index.codeStart, slot);
    const to = slot + 1 < index.codeStart.length ? at(index.codeStart, slot + 1) : index.codeList.length;
    for (let place = from; place < to; place += 1) {
      const code = at(index.codeList, place);
      const language = languageOf[code];
      if (language === undefined) continue;
      if (entry.kind === 'organisation') {
        speakers.set(language, (speakers.get(language) ?? 0) + 1);
        continue;
      }
      const end = entry.endsOn ?? OPEN_END;
      for (let other = from; other < to; other += 1) {
        const field = at(index.codeList, other);
        if (fieldOf[field] === undefined) continue;
        const pair = code * codes + field;
        if (end > (lastDay.get(pair) ?? '')) lastDay.set(pair, end);
      }
    }
  }
  for (const { slot, entry } of entries) {
    if (entry.kind !== 'offer') continue;
    const to = slot + 1 < index.codeStart.length ? at(index.codeStart, slot + 1) : index.codeList.length;
    for (let place = at(index.codeStart, slot); place < to; place += 1) {
      const field = fieldOf[at(index.codeList, place)];
      if (field !== undefined) fields.add(field);
    }
  }
  const lastOf = (language: string, field: string) =>
    lastDay.get((index.codeNumber(`language:${language}`) ?? 0) * codes + (index.codeNumber(`field:${field}`) ?? 0));
  const byNeed = [...speakers].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([tag]) => tag);
  const pairs = byNeed.flatMap((language) =>
    [...fields].toSorted().map((field) => ({ language, field, last: lastOf(language, field) })),
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

/** The values of one facet by the numbers of their codes; holes where a code is of another facet. */
function valuesByCode(index: EntryIndex, facet: string): readonly (string | undefined)[] {
  return Array.from({ length: index.codeCount() }, (_, code) => {
    const text = index.codeText(code);
    return text.startsWith(`${facet}:`) ? text.slice(facet.length + 1) : undefined;
  });
}
