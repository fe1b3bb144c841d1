import { romanise } from '../script/romanise.ts';
import { skeletonsOf } from '../script/skeleton.ts';
import { ACRONYM, comparableWords, withLettersGlued } from './comparable.ts';
import { foldLong, foldShort } from './fold.ts';
import { kindIn, topicIn } from './kinds.ts';
import { findCutForm, findLegalForm } from './legal-forms.ts';
import { endsAtLimit, isCutName } from './cut.ts';
import { type Word, wordsOf } from './words.ts';

/** A name taken apart for comparing. Every text is folded; `folded` and `skeletons` are as long as `tokens`. */
export interface NameForms {
  /** The words in their order (ä → ae), without legal form and without words that only hold others together. */
  readonly tokens: readonly string[];
  /** Other readings of the same words: ä → a, romanisations of other scripts; none when all are the same. */
  readonly folded: readonly (readonly string[])[];
  /** Group of the legal form: `eV`, `gGmbH`, `KdoeR` … */
  readonly legal: string | null;
  /** What kind of organisation it calls itself, in any language: `association`, `centre`, `school` … */
  readonly kinds: readonly string[];
  /** Whom or what it is about, in any language: `women`, `language` … */
  readonly topics: readonly string[];
  /** Acronyms that are written in the name: `tdv`, `vhs`. */
  readonly acronyms: readonly string[];
  /** The likeliest script-neutral skeleton of each word. */
  readonly skeletons: readonly string[];
  /** The name ends as if a field had no room for more. */
  readonly isCut: boolean;
}

/**
 * Reads the name of an organisation or an offer.
 *
 * @example readName('Türkisch-Deutscher Verein (TDV) e. V.')
 * // tokens: ['tuerkisch', 'deutscher', 'verein', 'tdv'], legal: 'eV', kinds: ['association'], acronyms: ['tdv']
 */
export function readName(name: string): NameForms {
  const words = wordsOf(name);
  const found = withoutLegalForm(comparableWords(words, name));
  const { rest, legal } = found.legal === null && endsAtLimit(name) ? withoutCutForm(found.rest) : found;
  const tokens = rest.map((word) => word.long);
  // Read when asked for: most records are compared by a few of these only.
  return {
    tokens,
    legal,
    get folded() {
      return otherReadings(rest, tokens);
    },
    get kinds() {
      return unique(tokens.map(kindIn));
    },
    get topics() {
      return unique(tokens.map(topicIn));
    },
    get acronyms() {
      return unique(rest.map((word) => acronymOf(word, name)));
    },
    get skeletons() {
      return tokens.map((token) => skeletonsOf(token)[0] ?? '');
    },
    get isCut() {
      return isCutName(name, words, found.legal !== null);
    },
  };
}

const CHARITIES: Readonly<Record<string, string>> = { GmbH: 'gGmbH', UG: 'gUG', AG: 'gAG', eG: 'gGenossenschaft' };

/** Takes legal forms off until none is left; a name that is nothing else keeps its words. */
function withoutLegalForm(words: readonly Word[]): { rest: readonly Word[]; legal: string | null } {
  const found = findLegalForm(words.map((word) => word.long));
  if (found === null || found.to - found.from === words.length) return { rest: words, legal: null };
  const others = words.toSpliced(found.from, found.to - found.from);
  // "gemeinnützige Bildungs GmbH": the word that makes it a charity may stand apart.
  const charity = CHARITIES[found.group];
  const plain = others.filter((word) => !/^gemeinnue?tzig(?:e[rs]?)?$/.test(word.long));
  const isCharity = charity !== undefined && plain.length > 0 && plain.length < others.length;
  const { rest } = withoutLegalForm(withLettersGlued(isCharity ? plain : others));
  return { rest, legal: isCharity ? charity : found.group };
}

function withoutCutForm(words: readonly Word[]): { rest: readonly Word[]; legal: string | null } {
  const found = findCutForm(words.map((word) => word.long));
  if (found === null) return { rest: words, legal: null };
  return { rest: withoutLegalForm(words.slice(0, found.from)).rest, legal: found.group };
}

const MOST_READINGS = 5;

