import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { Env, Request } from '../../../platform/http/index.ts';
import { organisationsOf, type Actor } from '../../../plain/actor.ts';
import { dayOf } from '../../../plain/time.ts';
import type { Frame } from '../../../ui/index.ts';
import { accountJson, standOf } from '../../claims/index.ts';
import type { Neighbours, Tool } from '../../organisations/index.ts';
import { keeperFor } from '../keeper-for.ts';
import { may } from '../may.ts';
import { showOffer } from '../show.ts';
import { OfferPage } from './show.tsx';

export interface OfferPages extends Neighbours {
  readonly frame: (c: Request) => Promise<Frame>;
  /** What other areas have to say above an offer. */
  readonly offerNoticesFor?: (c: Request, offer: string) => Promise<Child>;
  /** What other areas let this actor do with an offer. */
  readonly offerToolsFor?: (actor: Actor, offer: string) => readonly Tool[];
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
      <OfferPage
        frame={await pages.frame(c)}
        shown={shown}
        path={`${PATH}/${id}`}
        day={day}
        today={today}
        above={await pages.offerNoticesFor?.(c, id)}
        tools={[...(await ownTools(c, id)), ...(pages.offerToolsFor?.(c.var.actor, id) ?? [])]}
      />,
    );
  });
}

/** Whoever speaks for an organisation that keeps the offer may edit it, whoever keeps the register correct it. */
async function ownTools(c: Request, offer: string): Promise<readonly Tool[]> {
  const { actor, read } = c.var;
  const path = `${PATH}/${offer}`;
  const isOwn = organisationsOf(actor).length > 0 && (await read.db.read((db) => keeperFor(db, actor, offer))) !== null;
  return [
    ...(isOwn
      ? [
          { href: `${path}/bearbeiten`, key: 'offers.speak.go', isFirst: true },
          { href: `${path}/wie-fremde`, key: 'offers.preview.go' },
        ]
      : []),
    ...(may.correct(actor) === true ? [{ href: `${path}/hinweis`, key: 'offers.correct.go', isFirst: true }] : []),
  ];
}
