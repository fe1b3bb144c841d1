import { sql } from 'kysely';
import { SYSTEM_ONLY, wallIn, type Step } from '../../../platform/database/index.ts';

/** Sign-ins that have shown a passphrase and still owe the code of the second step. */
export const signInStep: Step = {
  name: '2026-11-21-sign-in',
  up: async (db) => {
    await sql`
      create table half_sign_in (
        token_hash text primary key,
        account uuid not null references account on delete cascade,
        ends_at timestamptz not null
      )`.execute(db);
    await sql`create index half_sign_in_account on half_sign_in (account)`.execute(db);
    await wallIn(db, 'half_sign_in', SYSTEM_ONLY);
  },
};
