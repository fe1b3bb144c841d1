import { ConflictError, NotAllowedError, NotFoundError } from '../../platform/errors.ts';
import { compare } from './compare.ts';
import { demand, may } from './may.ts';
import { drop } from './drop.ts';
import { findImport, findUnfinished, updateImport } from './store.ts';
import { giveUp } from './give-up.ts';
import { take, tidyTaken } from './take.ts';
import { takeBack } from './take-back.ts';
import type { ImportWork } from './work.ts';

/** The steps that run in the background, one import at a time. */
export const IMPORT_STEPS = ['compare', 'take', 'giveUp', 'takeBack', 'finish'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** Whether a step only has to wait: another import is being taken over at this moment. */
export function isBusy(error: unknown): boolean {
  return error instanceof ConflictError && error.reason.key === 'claims.revision.otherUnderWay';
}

/** Does a step; a refusal is written down for whoever looks at the import next. */
export async function advance(work: ImportWork, importId: string, step: ImportStep): Promise<void> {
  demand(may.keepLists(work.actor));
  try {
    if (step === 'compare') await compare(work, importId);
    else if (step === 'take') await take(work, importId);
    else if (step === 'giveUp') await giveUp(work, importId);
    else if (step === 'takeBack') await takeBack(work, importId);
    else await finish(work, importId);
  } catch (error) {
    if (error instanceof NotFoundError) return;
    if (isBusy(error)) throw error;
    if (!(error instanceof ConflictError) && !(error instanceof NotAllowedError)) throw error;
    await work.db.write((tx) => updateImport(tx, importId, { trouble: error.reason }));
  }
}

async function finish(work: ImportWork, importId: string): Promise<void> {
  const each = await work.db.read((db) => findImport(db, importId));
  if (each?.state === 'taken') await tidyTaken(work, importId);
  if (each?.state === 'dropped') await drop(work, importId);
}

/** What an interruption left undone: which step of which import to go on with. */
export async function unfinished(work: ImportWork): Promise<readonly { readonly importId: string; readonly step: ImportStep }[]> {
  const open = await work.db.read((db) => findUnfinished(db));
  return open.map(({ id, state }) => ({
    importId: id,
    step: state === 'comparing' ? 'compare' : state === 'taking' ? 'take' : state === 'takingBack' ? 'takeBack' : 'finish',
  }));
}
