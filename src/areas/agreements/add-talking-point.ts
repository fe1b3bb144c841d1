import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { demandGoingOn, findPartners } from '../cooperations/index.ts';
import { demand, may } from './may.ts';
import { findSheets } from './store-sheet.ts';
import { insertTalkingPoint } from './store-talking-point.ts';
import { entryAt, type EntryPlace } from './talking-point.ts';

/** A partner puts something on the table that it has found in the opened sheets. */
export async function addTalkingPoint(
  { db, actor, clock }: Context,
  {
    cooperation,
    partner,
    words,
    refers,
  }: {
    readonly cooperation: string;
    readonly partner: string;
    readonly words: string;
    /** Sentences of the sheets it is about; may be none. */
    readonly refers: readonly EntryPlace[];
  },
): Promise<string> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    const partners = await findPartners(tx, cooperation);
    const sheets = await findSheets(tx, cooperation);
    const isOpen = sheets.some((one) => one.organisation === partner && one.openedOn !== null);
    if (!isOpen || !partners.some((one) => one.organisation === partner)) throw new NotFoundError();
    await demandGoingOn(tx, cooperation);
    const at = clock.now();
    const id = newId(at);
    await insertTalkingPoint(tx, cooperation, {
      id,
      words,
      refers: refers.filter((place) => entryAt(sheets, place) !== null),
      state: 'open',
      partner,
      day: dayOf(at),
    });
    await note(tx, partner, {
      at,
      act: 'talkingPoint.added',
      byRole: 'organisation',
      about: `cooperation/${cooperation}`,
    });
    return id;
  });
}
