import { languageOf } from '../../plain/languages.ts';
import { LANGUAGE_SYNONYMS, SYNONYMS } from './synonyms.ts';
import { spellingsOf } from './terms.ts';
import { phrasesForThing } from './things.ts';

/** The languages in which a day, a language or a field of action can be asked for. */
const ASKED_IN = ['de', 'en', 'tr', 'ar', 'uk'] as const;

/** A Monday; the days after it are counted from 1. */
const MONDAY = Date.UTC(2024, 0, 1);

/** The folded words and phrases under which people look for a code (`facet:value`). */
export function phrasesFor(code: string): readonly string[] {
  const [facet = '', value = ''] = code.split(/:(.*)/s);
  if (facet === 'thing') return phrasesForThing(value);
  const names = facet === 'language' ? languageNames(value) : facet === 'day' ? dayNames(Number(value)) : [];
  const written = [...names, ...(SYNONYMS[code]?.split(', ') ?? [])];
  return [...new Set(written.flatMap((name) => spellingsOf(name)))];
}

function languageNames(tag: string): readonly string[] {
  const names = ASKED_IN.map((locale) => nameIn(locale, tag)).filter((name) => name !== undefined && name !== tag);
  const own = languageOf(tag)?.ownName;
  return [
    ...names.filter((name) => name !== undefined),
    ...(own === undefined ? [] : [own]),
    ...(LANGUAGE_SYNONYMS[tag]?.split(', ') ?? []),
  ];
}

function nameIn(locale: string, tag: string): string | undefined {
  try {
    return new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(tag);
  } catch (error) {
    // A tag that is none has no name; it can still be chosen as it is written.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function dayNames(day: number): readonly string[] {
  const moment = new Date(MONDAY + (day - 1) * 86_400_000);
  return ASKED_IN.flatMap((locale) => {
    const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(moment);
    if (locale === 'de') return [name, `${name}s`];
    // After a preposition Ukrainian days end in -у or -ю: "у неділю", "у середу".
    return locale === 'uk' && /[ая]$/u.test(name) ? [name, name.replace(/а$/u, 'у').replace(/я$/u, 'ю')] : [name];
  });
}
