import type { Hono } from 'hono';
import type { Env } from '../../platform/http/index.ts';
import { STRANGER } from '../../plain/actor.ts';
import { saying } from '../../plain/words.ts';
import { LinkButton, Page, PageTitle } from '../../ui/index.ts';
import { isHouseClosed, isShownWhileClosed } from '../closed-house.ts';
import type { Frames } from '../frame.ts';

/** An hour: whoever looks things over has other things to do than to hurry. */
const RETRY_SECONDS = '3600';

/** Before all pages: while the house is closed, strangers and other organisations see that it is, and nothing else. */
export function addClosedDoor(
  web: Hono<Env>,
  { frame, folder, bare }: { readonly frame: Frames; readonly folder: string; readonly bare: readonly string[] },
): void {
  web.use(async (c, next) => {
    const { path } = c.req;
    if (!isHouseClosed(folder) || bare.some((beginning) => path.startsWith(beginning))) return next();
    if (isShownWhileClosed(c.get('actor') ?? STRANGER, path)) {
      if (c.get('notice') === null) c.set('notice', saying('app.closed.still'));
      return next();
    }
    c.header('cache-control', 'no-store');
    c.header('retry-after', RETRY_SECONDS);
    const shown = await frame(c);
    const { words } = shown;
    const title = words.say('app.closed.title');
    return c.html(
      <Page frame={shown} title={title} noindex>
        <PageTitle title={title} below={words.say('app.closed.text')} />
        {shown.signedIn ? null : (
          <p>
            <LinkButton href="/anmelden" tone="quiet">
              {words.say('app.nav.signIn')}
            </LinkButton>
          </p>
        )}
      </Page>,
      503,
    );
  });
}
