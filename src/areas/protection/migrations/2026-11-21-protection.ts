import { sql } from 'kysely';
import { KEEPER, ORGANISATIONS, wallIn, type Step } from '../../../platform/database/index.ts';

/** Times of protection, and who wants the head of its chain by mail. */
export const protectionStep: Step = {
  name: '2026-11-21-protection',
  up: async (db) => {
    await sql`
      create table protection_term (
        id uuid primary key,
        organisation uuid not null references subject on delete cascade,
        since timestamptz not null,
        asked_at timestamptz,
        asked_mark text,
        ended_on date
      )`.execute(db);
    await sql`
      create unique index protection_term_running on protection_term (organisation) where ended_on is null`.execute(db);
    await sql`
      create table chain_anchor (
        organisation uuid primary key references subject on delete cascade,
        sent_on date
      )`.execute(db);
    const own = `organisation = any(${ORGANISATIONS})`;
    // Written by the program inside the verbs: no right of one account alone ends a protection.
    await wallIn(db, 'protection_term', { read: `${KEEPER} or ${own}`, write: 'false' });
    await wallIn(db, 'chain_anchor', { read: own, write: own });
  },
};
