import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/min';
import { saying, type Saying } from '../../../plain/words.ts';
import { cleanCell } from './clean.ts';
import { type Country, type Hints, quote, type Read, refused, understood } from './reading.ts';

interface Found {
  readonly number: string;
  readonly notes: readonly Saying[];
}

type Issue = { readonly issue: Saying };

/** Reads one telephone number as E.164; of several the first that exists, never a fax. */
export function readPhone(raw: string, hints: Hints): Read {
  const parts = splitNumbers(cleanCell(raw));
  const taken: Found[] = [];
  const skipped: Saying[] = [];
  let issue: Saying | null = null;
  for (const part of parts) {
    if (/fax/i.test(part)) {
      skipped.push(saying('claims.phone.note.fax', { number: quote(part) }));
      continue;
    }
    const found = readOne(part, hints.country);
    if ('number' in found) taken.push(found);
    else issue ??= found.issue;
  }
  const [first, ...others] = taken;
  if (first === undefined) {
    if (issue === null && skipped.length > 0) return refused('claims.phone.onlyFax', { number: quote(raw) });
    return refused(issue?.key ?? 'claims.phone.noNumber', issue?.values ?? { part: quote(raw) });
  }
  const left = [...new Set(others.map((other) => other.number))].filter((number) => number !== first.number);
  const several =
    left.length === 0
      ? []
      : [saying('claims.phone.note.several', { taken: showPhone(first.number), left: left.map(showPhone).join(', ') })];
  const unread =
    issue !== null && typeof issue.values?.['part'] === 'string' && issue.key !== 'claims.phone.noNumber'
      ? [saying('claims.note.leftOut', { part: issue.values['part'] })]
      : [];
  return understood(first.number, [...first.notes, ...several, ...skipped, ...unread]);
}

const LABEL = /(?<!\p{L})(?=(?:(?:tele)?fax|tel(?:efon)?|fon|mobile?|handy|phone)(?!\p{L}))/giu;
const BETWEEN = /[;,\n|&]|(?<!\p{L})(?:(?:oder|und|bzw|or|and)(?!\p{L})\.?|u\.(?=\s))/iu;

const LONGEST_NUMBER = 15;

