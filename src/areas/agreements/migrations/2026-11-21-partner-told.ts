import { sql } from 'kysely';
import { SYSTEM_ONLY, wallIn, type Step } from '../../../platform/database/index.ts';

/** On which days which partner has heard by mail that something waits for it: once a day. */
export const partnerToldStep: Step = {
  name: '2026-11-21-partner-told',
  up: async (db) => {
    await sql`
      create table partner_told (
        cooperation uuid not null references cooperation on delete cascade,
        organisation uuid not null references subject on delete cascade,
        day date not null,
        primary key (cooperation, organisation, day)
      )`.execute(db);
    await wallIn(db, 'partner_told', SYSTEM_ONLY);
  },
};
