import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';
import { projectionColumns, wallInProjection } from '../../claims/index.ts';

export const offersStep: Step = {
  name: '2026-11-21-offers',
  up: async (db) => {
    await sql`
      create table offer (
        ${sql.raw(projectionColumns)},
        facts jsonb not null,
        carrier_key text,
        confirmed_on date,
        said_on date not null,
        primary key (subject, scope, since)
      )`.execute(db);
    await sql`create index offer_carrier_key on offer (carrier_key) where carrier_key is not null`.execute(db);
    await wallInProjection(db, 'offer');
  },
};
