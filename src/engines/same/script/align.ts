import { spellingsAt } from './letters.ts';

/** A way to spell the letters at one place: how many letters it covers, its Latin codes, its cost. */
interface Option {
  readonly covers: number;
  readonly codes: Uint16Array;
  readonly cost: number;
}

/** All ways at one place by their first Latin letter; under `NOTHING` those that write nothing. */
type Options = ReadonlyMap<number, readonly Option[]>;

/** A prepared text with all its spellings, ready to be held against many Latin ones. */
export interface Pattern {
  readonly text: string;
  readonly options: readonly Options[];
  readonly leaveOut: Uint16Array;
  readonly leavesVowelsOut: boolean;
}

// Costs in hundredths of a letter that does not fit at all.
const WRONG = 100;
const VOWEL_FOR_VOWEL = 45;
const VOWEL_MORE = 50;
const UNWRITTEN_VOWEL = 12;
const SECOND_UNWRITTEN_VOWEL = 20;
const DOUBLED = 8;
const WEAK_H = 35;
const ARTICLE = 15;
const SILENT_AT_END = 55;

const A = 0x61;
const IS_VOWEL = new Uint8Array(0x180);
for (const vowel of 'aeiouyäöü') IS_VOWEL[vowel.charCodeAt(0)] = 1;
const MAY_BE_SILENT = new Set([...'estdxhzp'].map((letter) => letter.charCodeAt(0)));
const H = 'h'.charCodeAt(0);

const NOTHING = 0;

/** Letters that may be left out for little: vowels and weak sounds. */
const VOWELS = /[aeiouyäöüاأإآئؤءعوىيیەۆێةهаеёєиіїоуўыэюяъьйაეიოუαεηιουω]/u;

/** Makes a pattern of a prepared text in one of the known scripts. */
export function patternOf(text: string): Pattern {
  const letters = text.split('');
  return {
    text,
    options: letters.map((_, at) => {
      const before = at === 0 ? articles(text) : [];
      return before.length === 0 ? optionsAt(text, at) : byFirstLetter([...before, ...spelledAt(text, at)]);
    }),
    leaveOut: Uint16Array.from(letters, (letter, at) => {
      if (letter === text[at - 1]) return DOUBLED;
      return VOWELS.test(letter) ? VOWEL_MORE : WRONG;
    }),
    leavesVowelsOut: /\p{Script=Arabic}/u.test(text),
  };
}

/** As many as the tables have entries: the longest one that fits says which others do. */
const known = new Map<string, Options>();

/** All words share the ways to spell the same letters: of their own they would take hundreds of megabytes. */
function optionsAt(text: string, at: number): Options {
  const letters = spellingsAt(text, at)[0]?.letters ?? '';
  let options = known.get(letters);
  if (options === undefined) known.set(letters, (options = byFirstLetter(spelledAt(text, at))));
  return options;
}

function byFirstLetter(options: readonly Option[]): Options {
  return Map.groupBy(options, ({ codes }) => codes[0] ?? NOTHING);
}

function spelledAt(text: string, at: number): readonly Option[] {
  return spellingsAt(text, at).flatMap((spelling) =>
    spelling.spellings.map(([latin, cost]): Option => ({
      covers: spelling.letters.length,
      codes: codesOf(latin),
      cost,
    })),
  );
}

/** The Arabic article is often left out, or takes the sound of the letter behind it: ash-, an-, ar-. */
function articles(text: string): readonly Option[] {
  if (!/^ال\p{L}{2}/u.test(text)) return [];
  const melted = spelledAt(text, 2).filter((option) => option.cost === 0 && option.covers === 1);
  return [
    { covers: 2, codes: codesOf(''), cost: ARTICLE },
    ...melted
      .flatMap(({ codes }) => ['a', 'e'].map((vowel) => Uint16Array.from([vowel.charCodeAt(0), ...codes])))
      .map((codes) => ({ covers: 2, codes, cost: ARTICLE })),
  ];
}

function codesOf(latin: string): Uint16Array {
  return Uint16Array.from(latin, (letter) => letter.charCodeAt(0));
}

let table = new Int32Array(1024);

/**
 * How far a Latin spelling is from a pattern, in hundredths of a letter; `Infinity` as soon as it is farther than
 * `limit`. The cheapest way through both texts, each letter spelled as the tables say, left out or doubled.
 */
export function distance(pattern: Pattern, latin: Uint16Array, limit: number): number {
  const rows = pattern.options.length + 1;
  const columns = latin.length + 1;
  if (table.length < rows * columns) table = new Int32Array(rows * columns * 2);
  const cells = table;
  cells.fill(WRONG * 1000, 0, rows * columns);
  cells[0] = 0;
  for (let row = 0; row < rows; row += 1) {
    const options = pattern.options[row];
    for (let column = 0; column < columns; column += 1) {
      const here = cells[row * columns + column] ?? 0;
      if (here > limit) continue;
      if (column < columns - 1)
        lower(cells, row * columns + column + 1, here + extra(latin, column, pattern.leavesVowelsOut));
      if (options === undefined) continue;
      lower(cells, (row + 1) * columns + column, here + (pattern.leaveOut[row] ?? WRONG));
      if (column < columns - 1 && pattern.leaveOut[row] === VOWEL_MORE && IS_VOWEL[latin[column] ?? 0] === 1)
        lower(cells, (row + 1) * columns + column + 1, here + VOWEL_FOR_VOWEL);
      const at = row * columns + column;
      spell(cells, options.get(NOTHING), latin, column, at, columns);
      spell(cells, options.get(latin[column] ?? NOTHING), latin, column, at, columns);
    }
  }
  const found = cells[rows * columns - 1] ?? Infinity;
  return found > limit ? Infinity : found;
}

function spell(
  cells: Int32Array,
  options: readonly Option[] | undefined,
  latin: Uint16Array,
  column: number,
  at: number,
  columns: number,
): void {
  if (options === undefined) return;
  const here = cells[at] ?? 0;
  for (const { covers, codes, cost } of options) {
    if (fits(codes, latin, column)) lower(cells, at + covers * columns + codes.length, here + cost);
  }
}

function lower(cells: Int32Array, at: number, cost: number): void {
  if (cost < (cells[at] ?? 0)) cells[at] = cost;
}

function fits(codes: Uint16Array, latin: Uint16Array, from: number): boolean {
  for (let at = 0; at < codes.length; at += 1) if (codes[at] !== latin[from + at]) return false;
  return true;
}

/** What a Latin letter costs that the other text does not write. */
function extra(latin: Uint16Array, at: number, leavesVowelsOut: boolean): number {
  const code = latin[at] ?? 0;
  const before = latin[at - 1];
  if (code === before || code === latin[at + 1]) return DOUBLED;
  if (IS_VOWEL[code] === 1) {
    if (!leavesVowelsOut) return at === latin.length - 1 && code === A + 4 ? UNWRITTEN_VOWEL * 2 : VOWEL_MORE;
    return before !== undefined && IS_VOWEL[before] === 1 ? SECOND_UNWRITTEN_VOWEL : UNWRITTEN_VOWEL;
  }
  if (code === H) return WEAK_H;
  return at === latin.length - 1 && MAY_BE_SILENT.has(code) ? SILENT_AT_END : WRONG;
}

/** Letters of a prepared Latin text as `distance` wants them. */
export function latinCodes(text: string): Uint16Array {
  return codesOf(text);
}
