import { sql } from 'kysely';
import {
  ACTOR,
  KEEPER,
  KEEPERS,
  OPEN_BOOK,
  ORGANISATIONS,
  wallIn,
  type Step,
} from '../../../platform/database/index.ts';
import { IS_FOR_ACTOR } from '../visible.ts';
import { CAME } from './2026-11-21-claims.ts';

/** Organisations speak for themselves, beside whoever keeps the register; subjects can be veiled. */
export const speakersStep: Step = {
  name: '2026-11-21-speakers',
  up: async (db) => {
    await sql`
      alter table subject add column protected_at timestamptz, add column lapsed_at timestamptz,
        add column withdrawn_at timestamptz`.execute(db);
    const came = `${ACTOR} is not null and ${CAME}`;
    const own = (column: string) => `(${KEEPER} or ${column} = any(${ORGANISATIONS}))`;
    await wallIn(db, 'revision', OPEN_BOOK);
    await wallIn(db, 'revision_subject', KEEPERS);
    await wallIn(db, 'source', { read: came, write: own('speaker') });
    await wallIn(db, 'subject', { read: came, write: KEEPER });
    await wallIn(db, 'claim', { read: `${IS_FOR_ACTOR} and ${CAME}`, write: own('subject') });
  },
};
