import type { Texts } from './paragraph.ts';

/** What somebody reads of a text: its words in one language. */
export interface Spoken {
  readonly language: string;
  readonly text: string;
}

/** Whoever reads plain German reads German, where nobody has written plain German. */
const STANDS_IN: Readonly<Record<string, string>> = { 'de-simple': 'de' };

/**
 * A text in all languages that have words, the reader's first, then in the order of the agreement. Nothing is
 * translated: empty where nobody has written anything.
 *
 * @example spokenIn({ de: 'Ziel', tr: 'Hedef' }, ['de', 'tr'], 'tr')[0]?.text // 'Hedef'
 */
export function spokenIn(texts: Texts, languages: readonly string[], reader: string): readonly Spoken[] {
  const order = new Set([reader, STANDS_IN[reader] ?? reader, ...languages, ...Object.keys(texts)]);
  return [...order].flatMap((language) => {
    const text = texts[language] ?? '';
    return text.trim() === '' ? [] : [{ language, text }];
  });
}
