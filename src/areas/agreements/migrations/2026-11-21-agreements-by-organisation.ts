import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** What names an organisation is found by it, and goes with it, without reading what names all others. */
export const agreementsByOrganisationStep: Step = {
  name: '2026-11-21-agreements-by-organisation',
  up: async (db) => {
    await sql`create index sheet_organisation on sheet (organisation)`.execute(db);
    await sql`create index draft_change_partner on draft_change (partner)`.execute(db);
    await sql`create index partner_told_organisation on partner_told (organisation)`.execute(db);
  },
};
