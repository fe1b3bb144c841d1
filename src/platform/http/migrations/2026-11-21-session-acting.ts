import { sql } from 'kysely';
import type { Step } from '../../database/index.ts';

/** Whoever speaks for several chooses for whom in a session; it goes with the session. */
export const sessionActingStep: Step = {
  name: '2026-11-21-session-acting',
  up: async (db) => {
    await sql`alter table session add column acting_for uuid`.execute(db);
  },
};
