import { sql } from 'kysely';
import { ACTOR, KEEPER, ORGANISATIONS, wallIn, type Step } from '../../../platform/database/index.ts';

/** A notice may be for whoever speaks for an organisation, and for nobody else. */
export const ownNoticesStep: Step = {
  name: '2026-11-21-own-notices',
  up: async (db) => {
    await sql`alter table notice add column organisation uuid references subject on delete cascade`.execute(db);
    await sql`drop index notice_open`.execute(db);
    await sql`
      create unique index notice_open on notice (kind, about, organisation) nulls not distinct
      where done_on is null`.execute(db);
    const isTheirs = `(organisation is null and ${KEEPER}) or organisation = any(${ORGANISATIONS}) or ${ACTOR} = 'system'`;
    await wallIn(db, 'notice', { read: isTheirs, write: isTheirs });
  },
};
