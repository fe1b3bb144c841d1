import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/** A list's answers are about rows that were renamed too, so they speak no longer of spellings and places alone. */
export const listAnswersStep: Step = {
  name: '2026-11-22-list-answers',
  up: async (db) => {
    await sql`alter table list_answer rename column spelling to asked`.execute(db);
    await sql`alter table list_answer rename column place to meant`.execute(db);
  },
};
