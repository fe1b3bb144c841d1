import { not, ok, type Result } from './result.ts';

/** Why a typed amount of money was not taken. */
export type MoneyIssue = 'empty' | 'unclear' | 'threeDigits' | 'negative' | 'tooMuch';

/** A hundred million euros, in cents: whoever types more has slipped. */
export const MOST_CENTS = 10_000_000_000;

/**
 * An amount in euros as a language writes it, whole euros without decimals, digits always Latin.
 *
 * @example showMoney(123_450, 'de') // '1.234,50 €'
 * @example showMoney(960_000, 'en') // '€9,600'
 */
export function showMoney(cents: number, language: string): string {
  return formatOf(language, 'currency').format(cents / 100);
}

/**
 * The same for the inside of a field: without sign and without groups, so that it is easy to change.
 *
 * @example fieldMoney(123_450, 'de') // '1234,50'
 */
export function fieldMoney(cents: number, language: string): string {
  return formatOf(language, 'decimal').format(cents / 100);
}

/**
 * Cents from what somebody typed, in whatever language: `1.234,50`, `1234.5`, `1 234,50 €`, `١٬٢٣٤٫٥٠`.
 * A sign with exactly three digits behind it separates thousands, since nobody writes tenths of a cent;
 * with one or two digits behind it, it is the decimal sign. What fits neither is refused, never guessed: in a
 * known language also three digits behind its own decimal sign. `20.000,-` are whole euros.
 *
 * @example readMoney('1.234') // { ok: true, value: 123_400 }
 * @example readMoney('1,234', 'de') // { ok: false, issue: 'threeDigits' }
 * @example readMoney('12.34.56') // { ok: false, issue: 'unclear' }
 */
export function readMoney(typed: string, language?: string): Result<number, MoneyIssue> {
  const bare = bareOf(typed);
  if (bare === '') return not('empty');
  if (/^[-−–]/.test(bare)) return not('negative');
  if (language !== undefined && isThreeBehind(bare, decimalSignOf(language))) return not('threeDigits');
  const found = /^(?<whole>[\d.,' ]*?)(?:[.,](?<rest>\d{1,2}))?$/.exec(bare)?.groups;
  const whole = found === undefined ? null : wholeOf(found['whole'] ?? '', found['rest'] ?? null, bare);
  if (whole === null) return not('unclear');
  if (whole.length > 12) return not('tooMuch');
  const cents = Number(whole) * 100 + Number((found?.['rest'] ?? '').padEnd(2, '0'));
  return cents > MOST_CENTS ? not('tooMuch') : ok(cents);
}

/** Latin digits, plain separators, no sign of a currency. */
function bareOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/٫/g, ',')
    .replace(/[٬’]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^\s*(€|eur|euro)|(€|eur|euro)\s*$/gi, '')
    .trim()
    .replace(/(?<=\d)[.,]\s?[-–—−]{1,2}$/, '');
}

/** "12,000" where a comma stands before cents: nobody can know whether twelve are meant or twelve thousand. */
function isThreeBehind(bare: string, sign: string): boolean {
  const [whole = '', rest = '', ...more] = bare.split(sign);
  return more.length === 0 && /^[1-9]\d{0,2}$/.test(whole) && /^\d{3}$/.test(rest);
}

function decimalSignOf(language: string): string {
  return (
    formatOf(language, 'decimal')
      .formatToParts(0.5)
      .find(({ type }) => type === 'decimal')?.value ?? ','
  );
}

/** The digits before the decimal sign, when their groups are right; null when they are not. */
function wholeOf(written: string, rest: string | null, bare: string): string | null {
  if (/^\d+$/.test(written)) return written;
  const groups = /^[1-9]\d{0,2}(?:(?<sign>[.,' ])\d{3})(?:\k<sign>\d{3})*$/.exec(written)?.groups;
  if (groups === undefined) return null;
  // "1,234,50" uses one sign for both: not clear.
  if (rest !== null && bare.at(written.length) === groups['sign']) return null;
  return written.replace(/\D/g, '');
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: string, style: 'currency' | 'decimal'): Intl.NumberFormat {
  const name = `${language} ${style}`;
  const format = formats.get(name) ?? newFormat(language, style);
  formats.set(name, format);
  return format;
}

function newFormat(language: string, style: 'currency' | 'decimal'): Intl.NumberFormat {
  const locale = `${language.split('-')[0] ?? language}-u-nu-latn`;
  return new Intl.NumberFormat(locale, {
    style,
    ...(style === 'currency' ? { currency: 'EUR', currencyDisplay: 'narrowSymbol' } : { useGrouping: false }),
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    trailingZeroDisplay: 'stripIfInteger',
  });
}
