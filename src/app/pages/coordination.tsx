import type { Hono } from 'hono';
import { NotFoundError } from '../../platform/errors.ts';
import type { Env } from '../../platform/http/index.ts';
import { isKeeper } from '../../plain/actor.ts';
import { Page, PageTitle, Row, Rows } from '../../ui/index.ts';
import { COORDINATION_LINKS, COORDINATION_PATH } from '../coordination-links.ts';
import type { Frames } from '../frame.ts';

/** `/koordination`: the ways to all that those who look after the network do. */
export function addCoordinationPage(web: Hono<Env>, { frame }: { readonly frame: Frames }): void {
  web.get(COORDINATION_PATH, async (c) => {
    const { actor } = c.var;
    if (!isKeeper(actor)) throw new NotFoundError();
    c.header('cache-control', 'no-store');
    const shown = await frame(c);
    const { words } = shown;
    const title = words.say('app.nav.coordination');
    return c.html(
      <Page frame={shown} title={title} noindex readers="keepers">
        <PageTitle title={title} below={words.say('app.coordination.text')} />
        <Rows label={title}>
          {COORDINATION_LINKS.filter(({ operator }) => !operator || actor.kind === 'operator').map(
            ({ href, key, text }) => (
              <Row href={href} title={words.say(key)} why={words.say(text)} level={2} />
            ),
          )}
        </Rows>
      </Page>,
    );
  });
}
