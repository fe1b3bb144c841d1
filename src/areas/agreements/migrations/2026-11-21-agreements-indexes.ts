import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** What stands in a cooperation is found by it, and removed with it, without reading what stands in all others. */
export const agreementsIndexesStep: Step = {
  name: '2026-11-21-agreements-indexes',
  up: async (db) => {
    await sql`create index agreement_version_cooperation on agreement_version (cooperation)`.execute(db);
    await sql`create index agreement_signature_cooperation on agreement_signature (cooperation)`.execute(db);
    await sql`create index paragraph_confirmation_cooperation on paragraph_confirmation (cooperation)`.execute(db);
    await sql`create index proposed_change_cooperation on proposed_change (cooperation)`.execute(db);
    await sql`create index change_answer_cooperation on change_answer (cooperation)`.execute(db);
    await sql`create index draft_change_cooperation on draft_change (cooperation)`.execute(db);
  },
};
