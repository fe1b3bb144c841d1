import type { Json } from '../../plain/json.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { FAMILIES, readFonts } from './fonts.ts';

/** What stands on paper in place of a sign that no font of ours has. */
const STAND_IN = '\uFFFD';

/** Signs that are not seen: they steer how the others join and in which direction they run, or are blanks. */
const UNSEEN = /^[\t\n \u00A0\u00AD\u061C\u2000-\u200F\u202F\u205F\u2060\u2066-\u2069\u3000\uFEFF]$/u;

/** Overrides of direction: with them a text can look like another one. Control signs and choices of variants have no shape. */
const TAKEN_OUT = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\uFFF9-\uFFFB]|\p{Variation_Selector}/gu;

const CLUSTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text as paper can carry it: nothing in it is without a shape. Signs that none of our fonts has become U+FFFD. */
export function printable(text: string): string {
  const tidy = breakable(tidied(text));
  if (isPlain(tidy)) return tidy;
  // A mark whose letter was taken from it stands on the stand-in now, which comes from another font.
  let before = tidy;
  let after = withStandIns(before);
  while (after !== before) {
    before = after;
    after = withStandIns(before);
  }
  return after;
}

function withStandIns(text: string): string {
  return clustersOf(text)
    .flatMap((cluster) => shaped(cluster).map(({ sign, hasShape }) => (hasShape ? sign : STAND_IN)))
    .join('');
}

/** All signs in the texts of a value that would become a stand-in, each once. */
export function missingShapes(value: Json): readonly string[] {
  const missing = new Set<string>();
  mapTexts(value, (text) => {
    const tidy = tidied(text);
    if (isPlain(tidy)) return text;
    for (const cluster of clustersOf(tidy))
      for (const { sign, hasShape } of shaped(cluster)) if (!hasShape) missing.add(sign);
    return text;
  });
  return [...missing];
}

/** The same value with each of its texts changed; keys stay. */
export function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((each) => mapTexts(each, change));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)]));
}

function tidied(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(TAKEN_OUT, '');
}

/** A word longer than a column of a table gets places to break at, which nobody sees. */
function breakable(text: string): string {
  return text.replace(/[^\s\u00AD\u200B]{25,}/gu, (word) => word.replace(/[/.\-_@?&=:]|.{12}/gu, '$&\u200B'));
}

/** Marks, joiners and signs that go before others: only they make one shape of several signs. */
const JOINED = /[\p{M}\u0600-\u0605\u06DD\u070F\u08E2\u200C\u200D]/u;

/** Whether each sign is set for itself and has a shape: true of nearly all texts, and found out much faster. */
function isPlain(text: string): boolean {
  if (JOINED.test(text)) return false;
  for (const sign of text) if (!isKnown(sign)) return false;
  return true;
}

const answers = new Map<string, boolean>();

function isKnown(sign: string): boolean {
  const answer = answers.get(sign);
  if (answer !== undefined) return answer;
  const isShown = UNSEEN.test(sign) || families().some((covers) => covers(sign.codePointAt(0) ?? 0));
  answers.set(sign, isShown);
  return isShown;
}

function clustersOf(text: string): readonly string[] {
  return Array.from(CLUSTERS.segment(text), ({ segment }) => segment);
}

/** What is set as one, a letter and its marks, comes from one font: the one that has the letter and most of the rest. */
function shaped(cluster: string): readonly { readonly sign: string; readonly hasShape: boolean }[] {
  const candidates = families().map((covers) =>
    [...cluster].map((sign) => ({ sign, hasShape: UNSEEN.test(sign) || covers(sign.codePointAt(0) ?? 0) })),
  );
  const gaps = (signs: readonly { readonly hasShape: boolean }[]): number =>
    signs.filter(({ hasShape }) => !hasShape).length + (signs[0]?.hasShape === true ? 0 : cluster.length);
  return candidates.toSorted((a, b) => gaps(a) - gaps(b))[0] ?? [];
}

let known: readonly Coverage[] | null = null;

/** Bold has to have what regular has, so a sign counts only if both of a family do. */
function families(): readonly Coverage[] {
  known ??= FAMILIES.map((name) => {
    const [regular, bold] = readFonts(name).map(coverageOf);
    return (sign) => regular?.(sign) === true && bold?.(sign) === true;
  });
  return known;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
