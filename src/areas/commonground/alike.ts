import { foldPlain } from '../../plain/text.ts';
import type { Statement } from './statement.ts';

const ALIKE = 0.5;
const MOST_ALIKE = 3;
/** Shorter words tell nothing about what a statement is about, whatever the language. */
const LEAST_LETTERS = 3;

/** Nor do these, of the languages in which conversations are held. */
const SMALL = wordsIn(
  'der die das den dem des ein eine einen einem einer und oder auch soll sollen sollte wir uns unser unsere ist sind ' +
    'sein wird werden wurde hat haben muss müssen kann können für bei mit dass sich noch sehr bitte es gibt ' +
    'the and for our are should must can have has been that this with there also please ' +
    've bir bu için ile olan olmalı gerek biz bizim var ' +
    'في من على إلى أن هذا هذه يجب نحن مع كل ' +
    'для та ми нас наш має мають бути треба щоб цей ця',
);

/** With one of these the rest is said the other way round. */
const NOT = wordsIn(
  'nicht kein keine keinen keiner keinem nie niemals niemand ohne ' +
    'not never nobody without değil yok asla hiç لا ليس لم لن بدون بلا не ні без немає ніколи',
);

/** Two statements that each have one side of these are no wordings of one another. */
const OPPOSITES = [
  'mehr größer länger später öfter teurer offen öffnen | weniger kleiner kürzer früher seltener billiger schließen geschlossen',
  'alle immer dafür | niemand nie dagegen einzelne',
  'more bigger longer later open | less fewer smaller shorter earlier closed close',
  'çok fazla uzun açık | az kısa kapalı',
  'أكثر المزيد أطول مفتوح | أقل أقصر مغلق',
  'більше довше відкрити відкритий | менше коротше закрити закритий',
].map((pair) => pair.split('|').map(wordsIn));

/**
 * Statements that say much the same: half of all different words of both, or nearly all of the shorter one's, and not
 * the opposite. Words count by their first four letters, so that endings do not tell them apart. Two languages are not
 * compared, and a language that says "not" by an ending is understood without it.
 */
export function findAlike(text: string, statements: readonly Statement[]): readonly Statement[] {
  const mine = readWords(text);
  return statements
    .map((statement) => ({
      statement,
      share: Math.max(0, ...Object.values(statement.texts).map((other) => likeness(mine, readWords(other)))),
    }))
    .filter(({ share }) => share >= ALIKE)
    .toSorted((a, b) => b.share - a.share || (a.statement.id < b.statement.id ? -1 : 1))
    .slice(0, MOST_ALIKE)
    .map(({ statement }) => statement);
}

interface Read {
  readonly stems: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly isTurned: boolean;
}

function readWords(text: string): Read {
  const words = tokensOf(text);
  const telling = words.filter((word) => (word.length >= LEAST_LETTERS || /\d/.test(word)) && !SMALL.has(word));
  const turns = words.filter((word) => NOT.has(word)).length;
  return { stems: new Set(telling.map((word) => word.slice(0, 4))), words: new Set(words), isTurned: turns % 2 === 1 };
}

function likeness(a: Read, b: Read): number {
  const least = Math.min(a.stems.size, b.stems.size);
  if (least === 0 || a.isTurned !== b.isTurned || areOpposed(a, b)) return 0;
  const both = a.stems.intersection(b.stems).size;
  const inside = least >= 3 && both / least >= 0.8 ? 0.8 : 0;
  return Math.max(both / (a.stems.size + b.stems.size - both), inside);
}

function areOpposed(a: Read, b: Read): boolean {
  return OPPOSITES.some((sides) => {
    const [inA, inB] = [a, b].map(({ words }) => sides.findIndex((side) => !side.isDisjointFrom(words)));
    return inA !== inB && inA !== -1 && inB !== -1;
  });
}

/** Without the marks of umlauts, so that "Raum" and "Räume" begin alike. */
function tokensOf(text: string): readonly string[] {
  return foldPlain(text).split(' ');
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(tokensOf(text));
}
