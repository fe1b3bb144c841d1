import { fold } from '../../../plain/text.ts';
import { saying } from '../../../plain/words.ts';
import { cleanCell } from './clean.ts';
import { FORM_OF, languagesCalled } from './language-names.ts';
import { quote, type Read, refused, understood } from './reading.ts';

interface Found {
  readonly tags: readonly string[];
  readonly unknown: readonly string[];
}

const NOTHING: Found = { tags: [], unknown: [] };
const REMEMBERED = 5000;
const remembered = new Map<string, Found>();

/** Reads languages from free text as BCP 47 tags; what is no known language is noted, never guessed. */
export function readLanguages(raw: string): Read {
  const cell = cleanCell(raw);
  // Lists say the same few combinations of languages again and again.
  const found = remembered.get(cell) ?? readAll(cell);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(cell, found);
  const tags = [...new Set(found.tags)].toSorted();
  const part = quote(found.unknown.join(', '));
  if (tags.length === 0) {
    return refused(isEveryLanguage(cell) ? 'claims.languages.everyLanguage' : 'claims.languages.unknown', {
      part: quote(cell),
    });
  }
  return understood(tags, found.unknown.length === 0 ? [] : [saying('claims.languages.note.unknown', { part })]);
}

export function isLanguages(value: readonly string[]): boolean {
  return (
    value.length > 0 &&
    value.every((tag) => /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-[a-z0-9]{5,8})*$/.test(tag)) &&
    value.every((tag, at) => at === 0 || (value[at - 1] ?? '') < tag)
  );
}

function isEveryLanguage(cell: string): boolean {
  return /^(?:in )?(?:alle[nr]?|viele[nr]?|mehrere[nr]?|verschiedene[nr]?|diverse[nr]?|all|many|various|several|tüm|birçok) (?:\p{L}+ )?(?:sprachen|languages|diller|dil)$|^mehrsprachig$|^multilingual$|^sprachen?unabhängig$|^alle$|^جميع اللغات$|^усі мови$|^всі мови$/iu.test(
    cell,
  );
}

const BETWEEN = /[,;/|\n•·+&،؛]+/u;

function readAll(cell: string): Found {
  return join(splitOutside(cell).map((part) => readPart(part)));
}

/** Splits where no bracket is open: "Kurdisch (Kurmandschi, Sorani), Arabisch" has two parts. */
function splitOutside(text: string): string[] {
  if (!text.includes('(')) return text.split(BETWEEN);
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of text) {
    if (sign === '(') depth++;
    if (sign === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && BETWEEN.test(sign)) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  return [...parts, part];
}

function readPart(part: string): Found {
  const text = part.trim();
  if (text === '') return NOTHING;
  const whole = called(text);
  if (whole !== undefined) return { tags: whole, unknown: [] };
  const bracket = /^([^()]*)\(([^()]*)\)?([^()]*)$/.exec(text);
  if (bracket !== null) return readBracket(`${bracket[1] ?? ''}${bracket[3] ?? ''}`, bracket[2] ?? '');
  return readWords(text);
}

function readBracket(outside: string, inside: string): Found {
  const outer = readPart(outside);
  const inner = LEVEL.test(inside) ? NOTHING : join(inside.split(BETWEEN).map((part) => readPart(part)));
  const general = new Set(inner.tags.map((tag) => FORM_OF[tag]));
  return join([{ ...outer, tags: outer.tags.filter((tag) => !general.has(tag)) }, inner]);
}

const LEVEL =
  /^\s*(?:(?:niveau\s*)?[abc][12](?:\s*[-–/]\s*[abc][12])?|muttersprache|fließend|gut|sehr gut|grundkenntnisse|native|fluent|basic)\s*$/i;
const FILLER = new Set([
  'in',
  'auf',
  'und',
  'sowie',
  'auch',
  'oder',
  'and',
  'or',
  've',
  'et',
  'та',
  'і',
  'и',
  'و',
  'u',
  'z',
  'b',
  'a',
  'sprache',
  'sprachen',
  'language',
  'languages',
  'sprachig',
  'dil',
  'dili',
  'мова',
  'мови',
  'a1',
  'a2',
  'b1',
  'b2',
  'c1',
  'c2',
  'fliessend',
  'muttersprache',
  'muttersprachlich',
  'grundkenntnisse',
  'kenntnisse',
  'etc',
  'usw',
]);
const NEGATION = new Set(['kein', 'keine', 'nicht', 'ohne', 'ausser', 'no', 'not', 'except', 'degil']);

/** "Deutsch und Arabisch", "auf Englisch", "gutes Türkisch": every word is looked up by itself. */
function readWords(text: string): Found {
  const words = text.split(/[\s.:]+/u).filter((word) => fold(word) !== '');
  const significant = words.filter((word) => !FILLER.has(fold(word)) && !/^\d+\)?$/.test(word));
  if (significant.length === 0 || significant.some((word) => NEGATION.has(fold(word))))
    return { tags: [], unknown: significant.length === 0 ? [] : [text] };
  const read = significant.map((word) => ({ word, tags: calledInside(word) }));
  // Short words of a sentence look like codes: "es wird so gesprochen" names no language.
  const onlyCodes = read.every((one) => one.tags !== undefined);
  const known = read.filter((one) => one.tags !== undefined && (onlyCodes || fold(one.word).length > 3));
  if (known.length === 0) return { tags: [], unknown: [text] };
  const unknown = read.filter((one) => !known.includes(one)).map((one) => one.word);
  return { tags: known.flatMap((one) => one.tags ?? []), unknown: unknown.length === 0 ? [] : [unknown.join(' ')] };
}

function calledInside(word: string): readonly string[] | undefined {
  const whole = called(word);
  if (whole !== undefined || !word.includes('-')) return whole;
  const pieces = word.split('-').map(called);
  return pieces.every((tags) => tags !== undefined) ? pieces.flat() : undefined;
}

function called(name: string): readonly string[] | undefined {
  const exact = languagesCalled(name);
  if (exact !== undefined) return exact;
  const folded = fold(name);
  const stem = folded.replace(/(?:sprachig(?:e[nrs]?)?|e[nrsm]?)$/, '');
  if (stem !== folded && stem.length > 4) return languagesCalled(stem);
  // In Arabic "and" is written together with the word that follows.
  return folded.startsWith('و') || folded.startsWith('بال')
    ? languagesCalled(folded.replace(/^و/, '').replace(/^بال/, 'ال'))
    : undefined;
}

function join(all: readonly Found[]): Found {
  return { tags: all.flatMap((one) => one.tags), unknown: all.flatMap((one) => one.unknown) };
}
