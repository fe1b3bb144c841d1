import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import type { Dissent } from './dissent.ts';
import { findKept } from './find-kept.ts';
import { demand, may } from './may.ts';
import { mayShowParting } from './result.ts';
import { findStands, setDissent } from './store-stand.ts';

/** Writes down what a difference means for going on together, and when to look at it again. */
export async function settleDissent({ db, actor }: Context, conversation: string, dissent: Dissent): Promise<void> {
  const { steward, stand } = await db.read(async (reader) => ({
    steward: (await findKept(reader, actor, conversation)).steward,
    stand: (await findStands(reader, conversation))[0],
  }));
  demand(may.keep(actor, steward));
  const isShown = stand !== undefined && mayShowParting(stand.result);
  const isParting = stand?.result.statements.some(
    ({ id, standing }) => id === dissent.statement && standing === 'parting',
  );
  if (!isShown || isParting !== true) throw new NotFoundError();
  await db.write((tx) => setDissent(tx, conversation, dissent));
}
