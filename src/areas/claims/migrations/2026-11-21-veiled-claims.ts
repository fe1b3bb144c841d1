import { sql } from 'kysely';
import { IN_NETWORK, KEEPER, ORGANISATIONS, wallIn, type Step } from '../../../platform/database/index.ts';
import { IS_FOR_ACTOR, IS_HIDDEN, IS_KEPT, IS_LAPSED, IS_OPENED, IS_WITHDRAWN } from '../visible.ts';
import { CAME } from './2026-11-21-claims.ts';

/** What fell silent or asked not to be shown is hidden behind the second wall too, not only left out of projections. */
export const veiledClaimsStep: Step = {
  name: '2026-11-21-veiled-claims',
  up: async (db) => {
    await sql`create index subject_veiled on subject (id) where lapsed_at is not null or withdrawn_at is not null`.execute(
      db,
    );
    const isOwnSource = `source in (select id from source where speaker = any(${ORGANISATIONS}))`;
    const isOurs = `(subject = any(${ORGANISATIONS}) or ${IS_KEPT})`;
    const isUnveiled = `(not ${IS_HIDDEN} or ${IS_OPENED}) and (not ${IS_WITHDRAWN} or ${IS_OPENED})
      and (not ${IS_LAPSED} or ${IN_NETWORK})`;
    await wallIn(db, 'claim', {
      read: `(${IS_FOR_ACTOR} or ${IS_KEPT}) and ${CAME} and (${isOurs} or (${isUnveiled}))`,
      write: `${KEEPER} or (${isOurs} and ${isOwnSource})`,
    });
  },
};
