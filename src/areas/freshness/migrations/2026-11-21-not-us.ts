import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** The mail about a voice that was taken up has a link for whoever knows nothing of it. */
export const notUsStep: Step = {
  name: '2026-11-21-not-us',
  up: async (db) => {
    await sql`alter table confirmation_ask add column not_us_hash text unique`.execute(db);
  },
};
