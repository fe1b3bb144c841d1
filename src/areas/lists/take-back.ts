import { saying } from '../../plain/words.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { discardUnfinishedTakebacks, finishWithdrawal, withdrawRevision } from '../claims/index.ts';
import { demand, may } from './may.ts';
import { findImport, findImports, updateImport } from './store.ts';
import { isOtherTakenBack } from './store-turn.ts';
import { forgetRevision } from './store-rows.ts';
import { takeTurn } from './turn.ts';
import type { ImportWork } from './work.ts';

/**
 * Takes a whole import back: the register is as before, to the byte. Only the newest import of a list
 * can be taken back, because the later ones were compared with it. Goes on where an interruption left it.
 */
export async function takeBack(helper: ImportWork, importId: string): Promise<void> {
  demand(may.keepLists(helper.actor));
  const { work, begun: each } = await takeTurn(helper, importId, async (tx) => {
    const found = await findImport(tx, importId);
    if (found === null) throw new NotFoundError();
    if (found.state !== 'taken' && found.state !== 'takingBack')
      throw new ConflictError(saying('lists.import.notTaken'));
    const newest = (await findImports(tx, found.list)).find(({ state }) => state === 'taken' || state === 'takingBack');
    if (newest?.id !== importId) throw new ConflictError(saying('lists.import.laterOnesFirst'));
    // One at a time: an unfinished takeback of the register is then always our own, left by an interruption.
    if (await isOtherTakenBack(tx, importId)) throw new ConflictError(saying('claims.revision.otherUnderWay'));
    await updateImport(tx, importId, { state: 'takingBack', asked: null, trouble: null });
    return found;
  });
  if (each.revision === null) throw new NotFoundError();
  const { revision, list } = each;
  if (each.cover === null) await discardUnfinishedTakebacks(work);
  const cover =
    each.cover ??
    (await withdrawRevision(work, revision, work.clock.now(), (tx, made) =>
      updateImport(tx, importId, { cover: made }),
    ));
  await work.db.write((tx) => forgetRevision(tx, list, revision));
  await finishWithdrawal(work, revision, cover, (tx) =>
    updateImport(tx, importId, {
      state: 'takenBack',
      takenBackAt: work.clock.now(),
      revision: null,
      cover: null,
      source: null,
    }),
  );
}
