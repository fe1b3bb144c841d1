import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** What stands in a cooperation is found by it, and removed with it, without reading what stands in all others. */
export const cooperationsIndexesStep: Step = {
  name: '2026-11-21-cooperations-indexes',
  up: async (db) => {
    await sql`create index leaving_cooperation on leaving (cooperation)`.execute(db);
  },
};
