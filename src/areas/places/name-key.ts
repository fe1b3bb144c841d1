import { fold, foldPlain } from '../../plain/text.ts';

/** Words between the parts of a name that people leave out or shorten: "Halle (Saale)", "Halle an der Saale". */
const BETWEEN = new Set([
  'am',
  'an',
  'auf',
  'bei',
  'im',
  'in',
  'ob',
  'unter',
  'vor',
  'der',
  'dem',
  'den',
  'das',
  'die',
  'a',
  'b',
  'd',
  'i',
  'v',
]);

/** "Munster" is a town of its own: what stands for "Münster" without its dots comes second. */
export const PLAIN = '~';

/** Titles before a name: "Lutherstadt Wittenberg", "Stadt Chemnitz". */
const TITLE =
  /^(?:(?:landes)?hauptstadt|hansestadt|lutherstadt|universitätsstadt|kreisstadt|große kreisstadt|stadt|gemeinde|marktgemeinde|markt)\s+(?=\p{L}{2})/iu;

const UMLAUT = /[^\p{ASCII}]/u;

const BASE_ENDS = /\s*[(/,]|\s+(?:am|an|auf|bei|im|in|ob|unter|vor|[abiov]\.)(?=\s|\p{L})/iu;

/** Most names; the way past the folding makes loading twice as fast. */
const ONE_PLAIN_WORD = /^[A-Za-z]{3,}$/;

/**
 * The form in which two spellings of the name of a place meet, as words.
 *
 * @example nameWords('St. Gallen')        // ['sankt', 'gallen']
 * @example nameWords('Frankfurt am Main') // ['frankfurt', 'main']
 */
export function nameWords(name: string): string[] {
  return wordsOf(fold(name));
}

/** The keys by which a name is asked for, umlauts written out, with and without a title before it. */
export function nameKeys(name: string): string[] {
  if (ONE_PLAIN_WORD.test(name)) return [name.toLowerCase()];
  const bare = name.replace(TITLE, '');
  const key = nameWords(name).join(' ');
  return (bare === name ? [key] : [nameWords(bare).join(' '), key]).filter((one) => one !== '');
}

/** The keys under which a name stands: also, marked by `~`, as a keyboard without umlauts types it. */
export function shelfKeys(name: string): string[] {
  const keys = nameKeys(name);
  if (!UMLAUT.test(name)) return keys;
  const plain = wordsOf(foldPlain(name.replace(TITLE, ''))).join(' ');
  return plain === keys[0] ? keys : [...keys, PLAIN + plain];
}

/** What stands before "am …", "(…)", "/ …": "Frankfurt am Main" → "Frankfurt"; null when that is all. */
export function baseName(name: string): string | null {
  if (ONE_PLAIN_WORD.test(name)) return null;
  const end = name.search(BASE_ENDS);
  return end > 1 ? name.slice(0, end) : null;
}

/** Whether `short` can stand for `word`: the same beginning, its letters in the same order ("wstr", "weinstrasse"). */
export function abbreviates(short: string, word: string): boolean {
  if (short.length > word.length || short[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at += 1;
  return at === short.length;
}

function wordsOf(folded: string): string[] {
  const words = folded
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => (word === 'st' ? 'sankt' : word));
  // "Rothenburg o. d. T.": a single "o" is left out as "ob" is, but "Frankfurt (O.)" is not.
  const kept = words.filter((word, at) => at === 0 || !(BETWEEN.has(word) || (word === 'o' && words[at + 1] === 'd')));
  return kept.length === 0 ? words : kept;
}
