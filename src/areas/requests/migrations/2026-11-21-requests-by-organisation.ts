import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** What names an organisation is found by it, and goes with it, without reading what names all others. */
export const requestsByOrganisationStep: Step = {
  name: '2026-11-21-requests-by-organisation',
  up: async (db) => {
    await sql`create index request_consent_organisation on request_consent (organisation)`.execute(db);
    await sql`create index introduction_side_organisation on introduction_side (organisation)`.execute(db);
  },
};
