import type { Words } from './words.ts';

/** A name or a number that goes into a sentence of another direction, kept together (U+2068 … U+2069). */
export function isolated(words: Words, text: string): string {
  return words.dir === 'rtl' ? `\u2068${text}\u2069` : text;
}
