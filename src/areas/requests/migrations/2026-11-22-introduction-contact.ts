import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** Once both have said yes, a second mail has a link of its own; the first one still leads there. */
export const introductionContactStep: Step = {
  name: '2026-11-22-introduction-contact',
  up: async (db) => {
    await sql`alter table introduction_side add column contact_hash text unique`.execute(db);
  },
};
