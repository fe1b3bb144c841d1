import type { Hono } from 'hono';
import type { Env, Request } from '../../../platform/http/index.ts';
import { dayOf } from '../../../plain/time.ts';
import type { Frame } from '../../../ui/index.ts';
import { accountJson, standOf } from '../../claims/index.ts';
import type { Neighbours } from '../../organisations/index.ts';
import { showOffer } from '../show.ts';
import { OfferPage } from './show.tsx';

export interface OfferPages extends Neighbours {
  readonly frame: (c: Request) => Promise<Frame>;
}

const PATH = '/angebote';

/** `/angebote/:id`, and the same with `.json` for machines. */
export function addOfferPages(web: Hono<Env>, pages: OfferPages): void {
  web.get(`${PATH}/:id`, async (c) => {
    const [id = '', form] = c.req.param('id').split(/(?=\.json$)/);
    const today = dayOf(c.var.read.clock.now());
    const url = new URL(c.req.url);
    const day = standOf(url, today);
    const shown = await showOffer(c.var.read, id, day, pages);
    if ('forwardedTo' in shown) return c.redirect(`${PATH}/${shown.forwardedTo}${form ?? ''}${url.search}`, 301);
    if (form !== undefined) return c.json(accountJson('offer', id, shown.account, shown.lists));
    return c.html(
      <OfferPage frame={await pages.frame(c)} shown={shown} path={`${PATH}/${id}`} day={day} today={today} />,
    );
  });
}
