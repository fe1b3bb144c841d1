import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import { context, leaveNotice, type Env, type Request } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { saying } from '../../../plain/words.ts';
import { findSubject } from '../../claims/index.ts';
import type { SpeakPages } from '../../organisations/index.ts';
import { BackLink, Button, Buttons, Form, LinkButton, Page, PageTitle, ReadersNote } from '../../../ui/index.ts';
import { endOffer } from '../end.ts';
import { keeperFor } from '../keeper-for.ts';
import type { Kept } from '../kept.ts';

/** `/angebote/:id/beenden`: an organisation takes back all its words about an offer. */
export function addEndPages(web: Hono<Env>, { frame, register }: Pick<SpeakPages, 'frame' | 'register'>): void {
  const path = '/angebote/:id/beenden';
  web.get(path, async (c) => {
    const { offer } = await keptAt(c);
    const { words } = c.var;
    const title = words.say('offers.end.title');
    return c.html(
      <Page frame={await frame(c)} title={title} noindex readers="own">
        <PageTitle
          back={<BackLink href={`/angebote/${offer}`}>{words.say('offers.speak.back')}</BackLink>}
          title={title}
          below={words.say('offers.end.text')}
        />
        <Form action={`/angebote/${offer}/beenden`} label={title}>
          <ReadersNote words={words} scope="public">
            {words.say('offers.end.readers')}
          </ReadersNote>
          <Buttons>
            <Button tone="end">{words.say('offers.end.go')}</Button>
            <LinkButton tone="quiet" href={`/angebote/${offer}`}>
              {words.say('offers.speak.back')}
            </LinkButton>
          </Buttons>
        </Form>
      </Page>,
    );
  });
  web.post(path, async (c) => {
    const kept = await keptAt(c);
    await endOffer({ ...context(c), register }, kept);
    leaveNotice(c, saying('offers.end.done'));
    return c.redirect(`/organisationen/${kept.organisation}`, 303);
  });
}

/** The offer in the address, kept by an organisation that this reader speaks for; otherwise there is no such page. */
async function keptAt(c: Request): Promise<Kept> {
  const offer = c.req.param('id') ?? '';
  if (!isId(offer)) throw new NotFoundError();
  // What is hidden takes as many queries as what does not exist: nobody can tell them apart by the clock.
  const { subject, organisation } = await c.var.read.db.read(async (db) => ({
    subject: await findSubject(db, offer),
    organisation: await keeperFor(db, c.var.actor, offer),
  }));
  if (organisation === null || subject?.kind !== 'offer' || subject.forwardedTo !== null) throw new NotFoundError();
  return { offer, organisation };
}
