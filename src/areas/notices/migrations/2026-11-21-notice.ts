import { sql } from 'kysely';
import { KEEPERS, wallIn, type Step } from '../../../platform/database/index.ts';

/** What the network has to look at; the same thing stands there once. */
export const noticeStep: Step = {
  name: '2026-11-21-notice',
  up: async (db) => {
    await sql`
      create table notice (
        id uuid primary key,
        kind text not null,
        about text,
        raised_on date not null,
        done_on date
      )`.execute(db);
    await sql`create unique index notice_open on notice (kind, about) nulls not distinct where done_on is null`.execute(
      db,
    );
    await wallIn(db, 'notice', KEEPERS);
  },
};
