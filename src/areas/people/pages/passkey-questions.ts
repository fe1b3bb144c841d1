import type { Hono } from 'hono';
import { context, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { askToBegin, askToRegister, askToSignIn } from '../passkey-options.ts';
import type { PasskeySite } from '../passkey.ts';
import { keepNowhere, type PeoplePages } from './access.ts';

/** The questions that the island puts to a device, as JSON. */
export function addPasskeyQuestions(web: Hono<Env>, pages: PeoplePages): void {
  web.post('/anmelden/passkey/frage', async (c) => {
    keepNowhere(c);
    const { ceremony, options } = await askToSignIn(context(c), await siteAt(c, pages));
    return c.json({ ceremony, show: options });
  });
  web.post('/konto/passkeys/frage', async (c) => {
    keepNowhere(c);
    const { ceremony, options } = await askToRegister(context(c), await siteAt(c, pages));
    return c.json({ ceremony, make: options });
  });
  web.post('/passkey/frage', async (c) => {
    keepNowhere(c);
    const { alias } = await readForm(c);
    const asked = await askToBegin(context(c), await siteAt(c, pages), typeof alias === 'string' ? alias : '');
    return c.json(
      asked.ok
        ? { ceremony: asked.value.ceremony, make: asked.value.options }
        : { told: c.var.words.tell(asked.issue) },
    );
  });
}

/** The site as devices know it. */
export async function siteAt(
  c: Request,
  { frame, origin }: Pick<PeoplePages, 'frame' | 'origin'>,
): Promise<PasskeySite> {
  return { origin, name: (await frame(c)).site };
}
