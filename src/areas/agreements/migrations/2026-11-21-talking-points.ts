import { sql } from 'kysely';
import { wallIn, type Step } from '../../../platform/database/index.ts';
import { PARTNERS_WALL } from '../../cooperations/index.ts';

/** What partners want to talk about after their sheets are open. */
export const talkingPointsStep: Step = {
  name: '2026-11-21-talking-points',
  up: async (db) => {
    await sql`
      create table talking_point (
        id uuid primary key,
        cooperation uuid not null references cooperation on delete cascade,
        words text not null check (length(words) between 1 and 1000),
        refers jsonb not null,
        state text not null check (state in ('open', 'agreed', 'differ')),
        partner uuid not null,
        day date not null
      )`.execute(db);
    await sql`create index talking_point_cooperation on talking_point (cooperation)`.execute(db);
    await wallIn(db, 'talking_point', PARTNERS_WALL);
  },
};
