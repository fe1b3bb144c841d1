import { saying } from '../../plain/words.ts';
import type { CooperationPart } from './part.ts';
import { planPath, searchPath } from './paths.ts';
import { openQuestion, QUESTIONS } from './plan.ts';
import { findClosed } from './store-leaving.ts';
import { findPlansIn } from './store-plan.ts';

/** The plan and the search, as the page of a cooperation shows them. */
export const PLAN_PART: CooperationPart = {
  name: 'plan',
  load: async (db, views) => {
    const cooperations = views.map(({ cooperation }) => cooperation);
    const plans = await findPlansIn(db, cooperations);
    const closed = await findClosed(db, cooperations);
    return ({ cooperation, own, partners }) => {
      const all = plans.get(cooperation) ?? [];
      const next = openQuestion(all.find(({ organisation }) => organisation === own)?.answers ?? {});
      const others = all.filter(({ organisation }) => organisation !== own);
      const isOver = closed.some((closure) => closure.cooperation === cooperation);
      const isAlone = partners.length === 1 && !isOver;
      const number = next === null ? 0 : QUESTIONS.indexOf(next) + 1;
      return {
        stage: partners.length > 1 ? 'plan' : 'idea',
        // Once somebody else is in it, the plan of one side is no longer what everything waits for.
        open:
          isAlone && next !== null
            ? [{ text: saying('cooperations.open.plan', { number }), href: planPath(cooperation, next) }]
            : [],
        links: [
          { text: saying('cooperations.plan.ours'), href: planPath(cooperation) },
          ...(others.length === 0
            ? []
            : [
                {
                  text: saying('cooperations.plan.others', { count: others.length }),
                  href: `${planPath(cooperation)}#others`,
                },
              ]),
          ...(isOver ? [] : [{ text: saying('cooperations.search.link'), href: searchPath(cooperation) }]),
        ],
      };
    };
  },
};
