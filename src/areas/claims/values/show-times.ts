import type { Words } from '../../../plain/words.ts';
import type { WeeklyTime } from './times.ts';

/** "dienstags und donnerstags 18–20 Uhr": days with the same hours stand together. */
export function showTimes(times: readonly WeeklyTime[], words: Words): readonly string[] {
  const daysByHours = new Map<string, number[]>();
  for (const [day, hours] of hoursByDay(times, words)) daysByHours.set(hours, [...(daysByHours.get(hours) ?? []), day]);
  return [...daysByHours].map(([hours, days]) =>
    words.say('claims.times.entry', { days: nameDays(days, words), hours }),
  );
}

function hoursByDay(times: readonly WeeklyTime[], words: Words): Map<number, string> {
  const byDay = Map.groupBy(times, (time) => time.day);
  return new Map(
    [...byDay].map(([day, own]) => [
      day,
      words.list(
        own.map(({ from, to }) => words.say('claims.times.hours', { from: clock(from, words), to: clock(to, words) })),
      ),
    ]),
  );
}

/** "18:00" is "18" where the sentence says "Uhr", "18:00" elsewhere: the catalogue decides. */
function clock(time: string, words: Words): string {
  const [hour = '', minute = ''] = time.split(':');
  return words.say(minute === '00' ? 'claims.times.fullHour' : 'claims.times.clock', {
    hour: String(Number(hour)),
    minute,
  });
}

function nameDays(days: readonly number[], words: Words): string {
  if (days.length === 7) return words.say('claims.times.everyDay');
  return words.list(
    runs(days).flatMap(([first, last]) => {
      if (last - first < 2)
        return first === last ? [dayName(first, words)] : [dayName(first, words), dayName(last, words)];
      return [words.say('claims.times.span', { first: dayName(first, words), last: dayName(last, words) })];
    }),
  );
}

function dayName(day: number, words: Words): string {
  return words.say(`claims.times.onDay.${day}`);
}

function runs(days: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const day of days) {
    const run = found.at(-1);
    if (run !== undefined && run[1] === day - 1) run[1] = day;
    else found.push([day, day]);
  }
  return found;
}
