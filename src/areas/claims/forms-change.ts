import { canonical, type Json } from '../../plain/json.ts';
import type { Scope } from '../../plain/scope.ts';
import type { Claim } from './claim.ts';
import type { Desk, Word } from './forms-desk.ts';
import type { Wish } from './forms-read.ts';

/** What a saved form changes: words to say, and words of the same voice that end with it. */
export interface Changes {
  readonly say: readonly {
    readonly field: string;
    readonly language: string | null;
    readonly value: Json;
    readonly scope: Scope;
  }[];
  readonly end: readonly Claim[];
  /** The names of the fields that change. */
  readonly fields: readonly string[];
  /** Whether other people read something now than before. */
  readonly isForOthers: boolean;
}

/** Compares what is wished with what is said now. Pure; the same wishes again change nothing. */
export function changesOf(desk: Desk, wishes: readonly Wish[]): Changes {
  const say: Changes['say'][number][] = [];
  const end: Claim[] = [];
  let isForOthers = false;
  for (const wish of wishes) {
    const { field, language, scope } = wish;
    const word = desk.words.find((one) => one.field.name === field.name && one.language === language);
    const mine = word?.mine ?? null;
    const spoken = mine === null ? [] : [mine, ...(word?.mineToo ?? [])];
    const value = settled(wish, word);
    if (value === null) {
      end.push(...spoken);
    } else if (mine === null || mine.scope !== scope || canonical(mine.value) !== canonical(value)) {
      say.push({ field: field.name, language, value, scope });
      end.push(...spoken);
      isForOthers ||= mine === null ? wish.isScopeChosen : mine.scope !== scope;
    }
  }
  return { say, end, fields: [...new Set([...say, ...end].map(({ field }) => field))].toSorted(), isForOthers };
}

/**
 * An emptied field lets the others speak again, unless it was said that nobody else may read it:
 * then the organisation keeps the others' word to itself, so that no list speaks in its place.
 */
function settled({ field, value, scope, isScopeChosen }: Wish, word: Word | undefined): Json {
  if (value !== null || scope !== 'own' || !isScopeChosen || field.scope === 'own') return value;
  return word?.others[0]?.claim.value ?? null;
}
