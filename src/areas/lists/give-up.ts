import { saying } from '../../plain/words.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { discardRevision } from '../claims/index.ts';
import { demand, may } from './may.ts';
import { findImport, updateImport } from './store.ts';
import { forgetRevision } from './store-rows.ts';
import { takeTurn } from './turn.ts';
import type { ImportWork } from './work.ts';

/**
 * Gives up a taking-over that cannot go on: the register is as if it had never begun, and what would
 * change is shown again. Can be repeated.
 */
export async function giveUp(helper: ImportWork, importId: string): Promise<void> {
  demand(may.keepLists(helper.actor));
  const { work, begun: each } = await takeTurn(helper, importId, async (tx) => {
    const found = await findImport(tx, importId);
    if (found === null) throw new NotFoundError();
    if (found.state !== 'taking') throw new ConflictError(saying('lists.import.notUnderWay'));
    // What is half given up must not be gone on with: without this day taking over does not begin again.
    await updateImport(tx, importId, { takenAt: null, asked: null, trouble: null });
    return found;
  });
  if (each.revision !== null) {
    const { list, revision } = each;
    await work.db.write((tx) => forgetRevision(tx, list, revision));
    await discardRevision(work, revision);
  }
  await work.db.write((tx) =>
    updateImport(tx, importId, { state: 'compared', done: 0, revision: null, source: null, takenAt: null }),
  );
}
