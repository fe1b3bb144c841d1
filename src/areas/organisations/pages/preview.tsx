import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import type { ReadDatabase } from '../../../platform/context.ts';
import type { Env } from '../../../platform/http/index.ts';
import { STRANGER } from '../../../plain/actor.ts';
import { dayOf } from '../../../plain/time.ts';
import { BackLink, Notice, Page } from '../../../ui/index.ts';
import { may } from '../may.ts';
import { showOrganisation } from '../show.ts';
import type { OrganisationPages } from './routes.tsx';
import { OrganisationBody } from './show.tsx';

export interface PreviewPages extends OrganisationPages {
  /** Reads as a stranger would: the database itself decides what is shown. */
  readonly asStranger: ReadDatabase;
}

const PATH = '/organisationen';

/** `/organisationen/:id/wie-fremde`: the page of an organisation exactly as a stranger gets it. */
export function addPreviewPage(web: Hono<Env>, pages: PreviewPages): void {
  web.get(`${PATH}/:id/wie-fremde`, async (c) => {
    const id = c.req.param('id');
    const { actor, words, read } = c.var;
    if (may.speak(actor, id) !== true && may.correct(actor) !== true) throw new NotFoundError();
    const today = dayOf(read.clock.now());
    const ctx = { ...read, db: pages.asStranger, actor: STRANGER };
    const shown = await showOrganisation(ctx, id, null, pages).catch((error: unknown) => {
      if (error instanceof NotFoundError && may.speak(actor, id) === true) return null;
      throw error;
    });
    if (shown !== null && 'forwardedTo' in shown) throw new NotFoundError();
    const path = `${PATH}/${id}`;
    return c.html(
      <Page frame={await pages.frame(c)} title={words.say('organisations.preview.title')} noindex readers="own">
        <BackLink href={path}>{words.say('organisations.speak.back')}</BackLink>
        <Notice tone="look" title={words.say('organisations.preview.title')}>
          <p>{words.say(shown === null ? 'organisations.preview.nothing' : 'organisations.preview.text')}</p>
        </Notice>
        {shown === null ? null : (
          <OrganisationBody words={words} showsScopes={false} shown={shown} path={path} day={null} today={today} />
        )}
      </Page>,
    );
  });
}
