import { sql } from 'kysely';
import type { Step } from '../../../platform/database/index.ts';
import { NOT_TO_BE_NAMED } from '../../claims/index.ts';

/** What readers were shown until now may still name members who are protected or have asked not to be shown. */
export const hiddenMembersStep: Step = {
  name: '2026-11-21-networks-hidden-members',
  up: async (db) => {
    // The wall holds for the owner too.
    await sql`select set_config('geflecht.actor', 'system', true)`.execute(db);
    const hidden = sql.raw(NOT_TO_BE_NAMED);
    await sql`
      update network set
        members = array(select m from unnest(members) with ordinality as each (m, place) where m <> all(${hidden}) order by place),
        facts = jsonb_set(facts, '{members}', (
          select coalesce(jsonb_agg(m order by place), '[]') from jsonb_array_elements_text(facts -> 'members')
            with ordinality as each (m, place) where m <> all(${hidden}::text[])))
      where members && ${hidden}`.execute(db);
    await sql`select set_config('geflecht.actor', '', true)`.execute(db);
  },
};
