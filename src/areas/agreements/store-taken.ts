import { carried, type Taking } from '../cooperations/index.ts';
import './tables.ts';

/**
 * What was written on the way to an agreement: sheets (one's own, and all that are open), talking points, proposals
 * whatever became of them, all that was said about them, and drafts of one's own. Versions, yeses and signatures are
 * in the archive of the agreement.
 */
export const takeWritingAlong: Taking = async (db, { cooperation, own }) => {
  const [sheets, points, changes, answers, drafts] = await Promise.all([
    db
      .selectFrom('sheet')
      .select(['organisation', 'words', 'done_on as doneOn', 'opened_on as openedOn'])
      .where('cooperation', '=', cooperation)
      .where((by) => by.or([by('organisation', '=', own), by('opened_on', 'is not', null)]))
      .orderBy('organisation')
      .execute(),
    db
      .selectFrom('talking_point')
      .select(['id', 'words', 'refers', 'state', 'partner', 'day'])
      .where('cooperation', '=', cooperation)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('proposed_change')
      .select(['id', 'proposal', 'partner', 'day', 'paragraph', 'base', 'after', 'reason', 'state', 'version'])
      .where('cooperation', '=', cooperation)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('change_answer')
      .select(['change', 'partner', 'day', 'verdict', 'words'])
      .where('cooperation', '=', cooperation)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('draft_change')
      .select(['partner', 'day', 'paragraph', 'base', 'after', 'reason'])
      .where('cooperation', '=', cooperation)
      .where('partner', '=', own)
      .orderBy('number')
      .execute(),
  ]);
  // Who reads has answered the same: before its own sheet is done, nobody takes along what the others have opened.
  const isDone = sheets.some(({ organisation, doneOn }) => organisation === own && doneOn !== null);
  return {
    sheets: carried(sheets.filter(({ organisation }) => isDone || organisation === own)),
    points: carried(isDone ? points : []),
    changes: carried(changes),
    answers: carried(answers),
    drafts: carried(drafts),
  };
};
