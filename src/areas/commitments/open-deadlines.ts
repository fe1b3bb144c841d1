import type { Reader } from '../../platform/database/index.ts';
import { addDays, daysBetween, type Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { isSettled } from './commitment-word.ts';
import { findStandings } from './find-standings.ts';
import { DEADLINES_PATH } from './paths.ts';

const AHEAD_DAYS = 90;

/** What an organisation still has to do, for whoever hands its role over: deadlines soon, and in how many agreements. */
export async function countDeadlines(
  db: Reader,
  organisation: string,
  today: Day,
): Promise<{ readonly commitments: number; readonly agreements: number }> {
  const until = addDays(today, AHEAD_DAYS);
  const open = (await findStandings(db, today)).filter(
    (one) => one.who === organisation && !isSettled(one) && (one.day === null || one.day <= until),
  );
  return { commitments: open.length, agreements: new Set(open.map(({ agreement }) => agreement)).size };
}

/** The way to the deadlines of somebody's organisations, and how far off the next one is that they have to think of. */
export async function nextDeadline(
  db: Reader,
  organisations: readonly string[],
  today: Day,
): Promise<{ readonly href: string; readonly title: Saying; readonly note: Saying }> {
  const days = (await findStandings(db, today)).flatMap((one) =>
    (one.who === null || organisations.includes(one.who)) && !isSettled(one) && one.day !== null && one.day >= today
      ? [one.day]
      : [],
  );
  const [next] = days.toSorted();
  const note =
    next === undefined
      ? saying('commitments.next.none')
      : saying('commitments.next.in', { days: daysBetween(today, next) });
  return { href: DEADLINES_PATH, title: saying('commitments.title'), note };
}
