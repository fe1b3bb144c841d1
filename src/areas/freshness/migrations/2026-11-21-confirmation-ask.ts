import { sql } from 'kysely';
import { KEEPERS, wallIn, type Step } from '../../../platform/database/index.ts';

/** Asking whether an entry still holds. Whoever holds a link or a code is let in by its hash, by the program. */
export const confirmationAskStep: Step = {
  name: '2026-11-21-confirmation-ask',
  up: async (db) => {
    await sql`
      create table confirmation_ask (
        id uuid primary key,
        subject uuid not null references subject on delete cascade,
        channel text not null check (channel in ('mail', 'paper')),
        attempt smallint not null check (attempt between 1 and 3),
        asked_on date not null,
        sent_on date not null,
        state text not null check (state in ('open', 'answered', 'with a person', 'closed')),
        token_hashes text[] not null,
        code_hash text unique,
        code_until date,
        answer text check (answer in ('confirmed', 'corrected', 'withdrawn')),
        answered_at timestamptz,
        note text check (length(note) <= 500),
        undo jsonb,
        take_up_hash text unique
      )`.execute(db);
    // Two who ask at the same moment ask once.
    await sql`
      create unique index confirmation_ask_running on confirmation_ask (subject)
      where state in ('open', 'with a person')`.execute(db);
    await sql`create index confirmation_ask_subject on confirmation_ask (subject)`.execute(db);
    await sql`create index confirmation_ask_token on confirmation_ask using gin (token_hashes)`.execute(db);
    await wallIn(db, 'confirmation_ask', KEEPERS);
  },
};
