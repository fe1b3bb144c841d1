import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import type { Env } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { answerPreview, type AsStranger } from '../../organisations/index.ts';
import { keeperFor } from '../keeper-for.ts';
import { may } from '../may.ts';
import { showOffer } from '../show.ts';
import type { OfferPages } from './routes.tsx';
import { OfferBody } from './show.tsx';

/** `/angebote/:id/wie-fremde`: the page of an offer exactly as a stranger gets it. */
export function addOfferPreviewPage(web: Hono<Env>, pages: OfferPages & AsStranger): void {
  web.get('/angebote/:id/wie-fremde', async (c) => {
    const id = c.req.param('id');
    if (!isId(id)) throw new NotFoundError();
    const { actor, read } = c.var;
    const path = `/angebote/${id}`;
    return answerPreview(c, pages, {
      isOwn: (await read.db.read((db) => keeperFor(db, actor, id))) !== null,
      mayLook: may.correct(actor) === true,
      show: (ctx) => showOffer(ctx, id, null, pages),
      title: (words) => words.say('offers.preview.title'),
      nothing: (words) => words.say('offers.preview.nothing'),
      back: (words) => ({ href: path, label: words.say('offers.speak.back') }),
      body: (view) => <OfferBody {...view} showsScopes={false} path={path} day={null} />,
    });
  });
}
