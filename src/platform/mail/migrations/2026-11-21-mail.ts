import { sql } from 'kysely';
import { ACTOR, SYSTEM_ONLY, wallIn, type Step } from '../../database/index.ts';

/** Mails that wait to be sent: they are written in the transaction of what they tell about. */
export const mailStep: Step = {
  name: '2026-11-21-mail',
  up: async (db) => {
    await sql`
      create table mail (
        id uuid primary key,
        receiver text,
        language text not null,
        content jsonb,
        written_at timestamptz not null,
        state text not null check (state in ('waiting', 'sent', 'given up', 'in the outbox')),
        attempts integer not null default 0,
        next_at timestamptz not null,
        settled_at timestamptz,
        check (state not in ('sent', 'given up') or (receiver is null and content is null))
      )`.execute(db);
    await sql`create index mail_waiting on mail (next_at) where state = 'waiting'`.execute(db);
    await wallIn(db, 'mail', { ...SYSTEM_ONLY, read: `${ACTOR} = 'operator'` });
  },
};
