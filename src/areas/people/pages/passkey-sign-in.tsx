import type { Hono } from 'hono';
import { context, readForm, type Env } from '../../../platform/http/index.ts';
import { LinkButton, Notice, Page, PageTitle } from '../../../ui/index.ts';
import { pathHere } from '../next-page.ts';
import { signInByPasskey } from '../passkey-sign-in.ts';
import { deviceAt, goOn, keepNowhere, signInPath, type PeoplePages } from './access.ts';
import { siteAt } from './passkey-questions.ts';

/** `POST /anmelden/passkey`: what the device has answered. */
export function addPasskeySignInPage(web: Hono<Env>, pages: PeoplePages): void {
  web.post('/anmelden/passkey', async (c) => {
    keepNowhere(c);
    const typed = await readForm(c);
    const next = pathHere(typeof typed['next'] === 'string' ? typed['next'] : undefined, '/konto');
    const at = { site: await siteAt(c, pages), device: deviceAt(c) };
    const done = await signInByPasskey(context(c), typed, at);
    if (done.ok) return goOn(c, pages.origin, done.value, next);
    const frame = await pages.frame(c);
    const { words } = frame;
    return c.html(
      <Page frame={frame} title={words.say('people.passkey.signIn')} noindex faulty>
        <PageTitle title={words.say('people.passkey.signIn')} />
        <Notice tone="look">
          <p>{words.tell(done.issue)}</p>
        </Notice>
        <p>
          <LinkButton href={signInPath(next)}>{words.say('people.passkey.backToSignIn')}</LinkButton>
        </p>
      </Page>,
      422,
    );
  });
}
