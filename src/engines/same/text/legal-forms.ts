import { comparableWords } from './comparable.ts';
import { meeting } from './fold.ts';
import { ANYWHERE, AT_THE_END, AT_THE_START } from './legal-form-spellings.ts';
import { wordsOf } from './words.ts';

/** What stands behind a legal form and says nothing about it: in foundation, in liquidation, the seat. */
const BEHIND = new Set(['ig', 'il', 'grundung', 'liquidation', 'insolvenz', 'gemeinnutzig']);

interface Form {
  readonly group: string;
  readonly words: readonly string[];
}

const anywhere = byFirstWord(ANYWHERE);
const atTheEnd = byFirstWord(AT_THE_END);
const atTheStart = byFirstWord(AT_THE_START);

/** Forms of several words, those of registered associations first, as most cut names are theirs. */
const spelledOut = [...anywhere.values()]
  .flat()
  .filter(({ words }) => words.length > 1)
  .map(({ group, words }) => ({ group, whole: words.join(' ') }))
  .toSorted((a, b) => Number(b.group === 'eV') - Number(a.group === 'eV'));

/** A legal form found among folded words: its group and which words were it. */
export interface FoundForm {
  readonly group: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The first legal form among folded words without glue; the longest reading wins.
 *
 * @example findLegalForm(['tdv', 'dresden', 'ev'])          // { group: 'eV', from: 2, to: 3 }
 * @example findLegalForm(['muster', 'gmbh', 'co', 'kg'])    // { group: 'GmbHCoKG', from: 1, to: 4 }
 */
export function findLegalForm(written: readonly string[]): FoundForm | null {
  // Old programs lose what makes an umlaut: "gemeinnutzige", "HAFTUNGSBESCHRANKT".
  const words = written.map(meeting);
  const end = endOf(words);
  for (let from = 0; from < words.length; from += 1) {
    const first = words[from] ?? '';
    const found =
      longest(anywhere.get(first), words, from, words.length) ??
      longest(atTheEnd.get(first), words, from, end, end) ??
      (from === 0 ? longest(atTheStart.get(first), words, 0, words.length) : null);
    if (found !== null) return found;
  }
  return null;
}

const LONGEST_FORM = 5;
/** Enough of "eingetragener Verein"; of any other form a word and a half: "Gemein" is mostly a parish. */
const SURE = /^einge|^\p{L}{4,} \p{L}{2}/u;

/**
 * The beginning of a legal form at the end of a name that a field had no room for.
 *
 * @example findCutForm(['frauenbund', 'eingetragener', 'vere'])  // { group: 'eV', from: 1, to: 3 }
 */
export function findCutForm(words: readonly string[]): FoundForm | null {
  const to = words.length;
  for (let from = Math.max(1, to - LONGEST_FORM); from < to; from += 1) {
    const written = meeting(words.slice(from).join(' '));
    if (!SURE.test(written)) continue;
    for (const { group, whole } of spelledOut) if (whole.startsWith(written)) return { group, from, to };
  }
  return null;
}

function endOf(words: readonly string[]): number {
  let end = words.length;
  while (end > 1 && BEHIND.has(words[end - 1] ?? '')) end -= 1;
  return end;
}

function longest(
  forms: readonly Form[] | undefined,
  words: readonly string[],
  from: number,
  limit: number,
  mustEndAt?: number,
): FoundForm | null {
  if (forms === undefined) return null;
  for (const form of forms) {
    const to = from + form.words.length;
    if (to > limit || (mustEndAt !== undefined && to !== mustEndAt)) continue;
    if (form.words.every((word, at) => words[from + at] === word)) return { group: form.group, from, to };
  }
  return null;
}

/** Longest first, so that "gmbh co kg" is seen before "gmbh". */
function byFirstWord(table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly Form[]> {
  const forms = Object.entries(table)
    .flatMap(([group, spellings]) =>
      spellings.split('; ').map((spelling): Form => ({ group, words: comparable(spelling) })),
    )
    .toSorted((a, b) => b.words.length - a.words.length);
  return Map.groupBy(forms, (form) => form.words[0] ?? '');
}

function comparable(spelling: string): readonly string[] {
  return comparableWords(wordsOf(spelling), spelling).map((word) => meeting(word.long));
}
