import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** Requests and introductions are found by their cooperation and by each of their sides, as the walls ask for them. */
export const requestsIndexesStep: Step = {
  name: '2026-11-21-requests-indexes',
  up: async (db) => {
    await sql`create index request_cooperation on request (cooperation)`.execute(db);
    await sql`create index request_sender on request (sender)`.execute(db);
    await sql`create index introduction_introducer on introduction (introducer)`.execute(db);
    await sql`create index introduction_introduced on introduction (introduced)`.execute(db);
    await sql`create index introduction_third on introduction (third)`.execute(db);
    await sql`create index vouch_voucher on vouch (voucher)`.execute(db);
  },
};
