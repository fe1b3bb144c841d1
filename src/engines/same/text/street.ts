import { foldLong } from './fold.ts';

export interface Street {
  /** Folded name in one word, "straße" and its abbreviations made "str": `hansastr`. */
  readonly street: string;
  /** House number with its letter: `12`, `12a`; of "12-14" the first. */
  readonly number: string | null;
  /** What else stands there: the end of a range, staircase, floor, flat: `14`, `hinterhaus`. */
  readonly extra: string;
}

/** House number: digits, a letter that belongs to it, the end of a range. */
const NUMBER =
  /(?<![\p{L}\d])(0*\d{1,4})\s?([a-z](?![\p{L}\d]))?(?:\s?[-–/+]\s?(\d{1,4})\s?([a-z](?![\p{L}\d]))?)?(?![\p{L}\d])/u;
/** The number stands first in English and French: "435 S. La Cienega Blvd.". */
const FIRST_NUMBER =
  /^(\d{1,5})\s?([a-z](?![\p{L}\d]))?(?:\s?[-–/]\s?(\d{1,4})\s?([a-z](?![\p{L}\d]))?)?[\s,]+(?=\p{L})/u;
/** "44th St. between 5th and 6th Aves.": what helps to find it is no part of the name. */
const WAY_TO_IT = /\s(?:between|near|off|at|corner|opposite|ecke|nahe|neben|gegenueber)\s.*$/u;

/** Kinds of streets as they are shortened or cut off; all meet in one form. */
const KINDS: readonly (readonly [pattern: RegExp, short: string])[] = [
  [/(?:strasse|strase|strass|stras|straat|street|str)$/u, 'str'],
  [/(?:platz|pl)$/u, 'pl'],
  [/(?:allee|avenue|ave)$/u, 'allee'],
  [/(?:gasse|g)$/u, 'g'],
  [/(?:boulevard|blvd|blv)$/u, 'blvd'],
  [/(?:road|rd)$/u, 'rd'],
  [/(?:drive|dr)$/u, 'dr'],
  [/(?:lane|ln)$/u, 'ln'],
  [/(?:caddesi|cad|cd)$/u, 'cad'],
];
/** "g" and "dr" are kinds of streets only as words of their own. */
const WHOLE_WORDS = new Set(['g', 'dr', 'pl', 'rd', 'ln', 'cad', 'cd', 'ave']);

const SHORT_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    st: 'sankt',
    dr: 'doktor',
    prof: 'professor',
    gr: 'grosse',
    kl: 'kleine',
  }),
);
/** Only where the number stands first: "South Street" is written "S. St.", "Süd-Straße" is not. */
const DIRECTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({ south: 's', north: 'n', east: 'e', west: 'w' }),
);
const NO_NAME = new Set(['nr', 'no', 'hausnummer', 'hausnr']);

/**
 * Reads street and house number; null when the text names no street.
 *
 * @example streetOf('Hansastraße 12 a')  // { street: 'hansastr', number: '12a', extra: '' }
 * @example streetOf('Hansa-Str. 12-14')  // { street: 'hansastr', number: '12', extra: '14' }
 * @example streetOf('435 S. La Cienega Blvd.')  // { street: 'slacienegablvd', number: '435', extra: '' }
 */
export function streetOf(text: string): Street | null {
  const folded = foldLong(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^c\/o [^,]*, ?/, '');
  if (!/\p{L}/u.test(folded) || /^(?:postfach|po box|p\.?o\.? box)/.test(folded)) return null;
  const first = FIRST_NUMBER.exec(folded);
  if (first !== null) return made(folded.slice(first[0].length), first, '', true);
  const number = houseNumber(folded);
  if (number === null) return made(folded, null, '', false);
  return made(folded.slice(0, number.index), number, folded.slice(number.index + number[0].length), false);
}

/** In "Straße des 17. Juni 135" a number with a dot and a word behind it is part of the name. */
function houseNumber(folded: string): RegExpExecArray | null {
  const found = NUMBER.exec(folded);
  if (found === null || !/^\.\s?\p{L}/u.test(folded.slice(found.index + found[0].length))) return found;
  const from = found.index + found[0].length;
  const later = NUMBER.exec(folded.slice(from));
  if (later === null) return null;
  later.index += from;
  return later;
}

function made(name: string, number: RegExpExecArray | null, rest: string, isNumberFirst: boolean): Street | null {
  const [line = ''] = name.replace(WAY_TO_IT, '').split(/[,(]/);
  const street = stem(line, isNumberFirst);
  if (street === '' || !/\p{L}/u.test(street)) return null;
  const end = number?.[3] === undefined ? '' : number[3] + (number[4] ?? '');
  const more = rest.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return {
    street,
    number: number?.[1] === undefined ? null : number[1].replace(/^0+(?=\d)/, '') + (number[2] ?? ''),
    extra: `${end} ${more}`.trim(),
  };
}

function stem(line: string, isNumberFirst: boolean): string {
  const words = line.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !NO_NAME.has(word));
  const last = words.length - 1;
  return words
    .map((word, at) => {
      if (at === last && at > 0 && word === 'st') return 'str';
      const short =
        at < last ? ((isNumberFirst ? DIRECTIONS.get(word) : undefined) ?? SHORT_WORDS.get(word)) : undefined;
      if (short !== undefined) return short;
      return at === last || word.startsWith('str') ? shortened(word, at > 0) : word;
    })
    .join('');
}

function shortened(word: string, isBehind: boolean): string {
  for (const [pattern, short] of KINDS) {
    const found = pattern.exec(word);
    if (found === null || (WHOLE_WORDS.has(found[0]) && (found.index > 0 || !isBehind))) continue;
    return word.slice(0, found.index) + short;
  }
  return word;
}
