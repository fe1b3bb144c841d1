import { spellOut } from './abbreviations.ts';
import { foldLong } from './fold.ts';
import { isGlue } from './glue.ts';
import type { Word } from './words.ts';

/** Two to seven capitals or digits: TDV, VHS. */
export const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]{1,6}$/u;

/**
 * The words of a name as they are compared: short ones spelled out, those that only hold others together left out
 * (unless the name has no others), single letters that stand side by side as one.
 */
export function comparableWords(words: readonly Word[], name: string): readonly Word[] {
  const spelled = words.map((word, at) => spelledOut(word, at, words));
  const kept = spelled.filter((word) => !isGlueWord(word, name));
  return withLettersGlued(kept.length === 0 ? spelled : kept);
}

function spelledOut(word: Word, at: number, words: readonly Word[]): Word {
  // "Ev. Kirche" is evangelical, "Sportverein Ev." at the end a legal form, "eV" always.
  const isForm = word.isGlued || (word.long === 'ev' && (at === words.length - 1 || word.written === 'eV'));
  if (isForm && word.long === 'ev') return word;
  const long = spellOut(word.long, word.hasDot || word.long === 'ev');
  return long === word.long ? word : { ...word, long };
}

/** "ET & Co": in capitals among small letters it is an acronym. */
function isGlueWord(word: Word, name: string): boolean {
  if (!isGlue(word.long) || word.isGlued) return false;
  return word.written.length === 1 || !ACRONYM.test(word.written) || !/\p{Ll}/u.test(name);
}

/** "A & O" and "AO" are one: single letters that stand side by side are read together. */
export function withLettersGlued(words: readonly Word[]): readonly Word[] {
  const glued: Word[] = [];
  for (const word of words) {
    const before = glued.at(-1);
    if (before !== undefined && isLetters(before) && isLetters(word)) glued.splice(-1, 1, both(before, word));
    else glued.push(word);
  }
  return glued;
}

function isLetters(word: Word): boolean {
  return word.isGlued || /^\p{L}$/u.test(word.long);
}

function both(a: Word, b: Word): Word {
  return {
    written: a.written + b.written,
    long: foldLong(a.long + b.long),
    isGlued: true,
    hasDot: b.hasDot,
  };
}
