import type { ReadContext } from '../../platform/context.ts';
import { mergeShown, type Facts } from '../claims/index.ts';
import { NETWORK_FIELDS } from './fields.ts';
import { countNetworks, findNetworkPage, findShownNetworks } from './store.ts';

export const PAGE_NETWORKS = 20;

export interface NetworkList {
  readonly count: number;
  readonly networks: readonly { readonly subject: string; readonly facts: Facts }[];
}

/** A page of all networks that this reader may see, by name; `page` counts from 1. */
export async function listNetworks(ctx: ReadContext, page: number): Promise<NetworkList> {
  return ctx.db.read(async (db) => {
    const subjects = await findNetworkPage(db, page, PAGE_NETWORKS);
    const rows = Map.groupBy(await findShownNetworks(db, subjects), (row) => row.subject);
    return {
      count: await countNetworks(db),
      networks: subjects.map((subject) => ({ subject, facts: mergeShown(NETWORK_FIELDS, rows.get(subject) ?? []) })),
    };
  });
}
