import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** What names an organisation is found by it, and goes with it, without reading what names all others. */
export const claimsByOrganisationStep: Step = {
  name: '2026-11-21-claims-by-organisation',
  up: async (db) => {
    await sql`create index protected_name_organisation on protected_name (organisation)`.execute(db);
  },
};
