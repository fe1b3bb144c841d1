import { addDays, isDay } from '../../../plain/time.ts';
import { fold } from '../../../plain/text.ts';
import { saying, type Saying } from '../../../plain/words.ts';
import { cleanCell } from './clean.ts';
import { quote, type Read, refused, understood } from './reading.ts';

const MONTH_LANGUAGES = ['de', 'de-AT', 'en', 'tr', 'uk', 'ru', 'ar', 'fr'];
const SPREADSHEET_DAYS = { first: 20_000, last: 60_000 };
const YEARS = { first: 1800, last: 2200 };

/** Reads one day; a month or a year alone is none. `field` decides whether "bis" or "ab" may stand before it. */
export function readDay(raw: string, field: string): Read {
  const cell = cleanCell(raw);
  const part = quote(cell);
  const text = cell
    .replace(
      field === 'validTo' ? /^(?:bis|until|by|till)(?: zum)?\s+/i : /^(?:ab|seit|vom|from|since)(?: dem)?\s+/i,
      '',
    )
    .replace(/^am\s+/i, '');
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) return serial(Number.parseInt(text, 10), part);
  if (/^\d{4}$/.test(text)) return refused('claims.day.onlyYear', { part });
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return check(iso[1], iso[2], iso[3], part);
  const numbers = /^(\d{1,2})\s?([./-])\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(text);
  if (numbers !== null) return readNumbers(numbers, part);
  const worded = /^(?:\p{L}{2,12}\.?,?\s+)?(\d{1,2})\.?\s*(?:de\s+)?([\p{L}\p{M}]+)\.?,?\s+(\d{4})$/u.exec(text);
  if (worded !== null) return check(worded[3], monthCalled(worded[2]), worded[1], part);
  const english = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text);
  if (english !== null) return check(english[3], monthCalled(english[1]), english[2], part);
  return refused(
    /^(?:\d{1,2}[./]|[\p{L}\p{M}]+\.?\s+)\d{4}$/u.test(text) ? 'claims.day.onlyMonth' : 'claims.day.invalid',
    { part },
  );
}

/** 31.03.2026 is a day before a month; with slashes only a number above 12 tells them apart. */
function readNumbers(match: RegExpExecArray, part: string): Read {
  const [, first = '', sign, second = '', year = ''] = match;
  const full = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`;
  const notes = year.length === 4 ? [] : [saying('claims.day.note.century', { part, year: full })];
  if (sign === '/' && Number(first) <= 12 && Number(second) <= 12 && first !== second)
    return refused('claims.day.dayOrMonth', { part });
  const monthFirst = sign === '/' && Number(second) > 12;
  return monthFirst ? check(full, first, second, part, notes) : check(full, second, first, part, notes);
}

/** Spreadsheets count days from 1899-12-30. */
function serial(number: number, part: string): Read {
  if (number < SPREADSHEET_DAYS.first || number > SPREADSHEET_DAYS.last) return refused('claims.day.invalid', { part });
  const day = addDays('1899-12-30', Math.floor(number));
  return understood(day, [saying('claims.day.note.serial', { part, day })]);
}

function check(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  part: string,
  notes: readonly Saying[] = [],
): Read {
  const written = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  if (!isDay(written)) return refused('claims.day.invalid', { part });
  return isPlausibleDay(written) ? understood(written, notes) : refused('claims.day.tooFar', { part });
}

export function isPlausibleDay(value: string): boolean {
  const year = Number(value.slice(0, 4));
  return isDay(value) && year >= YEARS.first && year <= YEARS.last;
}

let months: ReadonlyMap<string, string> | null = null;

function monthCalled(name: string | undefined): string | undefined {
  months ??= collectMonths();
  const folded = fold(name ?? '');
  return months.get(folded);
}

function collectMonths(): Map<string, string> {
  const names = new Map<string, string>();
  for (const language of MONTH_LANGUAGES) {
    for (let month = 1; month <= 12; month++) {
      const moment = new Date(Date.UTC(2026, month - 1, 15));
      for (const style of ['long', 'short'] as const) {
        for (const options of [{ month: style }, { month: style, day: 'numeric' }] as const) {
          const parts = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).formatToParts(moment);
          names.set(fold(parts.find((part) => part.type === 'month')?.value ?? ''), String(month));
        }
      }
    }
  }
  for (const [name, month] of [
    ['mrz', '3'],
    ['maerz', '3'],
    ['sept', '9'],
    ['jaenner', '1'],
    ['feber', '2'],
  ] as const)
    names.set(name, month);
  return names;
}
