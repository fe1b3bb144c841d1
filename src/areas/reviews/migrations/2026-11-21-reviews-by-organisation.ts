import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** What names an organisation is found by it, and goes with it, without reading what names all others. */
export const reviewsByOrganisationStep: Step = {
  name: '2026-11-21-reviews-by-organisation',
  up: async (db) => {
    await sql`create index review_part_organisation on review_part (organisation)`.execute(db);
    await sql`create index closing_part_organisation on closing_part (organisation)`.execute(db);
    await sql`create index closing_wish_organisation on closing_wish (organisation)`.execute(db);
    await sql`create index deletion_wish_organisation on deletion_wish (organisation)`.execute(db);
  },
};
