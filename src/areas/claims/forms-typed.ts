import { canonical, type Json } from '../../plain/json.ts';
import type { Words } from '../../plain/words.ts';
import type { Field } from './field.ts';
import { readValue, showValue } from './values/index.ts';
import type { Country } from './values/reading.ts';
import { isWeeklyTime, type WeeklyTime } from './values/times.ts';

/** A value as somebody would type it, so that reading it gives the same value again. */
export function typedOf(field: Field, value: Json, words: Words, country: Country): string {
  const candidates = candidatesOf(field, value, words, country);
  const faithful = candidates.find((text) => readsBack(field, text, value, country));
  return faithful ?? candidates[0] ?? '';
}

/** The codes of a field that is ticked instead of typed. */
export function tickedOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string') : [];
}

/** Fields that are ticked or chosen instead of typed. */
export function isTicked({ kind }: Field): boolean {
  return kind === 'code' || kind === 'codes' || kind === 'answer';
}

function candidatesOf(field: Field, value: Json, words: Words, country: Country): readonly string[] {
  switch (field.kind) {
    case 'phone':
      return [...showValue(field, value, words).map(({ text }) => text), ...(typeof value === 'string' ? [value] : [])];
    case 'topics':
      return [tickedOf(value).join(', '), tickedOf(value).join('\n')];
    case 'languages':
      return [
        tickedOf(value)
          .map((tag) => languageTyped(field, tag, words, country))
          .join(', '),
      ];
    case 'times':
      return Array.isArray(value) ? timesTyped(value.filter(isWeeklyTime), words) : [];
    case 'point':
    case 'place':
      return showValue(field, value, words).map(({ text }) => text);
    default:
      return typeof value === 'string' ? [value] : [];
  }
}

/** The name in the language of the page where it is understood, otherwise the tag. */
function languageTyped(field: Field, tag: string, words: Words, country: Country): string {
  const name = words.languageName(tag);
  return readsBack(field, name, [tag], country) ? name : tag;
}

/** A Monday, from which the names of the days are taken. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/** "Di 18:00–20:00, Do 18:00–20:00", with the days of the page's language, then of German. */
function timesTyped(times: readonly WeeklyTime[], words: Words): readonly string[] {
  const language = words.language === 'de-simple' ? 'de' : words.language;
  return [
    [language, 'long'],
    ['de', 'short'],
  ].map(([tag, weekday]) => {
    const name = new Intl.DateTimeFormat(tag, { weekday: weekday === 'long' ? 'long' : 'short', timeZone: 'UTC' });
    const dayName = (day: number) => name.format(new Date(MONDAY + (day - 1) * DAY_MS)).replace(/\.$/, '');
    return times.map(({ day, from, to }) => `${dayName(day)} ${from}–${to}`).join('\n');
  });
}

function readsBack(field: Field, text: string, value: Json, country: Country): boolean {
  const read = readValue(field, text, { country });
  return read.ok && canonical(read.value.value) === canonical(value);
}
