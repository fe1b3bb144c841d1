import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** An account that came back without its second step sets one up before it has any right. */
export const secondStepStep: Step = {
  name: '2026-11-21-second-step',
  up: async (db) => {
    await sql`alter table account add column owes_second_step boolean not null default false`.execute(db);
  },
};
