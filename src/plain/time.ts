/** A calendar day as people write it in data: `2026-03-31`. */
export type Day = string;

/**
 * IANA name of the time zone by whose days all go, whatever the machine says. Germany, Austria and Switzerland share
 * it. Its clocks differ from UTC by whole hours.
 */
export const ZONE = 'Europe/Berlin';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

const CALENDAR = new Intl.DateTimeFormat('en', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

let latest: { readonly hour: number; readonly day: Day } | null = null;

/** The day on which a moment lies, in `ZONE`. */
export function dayOf(moment: Date): Day {
  const hour = Math.floor(moment.getTime() / HOUR_MS);
  // What comes together was mostly said together, and a calendar is slow.
  if (latest?.hour !== hour) latest = { hour, day: inCalendar(moment) };
  return latest.day;
}

function inCalendar(moment: Date): Day {
  const parts = new Map(CALENDAR.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

/**
 * What is kept of a moment where its day is enough: the first moment of the same day in UTC, so that nobody has to
 * know at which hour a volunteer wrote.
 */
export function onlyDay(moment: Date): Date {
  return new Date(startOf(dayOf(moment)));
}

function startOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** A moment in the middle of a day, for whatever takes moments alone: it lies on that day in UTC and in `ZONE`. */
export function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}

function dayInUtc(moment: number): Day {
  return new Date(moment).toISOString().slice(0, 10);
}

/** Whether a text is a day that exists: `2026-02-30` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = startOf(text);
  return !Number.isNaN(moment) && dayInUtc(moment) === text;
}

/** `daysBetween('2026-01-01', '2026-01-31')` is 30. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((startOf(to) - startOf(from)) / DAY_MS);
}

export function addDays(day: Day, days: number): Day {
  return dayInUtc(startOf(day) + days * DAY_MS);
}
