import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** What names an organisation is found by it, and goes with it, without reading what names all others. */
export const protectionByOrganisationStep: Step = {
  name: '2026-11-21-protection-by-organisation',
  up: async (db) => {
    await sql`create index protection_term_organisation on protection_term (organisation)`.execute(db);
  },
};
