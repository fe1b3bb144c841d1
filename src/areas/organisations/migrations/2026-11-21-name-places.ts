import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';

/**
 * Finds organisations by a folded name. Behind the wall the database may ask an index only by what tells nothing of
 * rows that the reader must not see; whether two arrays overlap is not of that kind, so it read the whole table.
 * Comparing texts is: one index for each place that a name can have, and one for whoever has more names.
 */
export const namePlacesStep: Step = {
  name: '2026-11-21-name-places',
  up: async (db) => {
    await sql`drop index organisation_name_keys`.execute(db);
    for (const place of [1, 2, 3, 4, 5])
      await sql`create index ${sql.ref(`organisation_name_${place}`)} on organisation ((name_keys[${sql.lit(place)}]))`.execute(
        db,
      );
    // Without knowing that hardly anybody has five names the database would still read the whole table.
    await sql`analyze organisation`.execute(db);
  },
};
