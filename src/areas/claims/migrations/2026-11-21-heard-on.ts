import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** Subjects know on which day anybody last said or confirmed anything about them. */
export const heardOnStep: Step = {
  name: '2026-11-21-heard-on',
  up: async (db) => {
    await sql`alter table subject add column heard_on date`.execute(db);
    await sql`
      update subject s set heard_on = (
        select (max(greatest(c.said_at, c.confirmed_at)) at time zone 'UTC')::date from claim c
        where c.subject = s.id and c.retracted_at is null)`.execute(db);
  },
};
