import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { saying } from '../../plain/words.ts';
import { findOwn } from './find-kept.ts';
import { demand, may } from './may.ts';
import { removeUnheld } from './store.ts';

/** Throws away a conversation that has not begun, or that was taken in. */
export async function dropConversation({ db, actor }: Context, id: string): Promise<void> {
  const { steward } = await db.read((reader) => findOwn(reader, actor, id));
  demand(may.keep(actor, steward));
  const isGone = await db.write((tx) => removeUnheld(tx, id));
  if (!isGone) throw new ConflictError(saying('commonground.may.begun'));
}
