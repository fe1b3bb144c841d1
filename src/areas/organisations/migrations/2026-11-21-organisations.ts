import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';
import { projectionColumns, wallInProjection } from '../../claims/index.ts';

export const organisationsStep: Step = {
  name: '2026-11-21-organisations',
  up: async (db) => {
    await sql`
      create table organisation (
        ${sql.raw(projectionColumns)},
        facts jsonb not null,
        name_keys text[] not null,
        confirmed_on date,
        said_on date not null,
        primary key (subject, scope, since)
      )`.execute(db);
    await sql`create index organisation_name_keys on organisation using gin (name_keys)`.execute(db);
    await wallInProjection(db, 'organisation');
  },
};
