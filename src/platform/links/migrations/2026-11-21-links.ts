import { sql } from 'kysely';
import { SYSTEM_ONLY, wallIn, type Step } from '../../database/index.ts';

export const linksStep: Step = {
  name: '2026-11-21-links',
  up: async (db) => {
    await sql`create table link_secret ("only" boolean primary key check ("only"), secret text not null)`.execute(db);
    await wallIn(db, 'link_secret', SYSTEM_ONLY);
  },
};
