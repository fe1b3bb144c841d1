import { carried, type Taking } from './taking.ts';
import './tables-leaving.ts';
import './tables.ts';

/** The cooperation itself, who has been in it, the plans that are one's own or shown, who has left, and its end. */
export const takeCooperationAlong: Taking = async (db, { cooperation, own }) => {
  const [itself, partners, plans, leavings, closures] = await Promise.all([
    db
      .selectFrom('cooperation')
      .select(['title', 'begun_on as begunOn', 'concept', 'concept_on as conceptOn'])
      .where('id', '=', cooperation)
      .execute(),
    db
      .selectFrom('cooperation_partner')
      .select(['organisation', 'phase', 'since', 'until'])
      .where('cooperation', '=', cooperation)
      .orderBy('since')
      .orderBy('organisation')
      .execute(),
    db
      .selectFrom('cooperation_plan')
      .select(['organisation', 'answers', 'shown_on as shownOn'])
      .where('cooperation', '=', cooperation)
      .where((by) => by.or([by('organisation', '=', own), by('shown_on', 'is not', null)]))
      .orderBy('organisation')
      .execute(),
    db
      .selectFrom('leaving')
      .select(['organisation', 'declared_on as declaredOn', 'last_day as lastDay', 'left_on as leftOn'])
      .where('cooperation', '=', cooperation)
      .orderBy('last_day')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('closure')
      .select(['day', 'kind', 'kept_until as keptUntil'])
      .where('cooperation', '=', cooperation)
      .execute(),
  ]);
  return {
    cooperation: carried(itself),
    partners: carried(partners),
    plans: carried(plans),
    leavings: carried(leavings),
    closures: carried(closures),
  };
};
