import { newId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import type { Saying } from '../../plain/words.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { guessMapping } from './guess-mapping.ts';
import { NO_ROWS, type Import } from './import.ts';
import { demand, may } from './may.ts';
import { openTable } from './reading/index.ts';
import { findList, insertImport } from './store.ts';

export interface ReceivedFile {
  /** Its name in the data folder, for later steps. */
  readonly file: string;
  /** Where it lies now. */
  readonly path: string;
  /** What it was called where it came from. */
  readonly fileName: string;
}

/** Begins an import with a file that was received. A file that cannot be read is an issue that says what to do. */
export async function beginImport(
  ctx: Context,
  listId: string,
  received: ReceivedFile,
): Promise<Result<Import, Saying>> {
  demand(may.keepLists(ctx.actor));
  const list = await ctx.db.read((db) => findList(db, listId));
  if (list === null) throw new NotFoundError();
  const opened = await openTable(received.path);
  if (!opened.ok) return not(opened.issue);
  const now = ctx.clock.now();
  const each: Import = {
    id: newId(now),
    list: listId,
    state: 'read',
    fileName: received.fileName,
    file: received.file,
    choices: {},
    mapping: guessMapping(opened.value, list.mapping).mapping,
    counts: NO_ROWS,
    done: 0,
    trouble: null,
    asked: null,
    workedAt: null,
    revision: null,
    cover: null,
    madeAt: now,
    takenAt: null,
    takenBackAt: null,
  };
  await ctx.db.write((tx) => insertImport(tx, each));
  return ok(each);
}
