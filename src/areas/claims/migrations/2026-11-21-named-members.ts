import { IN_NETWORK, KEEPER, ORGANISATIONS, wallIn, type Step } from '../../../platform/database/index.ts';
import { IS_FOR_ACTOR, IS_HIDDEN, IS_KEPT, IS_LAPSED, IS_OPENED, IS_WITHDRAWN, NAMES_HIDDEN } from '../visible.ts';
import { CAME } from './2026-11-21-claims.ts';

/** What names somebody who is protected or has asked not to be shown is hidden too: nobody is found by those they work with. */
export const namedMembersStep: Step = {
  name: '2026-11-21-named-members',
  up: async (db) => {
    const isOwnSource = `source in (select id from source where speaker = any(${ORGANISATIONS}))`;
    const isOurs = `(subject = any(${ORGANISATIONS}) or ${IS_KEPT})`;
    const isUnveiled = `(not ${IS_HIDDEN} or ${IS_OPENED}) and (not ${IS_WITHDRAWN} or ${IS_OPENED})
      and (not ${IS_LAPSED} or ${IN_NETWORK})`;
    await wallIn(db, 'claim', {
      read: `(${IS_FOR_ACTOR} or ${IS_KEPT}) and ${CAME} and not ${NAMES_HIDDEN} and (${isOurs} or (${isUnveiled}))`,
      write: `${KEEPER} or (${isOurs} and ${isOwnSource})`,
    });
  },
};
