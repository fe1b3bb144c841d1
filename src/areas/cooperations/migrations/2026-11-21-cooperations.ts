import { sql } from 'kysely';
import { wallIn, type Step } from '../../../platform/database/index.ts';
import { COOPERATION_WALL, PARTNERS_WALL } from '../wall.ts';

/** Who does something together with whom, since which phase. */
export const cooperationsStep: Step = {
  name: '2026-11-21-cooperations',
  up: async (db) => {
    await sql`
      create table cooperation (
        id uuid primary key,
        partners uuid[] not null check (cardinality(partners) > 0),
        begun_on date not null
      )`.execute(db);
    await sql`create index cooperation_partners on cooperation using gin (partners)`.execute(db);
    await sql`
      create table cooperation_partner (
        cooperation uuid not null references cooperation on delete cascade,
        organisation uuid not null references subject on delete cascade,
        phase text not null check (phase in ('idea', 'plan', 'application', 'running')),
        since date not null,
        until date,
        primary key (cooperation, organisation, since)
      )`.execute(db);
    await wallIn(db, 'cooperation', COOPERATION_WALL);
    await wallIn(db, 'cooperation_partner', PARTNERS_WALL);
  },
};
