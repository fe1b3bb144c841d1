import { ACTOR, KEEPER, KEEPERS, OPEN_BOOK, wallIn, type Step } from '../../../platform/database/index.ts';
import { HOLDS_NOW } from '../../claims/index.ts';

/** The coordination keeps lists too, since there are accounts. */
export const listKeepersStep: Step = {
  name: '2026-11-21-list-keepers',
  up: async (db) => {
    await wallIn(db, 'list', OPEN_BOOK);
    await wallIn(db, 'import', KEEPERS);
    await wallIn(db, 'import_row', KEEPERS);
    await wallIn(db, 'list_row', { read: `${ACTOR} is not null and ${HOLDS_NOW}`, write: KEEPER });
    await wallIn(db, 'list_answer', KEEPERS);
  },
};
