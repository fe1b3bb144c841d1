import type { Day } from '../../plain/time.ts';
import type { SlotEntry } from './entry-index.ts';

/** Entries that are alike in everything that a day can change. */
export interface Alike extends Pick<SlotEntry, 'kind' | 'confirmedOn' | 'endsOn'> {
  /** The day of the last word; null where somebody has confirmed it, then nobody asks for it. */
  readonly saidOn: Day | null;
  readonly count: number;
}

/**
 * Counts what the start page says about all entries, one change after the other: nobody has to walk through the whole
 * register for a visit. What depends on today is kept by days.
 */
export interface Tally {
  /** An entry comes (1) or goes (-1). */
  count(entry: SlotEntry, codes: readonly string[], by: 1 | -1): void;
  alike(): Iterable<Alike>;
  /** How many organisations that have not ended by then speak a language, by languages. */
  speakers(today: Day): ReadonlyMap<string, number>;
  /** The fields of action in which an offer has not ended by then. */
  fields(today: Day): readonly string[];
  /** The last day on which an offer in a language is there in a field: a day that never comes where one has no end, null for never. */
  lastDay(language: string, field: string, today: Day): Day | null;
}

/** Stands for an offer without a last day. */
const OPEN_END = '9999-12-31';

export function createTally(): Tally {
  const dated = new Map<string, Alike>();
  const spoken = createEnds();
  const offered = createEnds();
  const pairs = createEnds();
  return {
    count({ kind, confirmedOn, saidOn, endsOn }, codes, by) {
      const said = confirmedOn === null ? saidOn : null;
      const key = [kind, confirmedOn, said, endsOn].join();
      const count = (dated.get(key)?.count ?? 0) + by;
      if (count === 0) dated.delete(key);
      else dated.set(key, { kind, confirmedOn, saidOn: said, endsOn, count });
      const end = endsOn ?? OPEN_END;
      const languages = valuesIn(codes, 'language');
      if (kind === 'organisation') {
        for (const language of languages) spoken.count(language, end, by);
        return;
      }
      const fields = valuesIn(codes, 'field');
      for (const field of fields) {
        offered.count(field, end, by);
        for (const language of languages) pairs.count(pairOf(language, field), end, by);
      }
    },
    alike: () => dated.values(),
    speakers: (today) =>
      new Map(
        [...spoken.names()]
          .map((language): [string, number] => [language, spoken.countFrom(language, today)])
          .filter(([, count]) => count > 0),
      ),
    fields: (today) => [...offered.names()].filter((field) => offered.lastFrom(field, today) !== null).toSorted(),
    lastDay: (language, field, today) => pairs.lastFrom(pairOf(language, field), today),
  };
}

/** Whether an entry is still there on a day. */
export function isThere({ endsOn }: { readonly endsOn: Day | null }, today: Day): boolean {
  return endsOn === null || endsOn >= today;
}

/** How many entries of a name end on which day. */
function createEnds() {
  const names = new Map<string, Map<Day, number>>();
  return {
    names: () => names.keys(),
    count(name: string, end: Day, by: 1 | -1) {
      const days = names.get(name) ?? new Map<Day, number>();
      names.set(name, days);
      const count = (days.get(end) ?? 0) + by;
      if (count === 0) days.delete(end);
      else days.set(end, count);
      if (days.size === 0) names.delete(name);
    },
    countFrom(name: string, today: Day): number {
      let sum = 0;
      for (const [end, count] of names.get(name) ?? []) if (end >= today) sum += count;
      return sum;
    },
    lastFrom(name: string, today: Day): Day | null {
      let last: Day | null = null;
      for (const end of names.get(name)?.keys() ?? []) if (end >= today && (last === null || end > last)) last = end;
      return last;
    },
  };
}

function pairOf(language: string, field: string): string {
  return `${language} ${field}`;
}

/** The values of a facet among codes; one that is said twice counts once. */
function valuesIn(codes: readonly string[], facet: string): readonly string[] {
  const beginning = `${facet}:`;
  return [...new Set(codes.filter((code) => code.startsWith(beginning)))].map((code) => code.slice(beginning.length));
}
