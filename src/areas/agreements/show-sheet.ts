import type { Actor } from '../../plain/actor.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { isId } from '../../plain/ids.ts';
import type { Day } from '../../plain/time.ts';
import type { Reader } from '../../platform/database/index.ts';
import { findClosed, findCooperation, ownOf, voicesOf } from '../cooperations/index.ts';
import { EMPTY_SHEET, type SheetWords } from './sheet.ts';
import { findSheets, type Sheet } from './store-sheet.ts';
import { findTalkingPoints } from './store-talking-point.ts';
import { findAgreementOf } from './store.ts';
import type { TalkingPoint } from './talking-point.ts';

/** The sheets of a cooperation as one of its sides may know them. */
export interface SheetsShown {
  readonly cooperation: string;
  readonly title: string;
  readonly own: string;
  /** The partners that the reader speaks for, mostly one. */
  readonly voices: readonly string[];
  readonly partners: readonly string[];
  readonly words: SheetWords;
  /** The own sheet, once something has been written. */
  readonly sheet: Sheet | null;
  /** Sheets that are open to all; none while the own one is not handed over. */
  readonly opened: readonly Sheet[];
  readonly points: readonly TalkingPoint[];
  readonly agreement: string | null;
  /** The day on which the cooperation has ended: what was written is then read, no longer changed. */
  readonly endedOn: Day | null;
}

/**
 * Of the others nothing is known before all are open: not what they write, nor how much, nor whether they have
 * finished. Whoever comes later reads what is open when its own sheet is done: who reads has answered the same.
 */
export async function showSheets(
  db: Reader,
  actor: Actor,
  cooperation: string,
  asked: string | null = null,
): Promise<SheetsShown> {
  const seen = isId(cooperation) ? await findCooperation(db, cooperation) : null;
  if (seen === null) throw new NotFoundError();
  const own = ownOf(actor, seen.partners, asked);
  const sheets = await findSheets(db, cooperation);
  const sheet = sheets.find(({ organisation }) => organisation === own) ?? null;
  const [closure] = await findClosed(db, [cooperation]);
  const opened = (sheet?.doneOn ?? null) === null ? [] : sheets.filter(({ openedOn }) => openedOn !== null);
  return {
    cooperation,
    title: seen.title,
    own,
    voices: voicesOf(actor, seen.partners),
    partners: seen.partners.map(({ organisation }) => organisation),
    words: sheet?.words ?? EMPTY_SHEET,
    sheet,
    opened,
    points: opened.length === 0 ? [] : await findTalkingPoints(db, cooperation),
    agreement: await findAgreementOf(db, cooperation),
    endedOn: closure?.day ?? null,
  };
}
