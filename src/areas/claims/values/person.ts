import { fold } from '../../../plain/text.ts';
import { cleanCell, cleanLine } from './clean.ts';
import { CONTACT_LABEL, HONORIFIC, isFunctionWord, SMALL } from './function-words.ts';

/**
 * Whether the cell of a contact column holds the name of a person rather than a function.
 * When in doubt it says yes: a function that is kept back can be written again, a name that was published cannot be taken back.
 *
 * @example looksLikePerson('Frau Müller') // true
 * @example looksLikePerson('Geschäftsstelle') // false
 */
export function looksLikePerson(text: string): boolean {
  const cell = cleanCell(text);
  if (cell.includes('@'))
    return (
      cell.split(/[\s,;<>()]+/).some((part) => (part.includes('@') ? isPersonalAddress(part) : false)) ||
      looksLikePerson(cell.replace(/[^\s,;<>()]*@[^\s,;<>()]*/g, ' '))
    );
  const bare = cell.replace(CONTACT_LABEL, '');
  const isLabelled = bare !== cell && /[:：]/.test(cell.slice(0, cell.length - bare.length));
  return segmentsOf(bare).some((segment) => isPerson(segment, isLabelled)) || isReversedName(bare) || isLoneName(bare);
}

/** The part of a contact cell that names a function: "Frau Müller, Beratungsstelle" → "Beratungsstelle"; `null` when none is named. */
export function functionOf(text: string): string | null {
  const cell = cleanLine(cleanCell(text)).replace(CONTACT_LABEL, '');
  const parts = segmentsOf(cell)
    .map(functionIn)
    .filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function segmentsOf(text: string): string[] {
  return text
    .split(/[,;|\n()/]|\s-\s|:\s/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
}

function functionIn(segment: string): string | null {
  const words = segment.split(/\s+/).filter((word) => fold(word) !== '' && !word.includes('@') && !/\d{4}/.test(word));
  if (!words.some(isFunctionWord)) return null;
  if (!isPerson(segment, false)) return words.join(' ');
  // "Geschäftsführerin Ayşe Yılmaz": the run of words around a function, up to the name.
  const at = words.findIndex(isFunctionWord);
  const end = words.findIndex((word, place) => place > at && !isFunctionWord(word) && !SMALL.test(word));
  const run = words.slice(at, end === -1 ? words.length : end);
  while (run.length > 0 && SMALL.test(run.at(-1) ?? '')) run.pop();
  return run.length === 0 || isPerson(run.join(' '), false) ? null : run.join(' ');
}

function isPerson(segment: string, isLabelled: boolean): boolean {
  const words = segment.split(/\s+/).filter((word) => fold(word) !== '');
  const titled = words.findIndex((word) => HONORIFIC.test(titleOf(word)));
  const named = words[titled + 1];
  if (titled >= 0 && named !== undefined && !isFunctionWord(named) && (isCapital(named) || isCaseless(named)))
    return !isMinor(named);
  if (words.some((word) => /^(?:dr|prof)\.$/i.test(word))) return true;
  const names = words.filter((word) => isNameLike(word) && !HONORIFIC.test(titleOf(word)));
  if (
    isLabelled &&
    words.some((word) => !isFunctionWord(word) && !SMALL.test(word) && /^\p{L}/u.test(word)) &&
    !words.some(isFunctionWord)
  )
    return true;
  if (names.length >= 2 || isShouted(names, words)) return true;
  // Writings without capitals: two or three words without a function.
  const caseless = words.filter(isCaseless);
  return caseless.length >= 2 && caseless.length <= 4 && !caseless.some(isFunctionWord);
}

/** "MAX MUSTERMANN": beside a long word in capitals a short one is no abbreviation. */
function isShouted(names: readonly string[], words: readonly string[]): boolean {
  return (
    names.some(isUpper) &&
    words.filter((word) => isUpper(word) && word.length >= 3 && !isFunctionWord(word)).length >= 2
  );
}

function isUpper(word: string): boolean {
  return /^\p{Lu}+$/u.test(word);
}

/** "Yılmaz, Ayşe" */
function isReversedName(text: string): boolean {
  const parts = text.split(',').map((part) => part.trim());
  return parts.length === 2 && parts.every((part) => isNameLike(part) && !part.includes(' '));
}

/** "Müller": alone in a contact cell, a word that is no function is more likely a surname. */
function isLoneName(text: string): boolean {
  return !/\s/.test(text) && !HONORIFIC.test(titleOf(text)) && isNameLike(text);
}

function titleOf(word: string): string {
  return word.toLowerCase().replace(/\.$/, '').normalize('NFC').replace(/^أ/, 'ا').replace(/^الأ/, 'الا');
}

/** "Frau und Beruf" is a name of an office. */
function isMinor(word: string): boolean {
  return SMALL.test(word);
}

const NO_NAME =
  /^(?:bad|sankt|st|nord|süd|ost|west|mitte|alt|neu|ev|e|v|gmbh|ggmbh|uhr|mo|di|mi|do|fr|sa|so|tel|nr|og|eg|etage|str|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)$/i;

/** A word with a capital that is no function: "Ayşe", "YILMAZ", "A.", "Al-Hassan". */
function isNameLike(word: string): boolean {
  const bare = word.replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, '');
  if (!isCapital(bare) || isFunctionWord(bare) || SMALL.test(bare) || NO_NAME.test(bare.replace(/\.$/, '')))
    return false;
  if (/^\p{Lu}\.$/u.test(bare)) return true;
  // Short words in capitals are abbreviations: AWO, DRK, VHS.
  return bare.length >= 2 && !/\d/.test(bare) && !/^\p{Lu}{2,4}$/u.test(bare.replace(/\.$/, ''));
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function isCaseless(word: string): boolean {
  return /^[\p{Lo}\p{M}]+$/u.test(word) && !SMALL.test(word);
}

/** "ayse.yilmaz@…" and "a.yilmaz@…" are addresses of a person, "info@…" is none. */
function isPersonalAddress(address: string): boolean {
  const local = address.slice(0, address.indexOf('@')).replace(/\d+$/, '');
  const pieces = local.split(/[._]/);
  return pieces.length === 2 && pieces.every((piece) => /^\p{L}+(?:-\p{L}+)?$/u.test(piece) && !isFunctionWord(piece));
}
