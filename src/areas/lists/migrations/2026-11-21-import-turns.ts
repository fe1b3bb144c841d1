import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** Whose turn it is at an import, when it was last worked on, and which step has been asked for and not begun. */
export const importTurnsStep: Step = {
  name: '2026-11-21-import-turns',
  up: async (db) => {
    await sql`
      alter table import
        add column turn integer not null default 0,
        add column worked_at timestamptz,
        add column asked text`.execute(db);
  },
};
