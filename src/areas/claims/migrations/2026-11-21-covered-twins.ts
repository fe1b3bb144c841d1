import { sql } from 'kysely';
import { SYSTEM_ONLY, wallIn, type Step } from '../../../platform/database/index.ts';

/** Which organisations each protection covers: the protected one itself, and its twins on other lists. */
export const coveredTwinsStep: Step = {
  name: '2026-11-21-covered-twins',
  up: async (db) => {
    await sql`
      create table protection_cover (
        covered uuid not null references subject on delete cascade,
        organisation uuid not null references subject on delete cascade,
        primary key (covered, organisation)
      )`.execute(db);
    await sql`create index protection_cover_organisation on protection_cover (organisation)`.execute(db);
    // It tells which entries mean the same door.
    await wallIn(db, 'protection_cover', SYSTEM_ONLY);
    // Until now every protected organisation was protected for its own sake. The wall holds for the owner too.
    await sql`select set_config('geflecht.actor', 'system', true)`.execute(db);
    await sql`
      insert into protection_cover (covered, organisation)
      select id, id from subject where kind = 'organisation' and protected_at is not null`.execute(db);
    await sql`select set_config('geflecht.actor', '', true)`.execute(db);
  },
};
