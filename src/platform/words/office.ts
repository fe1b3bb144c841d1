import type { Words } from '../../plain/words.ts';
import type { Log } from '../log/index.ts';
import { findCatalogues } from './catalogues.ts';
import { findLanguage, SOURCE_LANGUAGE, type Language } from './languages.ts';
import { createSpeech, type Speech } from './speech.ts';
import { createTongue } from './tongue.ts';

export interface WordsOptions {
  /** An unknown key throws (development, tests) instead of being logged and shown as it is. */
  readonly strict?: boolean;
  readonly log?: Log;
}

export interface WordsOffice {
  /** The words of a language; of German for a code that does not exist. */
  in(language: string): Words;
  /** Whether German, the source, has this key. */
  has(key: string): boolean;
}

/**
 * Collects the catalogues `words/<language>.json` of all folders below `root`.
 *
 * @example
 * const office = loadWords('src');
 * office.in('ar').say('finding.results', { count: 3 });
 */
export function loadWords(root: string, options: WordsOptions = {}): WordsOffice {
  const { strict = true, log } = options;
  const catalogues = findCatalogues(root);
  const complained = new Set<string>();
  const complain = (language: string, key: string, error?: unknown) => {
    if (complained.has(`${language} ${key}`)) return;
    complained.add(`${language} ${key}`);
    log?.warn('words missing', { language, key, ...(error === undefined ? {} : { error }) });
  };
  const open = new Map<string, Words>();
  const german = theSource();

  const speechOf = (language: Language): Speech =>
    createSpeech({
      strict,
      complain,
      chain: [...chainOf(language)].map(({ code, locale }) => ({ code, locale, messages: catalogues.of(code) })),
    });

  return {
    in(code) {
      const language = findLanguage(code) ?? german;
      const words = open.get(language.code) ?? createTongue(language, speechOf(language));
      open.set(language.code, words);
      return words;
    },
    has: (key) => catalogues.of(SOURCE_LANGUAGE).has(key),
  };
}

function theSource(): Language {
  const german = findLanguage(SOURCE_LANGUAGE);
  if (german === undefined) throw new Error('the table of languages lacks its source');
  return german;
}

function* chainOf(language: Language): Generator<Language> {
  yield language;
  const next = language.fallback === null ? undefined : findLanguage(language.fallback);
  if (next !== undefined) yield* chainOf(next);
}