function otherReadings(words: readonly Word[], tokens: readonly string[]): readonly (readonly string[])[] {
  const readings = [words.map(shortOf), ...romanised(tokens)];
  const seen = new Set([tokens.join(' ')]);
  return readings
    .filter((reading) => {
      const key = reading.join(' ');
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, MOST_READINGS);
}

/** A word that was spelled out has no other folding. */
function shortOf(word: Word): string {
  return foldLong(word.written) === word.long ? foldShort(word.written) : word.long;
}

const NOT_LATIN = /[^\p{Script=Latin}\p{N}\p{M}\s]/u;

function romanised(tokens: readonly string[]): readonly (readonly string[])[] {
  if (!tokens.some((token) => NOT_LATIN.test(token))) return [];
  const each = tokens.map((token) => (NOT_LATIN.test(token) ? romanise(token) : [token]));
  const most = Math.max(...each.map((readings) => readings.length));
  return Array.from({ length: most }, (_, at) =>
    each.map((readings, word) => readings[at] ?? readings[0] ?? tokens[word] ?? ''),
  );
}

const ROMAN = /^[ivx]+$/;

/** Capitals only, in a name that is not all in capitals; or single letters with dots. */
function acronymOf(word: Word, name: string): string | null {
  if (word.isGlued) return word.long;
  if (!ACRONYM.test(word.written) || (ROMAN.test(word.long) && !name.startsWith(word.written))) return null;
  return name === word.written || /\p{Ll}/u.test(name) ? word.long : null;
}

const LEVELS = /^(kreis|landes|bundes|stadt|orts|bezirks|regional)(?=\p{L}{4})/u;
const HEADS =
  /^(\p{L}{3,}?)(verein|vereinigung|verband|verbund|werk|hilfe|schule|hochschule|zentrum|haus|dienst|stelle|bund|kreis|rat|amt|gruppe|kirche|gemeinde|gemeinschaft|beratung|wohlfahrt|arbeit|forum|netzwerk|treff|garten|initiative|gesellschaft|stiftung|club|ring|mission|pflege|schutz|bibliothek|akademie|feuerwehr|bildung|jugend)$/u;

/**
 * What initials the words could be shortened to: one letter a word, and one for each part of compounds.
 *
 * @example initialsOf(['tuerkisch', 'deutscher', 'verein'])  // ['tdv']
 * @example initialsOf(['kreisvolkshochschule'])              // ['kvhs', 'kvh']
 */
export function initialsOf(tokens: readonly string[]): readonly string[] {
  const words = tokens.filter(givesInitials);
  const whole = words.map(first).join('');
  const parts = words.map(initialsOfParts).join('');
  return [...new Set([whole, parts])].filter((initials) => initials.length > 1);
}

/**
 * Where the words stand that have these initials: the earliest beginning, and from there the longest stretch.
 *
 * @example stretchWith('tdv', ['der', 'tuerkisch', 'deutscher', 'verein'])  // [1, 4]
 */
export function stretchWith(initials: string, tokens: readonly string[]): readonly [from: number, to: number] | null {
  for (let from = 0; from < tokens.length; from += 1) {
    let [whole, parts, to] = ['', '', from];
    for (const [at, token] of tokens.entries().drop(from)) {
      if (givesInitials(token)) {
        const letter = first(token);
        if (!initials.startsWith(whole + letter) && !initials.startsWith(parts + letter)) break;
        whole += letter;
        parts += initialsOfParts(token);
      }
      if (whole === initials || parts === initials) to = at + 1;
    }
    if (to > from) return [from, to];
  }
  return null;
}

/** Single letters do not, but digits do. */
function givesInitials(token: string): boolean {
  return token.length > 1 || /\p{N}/u.test(token);
}

function initialsOfParts(token: string): string {
  return partsOfCompound(token).map(first).join('');
}

function first(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 0x20).trim();
}

function partsOfCompound(word: string): string[] {
  const level = LEVELS.exec(word)?.[1];
  if (level !== undefined) return [level, ...partsOfCompound(word.slice(level.length))];
  const [, before, head] = HEADS.exec(word) ?? [];
  if (before === undefined || head === undefined) return [word];
  return [...partsOfCompound(before), ...(head === 'hochschule' ? ['hoch', 'schule'] : [head])];
}

function unique(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
