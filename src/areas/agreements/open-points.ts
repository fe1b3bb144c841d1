import type { Reader } from '../../platform/database/index.ts';
import type { Section } from './sections.ts';
import type { SheetPart } from './sheet.ts';
import { findSheets } from './store-sheet.ts';
import { findTalkingPoints } from './store-talking-point.ts';
import type { TalkingPoint } from './talking-point.ts';

/**
 * What partners still want to talk about. Nobody has to before signing; it only comes up again. Nothing for whoever has
 * not handed its own sheet over: who reads has answered the same.
 */
export async function findOpenPoints(
  db: Reader,
  { cooperation, own }: { readonly cooperation: string; readonly own: string },
): Promise<readonly TalkingPoint[]> {
  const points = (await findTalkingPoints(db, cooperation)).filter(({ state }) => state === 'open');
  if (points.length === 0) return points;
  const sheets = await findSheets(db, cooperation);
  return sheets.some(({ organisation, doneOn }) => organisation === own && doneOn !== null) ? points : [];
}

/** Where in an agreement that is written down which a part of the sheet speaks of. */
const ABOUT: Readonly<Record<SheetPart, readonly string[]>> = {
  expectations: ['goals'],
  brings: ['tasks', 'money'],
  limits: ['boundaries'],
};

/** Whether a point quotes a sentence that belongs to a section. */
export function isAbout({ refers }: Pick<TalkingPoint, 'refers'>, { name }: Pick<Section, 'name'>): boolean {
  return refers.some(({ part }) => ABOUT[part].includes(name));
}
