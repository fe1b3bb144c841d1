import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** Roles are found by their organisation, terms by their role, and go with them, without reading all others. */
export const peopleByOrganisationStep: Step = {
  name: '2026-11-21-people-by-organisation',
  up: async (db) => {
    await sql`create index role_organisation on role (organisation)`.execute(db);
    await sql`create index role_term_role on role_term (role)`.execute(db);
    await sql`create index ceremony_account on ceremony (account)`.execute(db);
  },
};
