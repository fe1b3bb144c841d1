import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** A conversation can be over before its last day is. */
export const endedEarlyStep: Step = {
  name: '2026-11-22-ended-early',
  up: async (db) => {
    await sql`alter table conversation add column ended_early boolean not null default false`.execute(db);
  },
};
