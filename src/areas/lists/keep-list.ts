import { newId } from '../../plain/ids.ts';
import { tidy } from '../../plain/text.ts';
import { saying } from '../../plain/words.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { isOver } from './import.ts';
import type { List } from './list.ts';
import { demand, may } from './may.ts';
import { findImports, findList, findListTitled, insertList, removeList, updateList } from './store.ts';
import { countListed } from './store-listed.ts';

export type ListDescription = Omit<List, 'id' | 'mapping'>;

/** Opens a new list. Two lists of one title would be mixed up: the second is told. */
export async function openList(ctx: Context, description: ListDescription): Promise<List> {
  demand(may.keepLists(ctx.actor));
  const now = ctx.clock.now();
  const list: List = { ...description, title: tidy(description.title), id: newId(now), mapping: null };
  await ctx.db.write(async (tx) => {
    if ((await findListTitled(tx, list.title)) !== null) {
      throw new ConflictError(saying('lists.list.titleTaken', { title: list.title }));
    }
    await insertList(tx, list, now);
  });
  return list;
}

/** Corrects what is said about a list: its purpose, who answers for it. Its rows stay. */
export async function describeList(ctx: Context, id: string, description: ListDescription): Promise<void> {
  demand(may.keepLists(ctx.actor));
  await ctx.db.write(async (tx) => {
    if ((await findList(tx, id)) === null) throw new NotFoundError();
    const other = await findListTitled(tx, tidy(description.title));
    if (other !== null && other.id !== id)
      throw new ConflictError(saying('lists.list.titleTaken', { title: other.title }));
    await updateList(tx, { ...description, title: tidy(description.title), id });
  });
}

/** Forgets a list that was opened for nothing: no file was taken over, or all were taken back. */
export async function forgetList(ctx: Context, id: string): Promise<void> {
  demand(may.keepLists(ctx.actor));
  await ctx.db.write(async (tx) => {
    const rows = (await countListed(tx)).get(id);
    if (rows !== undefined || !(await findImports(tx, id)).every(isOver))
      throw new ConflictError(saying('lists.forget.notEmpty'));
    await removeList(tx, id);
  });
}
