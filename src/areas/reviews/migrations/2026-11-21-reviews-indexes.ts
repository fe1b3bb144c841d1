import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** What stands in a cooperation is found by it, and removed with it, without reading what stands in all others. */
export const reviewsIndexesStep: Step = {
  name: '2026-11-21-reviews-indexes',
  up: async (db) => {
    await sql`create index review_cooperation on review (cooperation)`.execute(db);
    await sql`create index review_part_cooperation on review_part (cooperation)`.execute(db);
  },
};
