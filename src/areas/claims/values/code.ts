import type { Field } from '../field.ts';
import { fold } from '../../../plain/text.ts';
import { ok } from '../../../plain/result.ts';
import { saying, type Saying } from '../../../plain/words.ts';
import { cleanCell, cleanLine, cleanText } from './clean.ts';
import { codeCalled, codesInside, type Inside } from './code-words.ts';
import { quote, type Read, refused, understood } from './reading.ts';

const NEGATIONS = new Set(['nicht', 'kein', 'keine', 'ohne', 'ausser', 'not', 'no', 'except', 'degil', 'не', 'ليس']);
const MONEY =
  /^(?:ab |ca\.? ?|je |nur |etwa )*(?:€|eur|euro|chf|fr\.)? ?(\d+(?:[.,]\d{1,2})?)(?:[.,]-+)? ?(?:€|eur(?:o|os)?|chf|fr\.|franken)?(?: ?(?:\/|pro|je|im|per) ?\p{L}+)*$/iu;
const AMOUNT =
  /(?:€|(?<!\p{L})(?:eur|euro|chf|fr\.)) ?(\d+(?:[.,]\d{1,2})?)|(\d+(?:[.,]\d{1,2})?)(?:[.,]-+)? ?(?:€|(?:eur|euro|euros|chf|franken)(?!\p{L})|fr\.)/giu;

/** Reads one of the declared codes of a field. */
export function readCode(raw: string, field: Field): Read {
  const cell = cleanCell(raw);
  const codes = field.codes ?? [];
  const exact = codeCalled(field.name, codes, cell);
  if (exact !== undefined) return understood(exact);
  if (codes.includes('free') && codes.includes('fee') && /\d/.test(cell)) {
    const money = MONEY.exec(cell);
    if (money !== null) return readMoney(Number((money[1] ?? '').replace(',', '.')), cell);
  }
  const inside = codesInside(field.name, codes, cell);
  if (codes.includes('fee') && isPriced(cell, inside)) return readMoney(1, cell);
  const [first, ...others] = withoutFreeDonation(inside.codes);
  if (first === undefined || inside.left.some((word) => NEGATIONS.has(word)))
    return refused('claims.code.unknown', { part: quote(cell) });
  // "kostenlos für Mitglieder, sonst 5 €" is neither.
  const isPricedFree = first === 'free' && codes.includes('fee') && /[1-9]/.test(cell);
  if (others.length > 0 || isPricedFree) return refused('claims.code.several', { part: quote(cell) });
  return understood(first, [saying('claims.code.note.inside', { part: quote(cell) })]);
}

/** "35 € für zehn Termine", "5 €, ermäßigt 3 €": amounts in words that speak of nothing else. */
function isPriced(cell: string, inside: Inside): boolean {
  const amounts = [...cell.matchAll(AMOUNT)].map((match) => Number((match[1] ?? match[2] ?? '').replace(',', '.')));
  return (
    amounts.length > 0 &&
    amounts.every((amount) => amount > 0) &&
    inside.codes.every((code) => code === 'fee') &&
    !inside.left.some((word) => NEGATIONS.has(word))
  );
}

function readMoney(amount: number, cell: string): Read {
  return amount === 0
    ? understood('free')
    : understood('fee', [saying('claims.code.note.amount', { part: quote(cell) })]);
}

/** What costs nothing and asks for a donation is what `donation` means. */
function withoutFreeDonation(codes: readonly string[]): readonly string[] {
  return codes.includes('donation') ? codes.filter((code) => code !== 'free') : codes;
}

const BETWEEN = /[,;/|\n•·،؛]+/u;
const WORDS_BETWEEN = /\s+(?:und|u\.|&|\+|and|sowie|oder|or|ve|та|і|و)\s+/iu;
const LEADING = /^(?:nur\s+|besonders\s+|vor allem\s+)?(?:für|for|angebote? für|zielgruppe:?|only)\s+/iu;
// What follows these words is about somebody else: "Frauen mit Kindern" are women.
const ABOUT_OTHERS = /\s(?:mit|ohne|von|vor|gegen|with|without|of|against)\s.*$/iu;

/** Reads a list of declared codes in their declared order; parts that are none come back as `rest`. */
export function readCodes(raw: string, field: Field): Read {
  const codes = field.codes ?? [];
  const found = new Set<string>();
  const rest: string[] = [];
  for (const part of cleanText(raw).split(BETWEEN)) {
    const phrase = part.trim();
    if (fold(phrase) === '') continue;
    if (!take(phrase, field.name, codes, found)) {
      for (const piece of phrase.split(WORDS_BETWEEN))
        if (!take(piece, field.name, codes, found)) search(piece, field.name, codes, found, rest);
    }
  }
  const value = codes.filter((code) => found.has(code));
  const left = [...new Set(rest.map(cleanLine))].filter((part) => part !== '');
  if (value.length === 0) return refused('claims.codes.unknown', { part: quote(cleanCell(raw)) });
  const notes: Saying[] = left.length === 0 ? [] : [saying('claims.codes.note.rest', { part: quote(left.join(', ')) })];
  return ok(left.length === 0 ? { value, notes } : { value, notes, rest: left });
}

function take(phrase: string, field: string, codes: readonly string[], found: Set<string>): boolean {
  const code = codeCalled(field, codes, phrase) ?? codeCalled(field, codes, phrase.replace(LEADING, ''));
  if (code !== undefined) found.add(code);
  return code !== undefined;
}

function search(piece: string, field: string, codes: readonly string[], found: Set<string>, rest: string[]): void {
  const phrase = piece.trim();
  if (fold(phrase) === '') return;
  rest.push(phrase);
  const inside = codesInside(field, codes, phrase.replace(LEADING, '').replace(ABOUT_OTHERS, ''));
  if (!inside.left.some((word) => NEGATIONS.has(word))) for (const code of inside.codes) found.add(code);
}

export function isCodes(value: readonly string[], codes: readonly string[]): boolean {
  const places = value.map((code) => codes.indexOf(code));
  return value.length > 0 && places.every((place, at) => place > (places[at - 1] ?? -1));
}
