import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { demand, may } from './may.ts';
import { deleteKept, findKept } from './store-kept.ts';

/** An organisation no longer keeps an agreement here. What its file says elsewhere stays. */
export async function removeKept({ db, actor, clock }: Context, id: string): Promise<void> {
  const [kept] = await db.read((tx) => findKept(tx, id));
  if (kept === undefined) throw new NotFoundError();
  demand(may.write(actor, kept.organisation));
  await db.write(async (tx) => {
    const organisation = await deleteKept(tx, id);
    if (organisation === null) return;
    const at = clock.now();
    await note(tx, organisation, { at, act: 'agreement.removed', byRole: 'organisation', about: `kept/${id}` });
  });
}
