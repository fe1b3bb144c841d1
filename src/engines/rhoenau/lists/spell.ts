import { daysBetween, type Day } from '../../../plain/time.ts';
import type { Json } from '../../../plain/json.ts';
import { at, type Dice } from '../dice.ts';
import type { Subject } from '../county.ts';
import { GERMAN_NAMES } from '../languages.ts';
import { FIELD_NAMES } from '../rows.ts';

/** How offices write values into cells. */

export function words(subject: Subject, field: string): string[] {
  const value = valueOf(subject, field);
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string') : [];
}

export function part(subject: Subject, field: string, key: 'postcode' | 'name' | 'lat' | 'lon'): string {
  const value = valueOf(subject, field);
  if (value === undefined || value === null || typeof value !== 'object') return '';
  const found = Object.entries(value).find(([name]) => name === key)?.[1];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** "Deutsch, Englisch" */
export function languagesInWords(tags: readonly string[]): string {
  return tags.map((tag) => GERMAN_NAMES[tag] ?? tag).join(', ');
}

export function fieldsInWords(subject: Subject): string {
  return words(subject, 'fieldsOfAction')
    .map((code) => FIELD_NAMES[code] ?? code)
    .join(', ');
}

const GROUP_NAMES: Readonly<Record<string, string>> = {
  everyone: 'alle',
  women: 'Frauen',
  men: 'Männer',
  children: 'Kinder',
  youth: 'Jugendliche',
  parents: 'Eltern',
  older: 'Ältere',
  newcomers: 'Neuzugewanderte',
  lgbtiq: 'LSBTIQ',
  volunteers: 'Ehrenamtliche',
  organisations: 'Vereine',
};
export function groupsInWords(subject: Subject): string {
  return words(subject, 'targetGroups')
    .map((code) => GROUP_NAMES[code] ?? code)
    .join(', ');
}

const COST_NAMES: Readonly<Record<string, string>> = { free: 'kostenlos', fee: 'mit Gebühr', donation: 'Spende' };
export function costInWords(subject: Subject): string {
  const note = valueOf(subject, 'costNote');
  if (typeof note === 'string') return note;
  const cost = valueOf(subject, 'cost');
  return typeof cost === 'string' ? (COST_NAMES[cost] ?? cost) : '';
}

export function answer(subject: Subject, field: string): string {
  const value = valueOf(subject, field);
  return value === 'yes' ? 'ja' : value === 'no' ? 'nein' : '';
}

const LONG = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'];
const SHORT = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];

/** Weekly times in one of the ways people write them. */
export function timesInWords(subject: Subject, throws: Dice): string {
  const value = valueOf(subject, 'times');
  const times = Array.isArray(value) ? value.flatMap(slot) : [];
  const first = times[0];
  if (first === undefined) return 'nach Vereinbarung';
  const [from, to] = [first.from, first.to];
  const short = (clock: string): string => clock.replace(/^0/, '').replace(/:00$/, '');
  const days = times.map(({ day }) => at(SHORT, day - 1));
  if (times.length === 5 && times.every(({ day }, place) => day === place + 1)) {
    return throws.pick([
      `Mo–Fr ${short(from)}–${short(to)} Uhr`,
      `Mo. - Fr. ${from} - ${to}`,
      `montags bis freitags ${from}-${to} Uhr`,
    ]);
  }
  const long = times.map(({ day }) => at(LONG, day - 1));
  switch (throws.below(5)) {
    case 0:
      return `${days.join(' + ')} ${short(from)}–${short(to)} Uhr`;
    case 1:
      return `${long.map((day) => `${day.toLowerCase()}s`).join(' und ')} ${from} bis ${to} Uhr`;
    case 2:
      return `${days.join(', ')} ${from.replace(':', '.')}-${to.replace(':', '.')} Uhr`;
    case 3:
      return `${long.join(', ')} ${from}-${to}`;
    default:
      return `jeden ${long.join(' und ')}, ${short(from)} - ${short(to)} Uhr`;
  }
}

/** `2026-03-31` as `31.03.2026`. */
export function germanDay(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}.${month}.${year}`;
}

/** The number that a sheet holds for a day: days since 1899-12-30 (ECMA-376, 1900 date system). */
export function sheetDay(day: Day): string {
  return String(daysBetween('1899-12-30', day));
}

/** Office spellings of "und": "u." or "&"; null where there is none. */
export function otherAnd(text: string, throws: Dice): string | null {
  return text.includes(' und ') ? text.replace(' und ', throws.pick([' u. ', ' & ', ' u ', '/'])) : null;
}

/** What the encoding of old spreadsheets cannot hold loses its mark: "Barış" becomes "Baris". */
export function forWindows1252(text: string): string {
  return text.replace(/[^\u0000-\u007F\u00A0-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu, (sign) =>
    (PLAIN[sign] ?? sign.normalize('NFD').replace(/\p{Mn}/gu, '')).replace(/[^\u0000-\u00FF]/gu, '?'),
  );
}
const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', Ł: 'L', đ: 'd' };

function slot(value: Json): { day: number; from: string; to: string }[] {
  if (value === null || typeof value !== 'object' || !('day' in value)) return [];
  const { day, from, to } = value;
  return typeof day === 'number' && typeof from === 'string' && typeof to === 'string' ? [{ day, from, to }] : [];
}

function valueOf(subject: Subject, field: string): Json | undefined {
  return subject.facts[field]?.[0]?.value;
}
