import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { demand, may } from './may.ts';
import type { SearchRequest } from './search-request.ts';
import { countSearchRequests, insertSearchRequest } from './store-search-request.ts';

/** So many an organisation has at once: the list is read by people. */
const MOST = 10;

/** An organisation tells the network what it looks for in another one. It ends by itself on its day. */
export async function publishSearch({ db, actor, clock }: Context, wanted: Omit<SearchRequest, 'id'>): Promise<string> {
  demand(may.publishSearch(actor, wanted.organisation));
  return db.write(async (tx) => {
    const at = clock.now();
    if ((await countSearchRequests(tx, dayOf(at), wanted.organisation)) >= MOST)
      throw new ConflictError(saying('cooperations.sought.many', { most: MOST }));
    const id = newId(at);
    await insertSearchRequest(tx, { id, ...wanted });
    await note(tx, wanted.organisation, {
      at,
      act: 'search.published',
      byRole: 'organisation',
      about: `search/${id}`,
    });
    return id;
  });
}
