import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** What names an organisation is found by it, and goes with it, without reading what names all others. */
export const cooperationsByOrganisationStep: Step = {
  name: '2026-11-21-cooperations-by-organisation',
  up: async (db) => {
    await sql`create index cooperation_partner_organisation on cooperation_partner (organisation)`.execute(db);
    await sql`create index cooperation_plan_organisation on cooperation_plan (organisation)`.execute(db);
    await sql`create index search_request_organisation on search_request (organisation)`.execute(db);
    await sql`create index leaving_organisation on leaving (organisation)`.execute(db);
  },
};
