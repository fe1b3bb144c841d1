import type { Reader } from '../../platform/database/index.ts';
import { addDays, type Day } from '../../plain/time.ts';
import { isSettled } from './commitment-word.ts';
import { findStandings } from './find-standings.ts';

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
