import { sql } from 'kysely';
import { ACTOR, KEEPER, wallIn, type Step } from '../../database/index.ts';

export const installationStep: Step = {
  name: '2026-11-21-installation',
  up: async (db) => {
    await sql`
      create table installation (
        id integer primary key default 1 check (id = 1),
        site text not null,
        invented boolean not null,
        begun_at timestamptz not null
      )`.execute(db);
    await wallIn(db, 'installation', { read: `${ACTOR} is not null`, write: KEEPER });
  },
};
