import { sql } from 'kysely';
import { ORGANISATIONS, wallIn, type Step } from '../../../platform/database/index.ts';
import { PARTNERS_WALL } from '../../cooperations/index.ts';

/** What one partner has written and not handed over: for its own eyes. And an author may reply to a question. */
export const draftsStep: Step = {
  name: '2026-11-21-drafts',
  up: async (db) => {
    await sql`
      create table draft_change (
        agreement uuid not null references agreement on delete cascade,
        cooperation uuid not null references cooperation on delete cascade,
        partner uuid not null references subject on delete cascade,
        paragraph uuid not null,
        base text check (base ~ '^[0-9a-f]{64}$'),
        after jsonb,
        reason text not null check (length(reason) <= 2000),
        day date not null,
        number bigint generated always as identity,
        primary key (agreement, partner, paragraph),
        check (base is not null or after is not null)
      )`.execute(db);
    const own = `partner = any(${ORGANISATIONS}) and ${PARTNERS_WALL.read}`;
    await wallIn(db, 'draft_change', { read: own, write: own });
    await sql`alter table change_answer drop constraint change_answer_verdict_check`.execute(db);
    await sql`alter table change_answer add constraint change_answer_verdict_check
      check (verdict in ('accept', 'ask', 'reply', 'counter', 'decline'))`.execute(db);
  },
};
