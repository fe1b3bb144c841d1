import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';
import { projectionColumns, wallInProjection } from '../../claims/index.ts';

export const networksStep: Step = {
  name: '2026-11-21-networks',
  up: async (db) => {
    await sql`
      create table network (
        ${sql.raw(projectionColumns)},
        facts jsonb not null,
        name_key text collate "C",
        members uuid[] not null,
        confirmed_on date,
        said_on date not null,
        primary key (subject, scope, since)
      )`.execute(db);
    await sql`create index network_members on network using gin (members)`.execute(db);
    await wallInProjection(db, 'network');
  },
};
