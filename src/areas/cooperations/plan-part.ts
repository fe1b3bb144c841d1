import { saying } from '../../plain/words.ts';
import type { CooperationPart } from './part.ts';
import { planPath, searchPath } from './paths.ts';
import { openQuestion, QUESTIONS } from './plan.ts';
import { findClosed } from './store-leaving.ts';
import { findPlan, findPlans } from './store-plan.ts';

/** The plan and the search, as the page of a cooperation shows them. */
export const PLAN_PART: CooperationPart = {
  name: 'plan',
  load: async (db, { cooperation, own, partners }) => {
    const { answers } = await findPlan(db, cooperation, own);
    const next = openQuestion(answers);
    const isOver = (await findClosed(db, [cooperation])).length > 0;
    const isAlone = partners.length === 1 && !isOver;
    const number = next === null ? 0 : QUESTIONS.indexOf(next) + 1;
    const others = (await findPlans(db, cooperation)).filter(({ organisation }) => organisation !== own);
    return {
      stage: 'idea',
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
  },
};
