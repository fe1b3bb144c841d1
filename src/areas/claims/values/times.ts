import { saying, type Saying } from '../../../plain/words.ts';
import { isByAppointment } from './by-appointment.ts';
import { cleanCell } from './clean.ts';
import { type Country, type Hints, quote, type Read, refused, understood } from './reading.ts';
import { type Hours, lexTimes, type Token } from './times-lexer.ts';

export type WeeklyTime = { readonly day: number; readonly from: string; readonly to: string; readonly zone: string };

const ZONES: Readonly<Record<Country, string>> = {
  DE: 'Europe/Berlin',
  AT: 'Europe/Vienna',
  CH: 'Europe/Zurich',
  LI: 'Europe/Vaduz',
};
const MOST_TIMES = 100;

/** Reads weekly times. What is not weekly, has no end or no day is told, not guessed. */
export function readTimes(raw: string, hints: Hints): Read {
  const cell = cleanCell(raw);
  if (isByAppointment(cell)) return refused('claims.times.byAppointment', { part: quote(cell) });
  const [text, exceptions] = withoutHolidays(allDay(cell));
  const clauses = cut(lexTimes(text));
  const sure = clauses.filter((clause) => troubleOf(clause) === null);
  const unsure = clauses.filter(
    (clause) => troubleOf(clause) !== null && clause.tokens.some((token) => !isSilent(token)),
  );
  const times = weekly(sure, ZONES[hints.country]);
  if (times.length === 0 || times.length > MOST_TIMES) {
    const trouble = unsure.map(troubleOf).find((key) => key !== 'claims.times.unknown');
    return refused(trouble ?? 'claims.times.unknown', { part: quote(cell) });
  }
  const left = [...unsure.map((clause) => clause.tokens), ...sure.map((clause) => clause.tokens.filter(isLoud))]
    .map((tokens) => wordsOf(text, tokens))
    .filter((words) => words !== '');
  return understood(times, [
    ...exceptions,
    ...(left.length === 0 ? [] : [saying('claims.times.note.leftOut', { part: quote(left.join(' … ')) })]),
  ]);
}

interface Clause {
  readonly days: Set<number>;
  readonly hours: Hours[];
  readonly tokens: Token[];
  /** "9–12 Uhr Mo, Mi": the days stand behind the hours. */
  daysLast: boolean;
}

/** One clause is some days with their hours; it ends where the next days begin. */
function cut(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let clause = empty();
  let waiting: Token[] = [];
  const settle = (): void => {
    clause.tokens.push(...waiting);
    waiting = [];
  };
  const begin = (): void => {
    clauses.push(clause);
    clause = empty();
  };
  let from: number | null = null;
  let last: Token | undefined;
  for (const token of tokens) {
    if (token.kind === 'days') {
      if (clause.hours.length > 0 && clause.days.size > 0 && !clause.daysLast) {
        // Words without a comma before them may belong to either side: both become unsure.
        if (waiting.some(isTaint) && !waiting.some((one) => one.kind === 'comma')) clause.tokens.push(...waiting);
        begin();
      }
      if (clause.hours.length > 0) clause.daysLast = true;
      settle();
      for (const day of from === null ? token.days : between(from, token.days)) clause.days.add(day);
      clause.tokens.push(token);
      from = null;
    } else if (token.kind === 'to') {
      from = last?.kind === 'days' ? (last.days.at(-1) ?? null) : null;
      clause.tokens.push(token);
    } else if (token.kind === 'hours' || token.kind === 'openEnd' || token.kind === 'overnight') {
      if (clause.daysLast) begin();
      settle();
      if (token.kind === 'hours') clause.hours.push(token.hours);
      clause.tokens.push(token);
    } else if (token.kind === 'stop') {
      settle();
      if (clause.hours.length > 0) begin();
    } else if (token.kind === 'comma') {
      settle();
      waiting = [token];
    } else if (token.kind === 'closed' && clause.days.size > 0 && clause.hours.length === 0) {
      clause = empty();
      waiting = [];
    } else waiting.push(token);
    if (token.kind !== 'to' && token.kind !== 'days') from = null;
    last = token;
  }
  settle();
  begin();
  return clauses;
}

function empty(): Clause {
  return { days: new Set(), hours: [], tokens: [], daysLast: false };
}

/** "Fr–Mo" is Friday, Saturday, Sunday, Monday. */
function between(from: number, to: readonly number[]): number[] {
  const days = [from];
  const [end = from] = to;
  for (let day = from; day !== end;) {
    day = (day % 7) + 1;
    days.push(day);
  }
  return days;
}

