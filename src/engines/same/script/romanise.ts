import { hasKnownScript, spellingsAt } from './letters.ts';
import { withoutSeldomMarks } from './prepare.ts';

const STYLES = [0, 1, 2, 3];
const SCHOLARLY = 3;
/** Two letters that mostly stand for one sound, by style. Arabic has no ch and x of its own, Greek no b and d. */
const PAIRS: Readonly<Record<string, readonly [string, string, string, string] | undefined>> = {
  تش: ['ch', 'tsch', 'tch', 'tš'],
  كس: ['x', 'x', 'x', 'ks'],
  μπ: ['b', 'b', 'mp', 'mb'],
  ντ: ['d', 'd', 'nt', 'nd'],
  γκ: ['g', 'g', 'gk', 'ng'],
  γγ: ['ng', 'ng', 'ng', 'ng'],
  ου: ['ou', 'u', 'ou', 'ou'],
};
const ARABIC = /\p{Script=Arabic}/u;
const VOWEL = /^[aeiou]/;

/**
 * Writes a text with Latin letters: as English, German, French and scholarly usage do, at most four different ones,
 * best first. Vowels that the Arabic script leaves out become "a" where a syllable needs one. A text without a
 * letter of a known script stays as it is.
 *
 * @example romanise('Шевченко')  // ['shevchenko', 'schewtschenko', 'chevtchenko', 'ševčenko']
 * @example romanise('مركز')      // ['markaz', 'markas']
 * @example romanise('Verein')    // ['Verein']
 */
export function romanise(text: string): readonly string[] {
  if (!hasKnownScript(text)) return [text];
  const lower = withoutSeldomMarks(text);
  return [...new Set(STYLES.map((style) => inStyle(lower, style)))];
}

function inStyle(text: string, style: number): string {
  let written = '';
  let word: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    const pair = pairAt(text, at, style);
    if (pair !== undefined) {
      if (ARABIC.test(sign)) word.push(...pair);
      else written += withShortVowels(word.splice(0)) + pair.join('');
      at += 1;
      continue;
    }
    // Letters alone: what two together are spelled with is for reading names of other languages.
    const latin = spellingsAt(text, at).find((spelling) => spelling.letters.length === 1)?.styles[style];
    if (latin !== undefined && ARABIC.test(sign)) {
      word.push(arabicSound(sign, latin, style, word.at(-1)));
      continue;
    }
    written += withShortVowels(word) + (latin === undefined ? sign : cyrillicSound(text, at, latin, style));
    word = [];
  }
  return written + withShortVowels(word);
}

/** Scholars read تش letter by letter, with the vowel that may stand between. */
function pairAt(text: string, at: number, style: number): readonly string[] | undefined {
  const latin = PAIRS[text.slice(at, at + 2)]?.[style];
  if (latin === undefined) return undefined;
  return style === SCHOLARLY && ARABIC.test(text[at] ?? '') ? [...latin] : [latin];
}

/** و and ي are vowels behind a consonant; behind a vowel and at the beginning they are w and y. */
function arabicSound(sign: string, latin: string, style: number, before: string | undefined): string {
  if (before === undefined || VOWEL.test(before)) {
    // "antonioni": two vowels of another language
    return sign === 'و' && before === 'i' ? 'u' : latin;
  }
  if (sign === 'و') return style === 2 ? 'ou' : 'u';
  return sign === 'ي' || sign === 'ی' ? 'i' : latin;
}

/** Syllables of Arabic are open or closed by one consonant: mar-kaz, mah-mad, ha-san. */
function withShortVowels(sounds: readonly string[]): string {
  const spoken = sounds.filter((sound) => sound !== '');
  let written = '';
  let needsVowel = false;
  for (let at = spoken.length - 1; at >= 0; at -= 1) {
    const sound = spoken[at] ?? '';
    const next = spoken[at + 1];
    const isVowel = VOWEL.test(sound);
    const standsBeforeConsonant = !isVowel && next !== undefined && !VOWEL.test(next);
    const inserts: boolean = standsBeforeConsonant && (needsVowel || at === 0);
    written = sound + (inserts ? 'a' : '') + written;
    // A consonant that closes a syllable asks for a vowel before it.
    needsVowel = !isVowel && (next === undefined || (standsBeforeConsonant && !inserts));
  }
  return written;
}

/** Ukrainian reads и and г in its own way; its е, like that of Serbian, never begins with a j. */
const UKRAINIAN = /[іїєґ]/;
const SERBIAN = /[ђјљњћџ]/;
const OF_UKRAINIAN: Readonly<Record<string, readonly [string, string, string, string]>> = {
  и: ['y', 'y', 'y', 'y'],
  г: ['h', 'h', 'g', 'h'],
  е: ['e', 'e', 'e', 'e'],
};
const CONSONANT = /[бвгґдђжзклљмнњпрстћфхцчџшщ]/;

/** Russian е and ё are "je" and "jo" only where no consonant stands before them. */
function cyrillicSound(text: string, at: number, latin: string, style: number): string {
  const sign = text[at] ?? '';
  if (UKRAINIAN.test(text)) return OF_UKRAINIAN[sign]?.[style] ?? latin;
  if (sign !== 'е' && sign !== 'ё') return latin;
  const isPlain = SERBIAN.test(text) || CONSONANT.test(text[at - 1] ?? '');
  return isPlain ? latin.replace(/^[yij](?=[eo])/, '') : latin;
}
