import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** What names an organisation is found by it, and goes with it, without reading what names all others. */
export const noticesByOrganisationStep: Step = {
  name: '2026-11-21-notices-by-organisation',
  up: async (db) => {
    await sql`create index notice_organisation on notice (organisation)`.execute(db);
  },
};