function troubleOf(clause: Clause): string | null {
  if (clause.tokens.some((token) => token.kind === 'openEnd')) return 'claims.times.openEnd';
  if (clause.tokens.some((token) => token.kind === 'overnight')) return 'claims.times.overnight';
  if (clause.tokens.some(isTaint)) return 'claims.times.notWeekly';
  if (clause.days.size > 0) return clause.hours.length > 0 ? null : 'claims.times.hoursMissing';
  return clause.hours.length > 0 ? 'claims.times.daysMissing' : 'claims.times.unknown';
}

function isTaint(token: Token): boolean {
  return token.kind === 'word' && token.taints;
}

function isLoud(token: Token): boolean {
  return token.kind === 'closed' || (token.kind === 'word' && !token.silent);
}

function isSilent(token: Token): boolean {
  return (
    token.kind === 'comma' || token.kind === 'to' || token.kind === 'stop' || (token.kind === 'word' && token.silent)
  );
}

/** The words as they stand in the cell, from the first to the last of each unbroken run. */
function wordsOf(text: string, tokens: readonly Token[]): string {
  const runs: { start: number; end: number }[] = [];
  for (const token of tokens.toSorted((a, b) => a.start - b.start)) {
    const run = runs.at(-1);
    if (run !== undefined && /^[\s.,'-]*$/.test(text.slice(run.end, token.start))) run.end = token.end;
    else runs.push({ start: token.start, end: token.end });
  }
  return runs
    .map((run) => text.slice(run.start, run.end))
    .join(' ')
    .replace(/^[\s,;:()/&+-]+|[\s,;:(/&+-]+$/g, '');
}

function weekly(clauses: readonly Clause[], zone: string): WeeklyTime[] {
  const times = new Map<string, WeeklyTime>();
  for (const clause of clauses) {
    for (const day of clause.days) {
      for (const { from, to } of clause.hours) times.set(`${day}${from}${to}`, { day, from, to, zone });
    }
  }
  return [...times.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, time]) => time);
}

function allDay(cell: string): string {
  const always = cell
    .replace(/\b24\s*\/\s*7\b/g, 'täglich 00:00-24:00')
    .replace(/rund um die uhr|around the clock/gi, '00:00-24:00');
  return always === '00:00-24:00' ? `täglich ${always}` : always;
}

const HOLIDAYS =
  /\(?\s*(?:(?:außer|nicht|ausgenommen|except|not)\s+(?:an\s+|in\s+|während\s+|on\s+|during\s+)?(?:den\s+|der\s+|the\s+)?(?:gesetzlichen\s+|public\s+|school\s+)?(?:feiertagen?|feiertags|(?:schul)?ferien|holidays)|(?:an\s+)?(?:feiertagen|feiertags|(?:in\s+den\s+)?(?:schul)?ferien)\s+(?:geschlossen|nicht|zu)|(?:PH|SH)(?:,\s*(?:PH|SH))*\s+(?:off|closed))\s*\)?/giu;

/** Holidays do not make a time less weekly; they are told. */
function withoutHolidays(cell: string): [text: string, notes: Saying[]] {
  const found = cell.match(HOLIDAYS);
  if (found === null) return [cell, []];
  return [
    cell.replace(HOLIDAYS, ' '),
    [saying('claims.times.note.leftOut', { part: quote(found.join(' ').replace(/[()]/g, '')) })],
  ];
}

export function isTimes(value: readonly unknown[]): boolean {
  return (
    value.length > 0 && value.length <= MOST_TIMES && value.every(isWeeklyTime) && isSorted(value.filter(isWeeklyTime))
  );
}

export function isWeeklyTime(value: unknown): value is WeeklyTime {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 4) return false;
  if (!('day' in value && 'from' in value && 'to' in value && 'zone' in value)) return false;
  const { day, from, to, zone } = value;
  return (
    typeof day === 'number' &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= 7 &&
    typeof from === 'string' &&
    typeof to === 'string' &&
    typeof zone === 'string' &&
    CLOCK.test(from) &&
    (CLOCK.test(to) || to === '24:00') &&
    from < to &&
    isZone(zone)
  );
}

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const zones = new Set(Object.values(ZONES));

function isZone(zone: string): boolean {
  if (zones.has(zone)) return true;
  if (!/^[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    // A RangeError is how Intl says that there is no such zone.
    return false;
  }
  zones.add(zone);
  return true;
}

function isSorted(times: readonly WeeklyTime[]): boolean {
  const keys = times.map(({ day, from, to }) => `${day}${from}${to}`);
  return keys.every((key, at) => at === 0 || (keys[at - 1] ?? '') < key);
}
