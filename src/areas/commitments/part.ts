import type { CooperationPart } from '../cooperations/index.ts';
import { addDays, noonOf, type Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { isSettled, type Standing } from './commitment-word.ts';
import { findStandings } from './find-standings.ts';
import { DEADLINES_PATH } from './paths.ts';

const SOON_DAYS = 30;

/** What of a cooperation is due, on its page. */
export const COMMITMENTS_PART: CooperationPart = {
  name: 'commitments',
  load: async (db, views, today) => {
    const all = await findStandings(
      db,
      today,
      views.map(({ cooperation }) => cooperation),
    );
    const byCooperation = Map.groupBy(all, ({ cooperation }) => cooperation);
    return ({ cooperation, own }) => {
      const standings = byCooperation.get(cooperation) ?? [];
      if (standings.length === 0) return { stage: null, open: [], links: [] };
      const soon = addDays(today, SOON_DAYS);
      const mine = standings.filter((one) => one.who === own && !isSettled(one) && one.day !== null && one.day <= soon);
      const withdrawn = standings.filter((one) => one.who !== own && one.word?.state === 'withdrawn');
      return {
        stage: hasBegun(standings, today) ? 'running' : null,
        open: [
          ...some(mine.length, saying('commitments.part.soon', { count: mine.length })),
          ...some(withdrawn.length, saying('commitments.part.withdrawn', { count: withdrawn.length })),
        ],
        links: [{ text: sayAll(standings, today), href: DEADLINES_PATH }],
      };
    };
  },
};

/** How many there are, and when the next one is. */
function sayAll(standings: readonly Standing[], today: Day): Saying {
  const [next] = standings
    .flatMap((one) => (!isSettled(one) && one.day !== null && one.day >= today ? [one.day] : []))
    .toSorted();
  const count = standings.length;
  return next === undefined
    ? saying('commitments.part.link', { count })
    : saying('commitments.part.linkNext', { count, day: noonOf(next) });
}

function hasBegun(standings: readonly Standing[], today: Day): boolean {
  return standings.some(
    ({ paragraph }) => paragraph.kind === 'frame' && paragraph.parts.from !== null && paragraph.parts.from <= today,
  );
}

function some(count: number, text: Saying) {
  return count === 0 ? [] : [{ text, href: DEADLINES_PATH }];
}
