import type { CooperationPart } from '../cooperations/index.ts';
import { addDays } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { isSettled } from './commitment-word.ts';
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
        links: [{ text: saying('commitments.part.link', { count: standings.length }), href: DEADLINES_PATH }],
      };
    };
  },
};

function hasBegun(standings: Awaited<ReturnType<typeof findStandings>>, today: string): boolean {
  return standings.some(
    ({ paragraph }) => paragraph.kind === 'frame' && paragraph.parts.from !== null && paragraph.parts.from <= today,
  );
}

function some(count: number, text: Saying) {
  return count === 0 ? [] : [{ text, href: DEADLINES_PATH }];
}
