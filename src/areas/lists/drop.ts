import { saying } from '../../plain/words.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { demand, may } from './may.ts';
import { findImport, updateImport } from './store.ts';
import { removeComparedRows } from './store-rows.ts';
import { takeTurn } from './turn.ts';
import type { ImportWork } from './work.ts';

/** Gives an import up before anything was taken over. The file is removed. Can be repeated. */
export async function drop(helper: ImportWork, importId: string): Promise<void> {
  demand(may.keepLists(helper.actor));
  const { work, begun: file } = await takeTurn(helper, importId, async (tx) => {
    const each = await findImport(tx, importId);
    if (each === null) throw new NotFoundError();
    if (!['read', 'comparing', 'compared', 'dropped'].includes(each.state))
      throw new ConflictError(saying('lists.import.alreadyTaken'));
    await updateImport(tx, importId, { state: 'dropped', asked: null, trouble: null });
    await removeComparedRows(tx, importId);
    return each.file;
  });
  if (file !== null) await work.removeFile(file);
  await work.db.write((tx) => updateImport(tx, importId, { file: null }));
}
