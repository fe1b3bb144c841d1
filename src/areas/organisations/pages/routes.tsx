import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { Env, Request } from '../../../platform/http/index.ts';
import type { Reader } from '../../../platform/database/index.ts';
import type { Actor } from '../../../plain/actor.ts';
import { dayOf } from '../../../plain/time.ts';
import type { Frame } from '../../../ui/index.ts';
import { accountJson, standOf } from '../../claims/index.ts';
import { showOrganisation, type Neighbours, type NetworkLink, type OfferLink } from '../show.ts';
import { may } from '../may.ts';
import { OrganisationPage, type Tool } from './show.tsx';

export interface OrganisationPages extends Neighbours {
  readonly frame: (c: Request) => Promise<Frame>;
  /** The offers of an organisation by its folded names. */
  readonly offersOf: (db: Reader, nameKeys: readonly string[]) => Promise<readonly OfferLink[]>;
  /** The networks that say in public that an organisation belongs to them. */
  readonly networksOf: (db: Reader, organisation: string) => Promise<readonly NetworkLink[]>;
  /** What whoever speaks for it has to know first, as other areas say it. */
  readonly noticesFor?: (c: Request, organisation: string) => Promise<Child>;
  /** What other areas let this actor do with an organisation. */
  readonly toolsFor?: (actor: Actor, organisation: string) => readonly Tool[];
}

const PATH = '/organisationen';

/** `/organisationen/:id`, and the same with `.json` for machines. */
export function addOrganisationPages(web: Hono<Env>, pages: OrganisationPages): void {
  web.get(`${PATH}/:id`, async (c) => {
    const [id = '', form] = c.req.param('id').split(/(?=\.json$)/);
    const today = dayOf(c.var.read.clock.now());
    const url = new URL(c.req.url);
    const day = standOf(url, today);
    const shown = await showOrganisation(c.var.read, id, day, pages);
    if ('forwardedTo' in shown) return c.redirect(`${PATH}/${shown.forwardedTo}${form ?? ''}${url.search}`, 301);
    if (form !== undefined) return c.json(accountJson('organisation', id, shown.account, shown.lists));
    return c.html(
      <OrganisationPage
        frame={await pages.frame(c)}
        shown={shown}
        path={`${PATH}/${id}`}
        day={day}
        today={today}
        above={await pages.noticesFor?.(c, id)}
        tools={[...ownTools(c.var.actor, id), ...(pages.toolsFor?.(c.var.actor, id) ?? [])]}
      />,
    );
  });
}

function ownTools(actor: Actor, id: string): readonly Tool[] {
  const path = `${PATH}/${id}`;
  return [
    ...(may.speak(actor, id) === true
      ? [
          { href: `${path}/bearbeiten`, key: 'organisations.speak.go', isFirst: true },
          { href: `${path}/bild`, key: 'organisations.picture.go' },
          { href: `${path}/wie-fremde`, key: 'organisations.preview.go' },
          { href: `${path}/angebote`, key: 'organisations.ownOffers' },
        ]
      : []),
    ...(may.correct(actor) === true
      ? [{ href: `${path}/hinweis`, key: 'organisations.correct.go', isFirst: true }]
      : []),
  ];
}
