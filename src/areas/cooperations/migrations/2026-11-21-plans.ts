import { sql } from 'kysely';
import { ORGANISATIONS, wallIn, type Step } from '../../../platform/database/index.ts';
import { PARTNERS_WALL } from '../wall.ts';

/** What a cooperation is called, how firm its concept is, and what each side plans. */
export const plansStep: Step = {
  name: '2026-11-21-plans',
  up: async (db) => {
    await sql`
      alter table cooperation
        add column title text not null default '' check (length(title) <= 120),
        add column concept text not null default 'open' check (concept in ('open', 'reopened', 'frozen')),
        add column concept_on date`.execute(db);
    await sql`
      create table cooperation_plan (
        cooperation uuid not null references cooperation on delete cascade,
        organisation uuid not null references subject on delete cascade,
        answers jsonb not null,
        shown_on date,
        primary key (cooperation, organisation)
      )`.execute(db);
    // A plan is read by its own organisation until that shows it; the other partners never write it.
    const own = `organisation = any(${ORGANISATIONS}) and ${PARTNERS_WALL.read}`;
    await wallIn(db, 'cooperation_plan', {
      read: `(${own}) or (shown_on is not null and ${PARTNERS_WALL.read})`,
      write: own,
    });
  },
};
