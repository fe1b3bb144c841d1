import { sql } from 'kysely';
import { SYSTEM_ONLY, wallIn, type Step } from '../../../platform/database/index.ts';

/** Who was told that an account will go because nobody uses it. */
export const idleAccountsStep: Step = {
  name: '2026-11-21-idle-accounts',
  up: async (db) => {
    await sql`
      create table idle_warning (
        account uuid primary key references account on delete cascade,
        warned_on date not null
      )`.execute(db);
    await wallIn(db, 'idle_warning', SYSTEM_ONLY);
  },
};
