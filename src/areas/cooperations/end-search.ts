import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../plain/time.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { demand, may } from './may.ts';
import { findSearchRequest, removeSearchRequest } from './store-search-request.ts';

/** An organisation no longer looks for what it has told; nothing of it is left. */
export async function endSearch(
  { db, actor, clock }: Context,
  { id, organisation }: { readonly id: string; readonly organisation: string },
): Promise<void> {
  demand(may.endSearch(actor, organisation));
  await db.write(async (tx) => {
    const at = clock.now();
    const request = await findSearchRequest(tx, id, dayOf(at));
    if (request?.organisation !== organisation) throw new NotFoundError();
    await removeSearchRequest(tx, id);
    await note(tx, organisation, { at, act: 'search.ended', byRole: 'organisation', about: `search/${id}` });
  });
}
