import { carried, type Taking } from '../cooperations/index.ts';
import './tables.ts';

/** What was said of commitments. Reminders and calendars are of the program, and nothing to take along. */
export const takeCommitmentsAlong: Taking = async (db, { cooperation }) => ({
  commitments: carried(
    await db
      .selectFrom('commitment_word')
      .select(['paragraph', 'hash', 'partner', 'day', 'state'])
      .where('cooperation', '=', cooperation)
      .orderBy('day')
      .orderBy('paragraph')
      .orderBy('hash')
      .execute(),
  ),
});
