import { sql } from 'kysely';
import { SYSTEM_ONLY, wallIn, type Step } from '../../database/index.ts';

/** Sessions of accounts beside the first entrance; their tokens change while they last. */
export const accountSessionsStep: Step = {
  name: '2026-11-21-account-sessions',
  up: async (db) => {
    await sql`alter table session drop constraint session_actor_kind_check`.execute(db);
    await sql`
      alter table session
        add constraint session_actor_kind_check check (actor_kind = 'operator' or (actor_kind = 'account' and account is not null)),
        add column account uuid,
        add column device text,
        add column former_hash text unique,
        add column former_until timestamptz,
        add column rotated_at timestamptz`.execute(db);
    await sql`create index session_account on session (account) where account is not null`.execute(db);
    await wallIn(db, 'session', SYSTEM_ONLY);
    await wallIn(db, 'entrance', SYSTEM_ONLY);
  },
};