/** "0371 1234567 / 0176 1234567" holds two numbers, "0371 / 1234567" one. */
function splitNumbers(text: string): string[] {
  if (/^[\d+][\d ()-]*$/.test(text) && text.length < 18 && !text.includes('  ')) return [text];
  return text
    .replace(LABEL, '\n')
    .split(BETWEEN)
    .flatMap((part) => splitAt(part, /\/|\s{2,}(?=[+0(])/))
    .flatMap((part) => (digitsOf(part).length > LONGEST_NUMBER ? splitAt(part, /\s(?=\(?0\d)/) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function splitAt(part: string, between: RegExp): string[] {
  const pieces = part.split(between);
  const numbers: string[] = [];
  let current = '';
  for (const piece of pieces) {
    const complete = digitsOf(current.replace(/^\D*(?:\+|00)\d\d/, '')).length >= 7;
    if (complete && digitsOf(piece).length >= 6) {
      numbers.push(current);
      current = piece;
    } else current = current === '' ? piece : `${current} ${piece}`;
  }
  return [...numbers, current];
}

const EXTENSION =
  /[\s,(-]?(?:\b(?:app(?:arat)?|durchwahl|dw|ext|nebenstelle|kl(?:appe)?)\b\.?|#)\s?:?\s?(\d{1,6})\s?\)?$/i;
const KNOWN_LABEL =
  /(?<!\p{L})(?:tele?(?:fon|phone)?|fon|phone|mobile?|mobilfunk|handy|nummer|nr|ruf|hotline|t|m)(?!\p{L})\.?/giu;

function readOne(part: string, country: Country): Found | Issue {
  if (/^\d[.,]\d+e\+?\d+$/i.test(part)) return { issue: saying('claims.phone.rounded', { part: quote(part) }) };
  const isBare = /^[+\d][\d ()/-]*$/.test(part);
  const extension = isBare ? null : EXTENSION.exec(part);
  const text = (extension === null ? part : part.slice(0, extension.index)).replace(/^(\d{6,})[.,]0$/, '$1');
  const run = longestRun(text);
  if (run === null) return { issue: saying('claims.phone.noNumber', { part: quote(part) }) };
  const written = complete(run, country);
  if ('issue' in written) return written;
  const parsed = parsePhoneNumberFromString(written.number, country);
  if (parsed === undefined || !isReal(parsed)) return { issue: saying('claims.phone.invalid', { part: quote(part) }) };
  if (isBare) return { number: parsed.number, notes: written.notes };
  const left = text
    .replace(run, ' ')
    .replace(KNOWN_LABEL, ' ')
    .replace(/^[\s:.,-]+|[\s:.,-]+$/g, '')
    .replace(/^\((.*)\)$/, '$1');
  return {
    number: parsed.number,
    notes: [
      ...written.notes,
      ...(extension === null ? [] : [saying('claims.phone.note.extension', { extension: extension[1] ?? '' })]),
      ...(/\p{L}/u.test(left) ? [saying('claims.note.leftOut', { part: quote(left) })] : []),
    ],
  };
}

function longestRun(text: string): string | null {
  const runs = text.match(/(?:\+\s*|\(\s*)*\d(?:[\d ()/.-]*\d)?/g) ?? [];
  const longest = runs.reduce((best, run) => (digitsOf(run).length > digitsOf(best).length ? run : best), '');
  return digitsOf(longest).length < 3 ? null : longest;
}

/** The calling code with the length from which on a number without "+" can only begin with it. */
const CALLING: Readonly<Record<Country, readonly [code: string, from: number]>> = {
  // 0491–0497 are area codes in East Frisia, 0435x in Carinthia, 041 is Lucerne: shorter numbers lack a zero instead.
  DE: ['49', 11],
  AT: ['43', 12],
  CH: ['41', 11],
  LI: ['423', 10],
};

/** Puts back what a spreadsheet took: the zero of the area code or the plus of the country. */
function complete(run: string, country: Country): Found | Issue {
  const part = quote(run);
  const digits = digitsOf(run);
  if (run.includes('+')) return { number: `+${digits}`, notes: [] };
  if (digits.startsWith('0') || (country === 'LI' && digits.length === 7)) return { number: digits, notes: [] };
  const [code, from] = CALLING[country];
  if (digits.startsWith(code) && digits.length >= from) {
    return { number: `+${digits}`, notes: [saying('claims.phone.note.plusAdded', { part })] };
  }
  if (digits.length <= 3 || /^116\d{3}$/.test(digits)) return { issue: saying('claims.phone.short', { part }) };
  // Eight digits may be a short area code without its zero or a number without its area code.
  if (digits.length < 9) return { issue: saying('claims.phone.areaCodeMissing', { part }) };
  return { number: `0${digits}`, notes: [saying('claims.phone.note.zeroAdded', { part })] };
}

/** Plus sign and at most 15 digits (ITU-T E.164 §6.1); the plans of some countries would let more pass. */
const LONGEST_E164 = 1 + LONGEST_NUMBER;

function isReal(phone: PhoneNumber): boolean {
  if (phone.number.length > LONGEST_E164) return false;
  return phone.nationalNumber.length >= 6 && phone.isValid() && !/^(\d)\1+$/.test(phone.nationalNumber);
}

export function isPhone(value: string): boolean {
  if (!/^\+[1-9]\d{6,14}$/.test(value)) return false;
  const phone = parsePhoneNumberFromString(value);
  return phone !== undefined && phone.number === value && isReal(phone);
}

/** `+493711234567` → `+49 371 1234567` */
export function showPhone(value: string): string {
  return parsePhoneNumberFromString(value)?.formatInternational() ?? value;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
