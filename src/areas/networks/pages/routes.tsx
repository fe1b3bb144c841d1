import type { Hono } from 'hono';
import type { Env, Request } from '../../../platform/http/index.ts';
import { pageNumber } from '../../../plain/page-number.ts';
import { dayOf } from '../../../plain/time.ts';
import type { Frame } from '../../../ui/index.ts';
import { accountJson, standOf } from '../../claims/index.ts';
import type { Neighbours } from '../../organisations/index.ts';
import { listNetworks } from '../list.ts';
import { showNetwork } from '../show.ts';
import { NetworksPage } from './list.tsx';
import { NetworkPage } from './show.tsx';

export interface NetworkPages extends Neighbours {
  readonly frame: (c: Request) => Promise<Frame>;
}

export const NETWORKS_PATH = '/netzwerke';

/** `/netzwerke`, `/netzwerke/:id`, and the same network with `.json` for machines. */
export function addNetworkPages(web: Hono<Env>, pages: NetworkPages): void {
  web.get(NETWORKS_PATH, async (c) => {
    const page = pageNumber(c.req.query('seite'));
    return c.html(
      <NetworksPage frame={await pages.frame(c)} list={await listNetworks(c.var.read, page)} page={page} />,
    );
  });
  web.get(`${NETWORKS_PATH}/:id`, async (c) => {
    const [id = '', form] = c.req.param('id').split(/(?=\.json$)/);
    const today = dayOf(c.var.read.clock.now());
    const url = new URL(c.req.url);
    const day = standOf(url, today);
    const shown = await showNetwork(c.var.read, id, day, pages);
    if ('forwardedTo' in shown)
      return c.redirect(`${NETWORKS_PATH}/${shown.forwardedTo}${form ?? ''}${url.search}`, 301);
    if (form !== undefined) return c.json(accountJson('network', id, shown.account, shown.lists));
    const path = `${NETWORKS_PATH}/${id}`;
    return c.html(<NetworkPage frame={await pages.frame(c)} shown={shown} path={path} day={day} today={today} />);
  });
}
