import { sql } from 'kysely';
import { ORGANISATIONS, wallIn, type Step } from '../../../platform/database/index.ts';

/** Agreements from elsewhere, or of a cooperation that an organisation has left: to read, and to take along again. */
export const keptAgreementsStep: Step = {
  name: '2026-11-21-kept-agreements',
  up: async (db) => {
    await sql`
      create table kept_agreement (
        id uuid primary key,
        organisation uuid not null references subject on delete cascade,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        archive jsonb not null,
        kept_on date not null,
        unique (organisation, hash)
      )`.execute(db);
    const own = `organisation = any(${ORGANISATIONS})`;
    await wallIn(db, 'kept_agreement', { read: own, write: own });
  },
};
