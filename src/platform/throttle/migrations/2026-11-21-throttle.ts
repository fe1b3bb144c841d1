import { sql } from 'kysely';
import { SYSTEM_ONLY, wallIn, type Step } from '../../database/index.ts';

/** Slow-downs for guessing, shared by all processes. */
export const throttleStep: Step = {
  name: '2026-11-21-throttle',
  up: async (db) => {
    await sql`
      create table throttle (
        key_hash text primary key,
        failures integer not null,
        wait_until timestamptz,
        last_at timestamptz not null
      )`.execute(db);
    await wallIn(db, 'throttle', SYSTEM_ONLY);
  },
};
