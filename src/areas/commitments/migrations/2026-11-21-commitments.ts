import { sql } from 'kysely';
import { ORGANISATIONS, SYSTEM_ONLY, wallIn, type Step } from '../../../platform/database/index.ts';
import { PARTNERS_WALL } from '../../cooperations/index.ts';

/** What is said of commitments, which reminders went out, and the calendars of organisations. */
export const commitmentsStep: Step = {
  name: '2026-11-21-commitments',
  up: async (db) => {
    await sql`
      create table commitment_word (
        agreement uuid not null,
        cooperation uuid not null references cooperation on delete cascade,
        paragraph uuid not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        partner uuid not null,
        day date not null,
        state text not null check (state in ('kept', 'changed', 'withdrawn')),
        primary key (agreement, paragraph, hash)
      )`.execute(db);
    await sql`create index commitment_word_cooperation on commitment_word (cooperation)`.execute(db);
    await sql`
      create table commitment_reminder (
        agreement uuid not null,
        cooperation uuid not null references cooperation on delete cascade,
        paragraph uuid not null,
        day date not null,
        mark integer not null check (mark in (30, 7, 1)),
        sent_on date not null,
        primary key (agreement, paragraph, day, mark)
      )`.execute(db);
    await sql`create index commitment_reminder_cooperation on commitment_reminder (cooperation)`.execute(db);
    await sql`
      create table calendar_feed (
        organisation uuid primary key references subject on delete cascade,
        token_hash text not null unique,
        language text not null,
        made_on date not null
      )`.execute(db);
    const own = (column: string) => `${column} = any(${ORGANISATIONS})`;
    await wallIn(db, 'commitment_word', {
      read: PARTNERS_WALL.read,
      write: `${own('partner')} and ${PARTNERS_WALL.write}`,
    });
    await wallIn(db, 'commitment_reminder', SYSTEM_ONLY);
    await wallIn(db, 'calendar_feed', { read: own('organisation'), write: own('organisation') });
  },
};
