import { saying } from '../../plain/words.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { discardRevision } from '../claims/index.ts';
import { demand, may } from './may.ts';
import { findImport, updateImport } from './store.ts';
import { forgetRevision } from './store-rows.ts';
import type { ImportWork } from './work.ts';

/**
 * Gives up a taking-over that cannot go on: the register is as if it had never begun, and what would
 * change is shown again. Can be repeated.
 */
export async function giveUp(work: ImportWork, importId: string): Promise<void> {
  demand(may.keepLists(work.actor));
  const each = await work.db.read((db) => findImport(db, importId));
  if (each === null) throw new NotFoundError();
  if (each.state !== 'taking') throw new ConflictError(saying('lists.import.notUnderWay'));
  if (each.revision !== null) {
    const { list, revision } = each;
    await work.db.write((tx) => forgetRevision(tx, list, revision));
    await discardRevision(work, revision);
  }
  await work.db.write((tx) =>
    updateImport(tx, importId, { state: 'compared', done: 0, revision: null, source: null, takenAt: null, trouble: null }),
  );
}
