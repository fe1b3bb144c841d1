import { sql } from 'kysely';
import type { Step } from '../../database/index.ts';

/** Whether a session was opened with two factors; those from before show them again. */
export const sessionFactorsStep: Step = {
  name: '2026-11-21-session-factors',
  up: async (db) => {
    await sql`alter table session add column two_factors boolean not null default false`.execute(db);
  },
};
