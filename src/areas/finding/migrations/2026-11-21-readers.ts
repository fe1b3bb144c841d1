import { ACTOR, OPEN_BOOK, wallIn, type Step } from '../../../platform/database/index.ts';
import { HOLDS_NOW, wallInProjection } from '../../claims/index.ts';

/** Who reads what, since there are accounts; the marks are the program's own. */
export const findingReadersStep: Step = {
  name: '2026-11-21-finding-readers',
  up: async (db) => {
    await wallInProjection(db, 'finding_entry');
    await wallIn(db, 'finding_change', OPEN_BOOK);
    await wallIn(db, 'finding_mark', { read: `${ACTOR} is not null and ${HOLDS_NOW}`, write: 'false' });
  },
};
