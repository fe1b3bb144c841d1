import { isGlue } from './glue.ts';
import type { Word } from './words.ts';

/** Lengths to which tables, shapefiles and old programs cut texts. */
const LIMITS = new Set([30, 40, 50, 60, 64, 80, 100, 120, 127, 128, 150, 160, 200, 250, 254, 255, 256]);
const BYTES = new TextEncoder();
const SHORTEST = 30;

/**
 * Whether a name ends as if a field had no room for more: dots of omission, an open bracket, a word that promises
 * another, or exactly at a usual limit (in signs or in bytes) without a legal form.
 *
 * @example isCutName('Arbeiterwohlfahrt Soziale Dienste Chemnitz und Umg', …)  // true, 50 signs
 */
export function isCutName(name: string, words: readonly Word[], hasLegalForm: boolean): boolean {
  const text = name.trim();
  if (/(?:\.\.|…|[,&+/(])$/.test(text) || text.lastIndexOf('(') > text.lastIndexOf(')')) return true;
  // "Kinder- und Jugend-" waits for its other half, "Annenschule -GS-" does not.
  if (/\p{L}-$/u.test(text) && !/[\s(]-\p{L}/u.test(text)) return true;
  const last = words.at(-1);
  if (last === undefined) return false;
  if (words.length > 2 && isGlue(last.long) && /^\p{Ll}/u.test(last.written) && !last.isGlued) return true;
  return !hasLegalForm && !last.hasDot && endsAtLimit(name);
}

/** Whether a text is as long as fields often are; a blank at its end may have been taken off. */
export function endsAtLimit(name: string): boolean {
  if (name.length < SHORTEST - 1) return false;
  const { length } = name.trim();
  if (LIMITS.has(name.length) || LIMITS.has(length) || LIMITS.has(length + 1)) return true;
  return length > SHORTEST && LIMITS.has(BYTES.encode(name.trim()).length);
}
