import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../plain/ids.ts';
import { demand, may } from './may.ts';
import type { SearchRequest } from './search-request.ts';
import { insertSearchRequest } from './store-search-request.ts';

/** An organisation tells the network what it looks for in another one. It ends by itself on its day. */
export async function publishSearch({ db, actor, clock }: Context, wanted: Omit<SearchRequest, 'id'>): Promise<string> {
  demand(may.publishSearch(actor, wanted.organisation));
  return db.write(async (tx) => {
    const at = clock.now();
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
