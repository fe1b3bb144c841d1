import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import { context, leaveNotice, type Env, type Request } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { saying } from '../../../plain/words.ts';
import { Button, Form, Page, PageTitle, ReadersNote, type Frame } from '../../../ui/index.ts';
import { disputeVoice, isNotUsLink } from '../dispute-voice.ts';
import { findEntry } from '../entry.ts';
import type { TakeUp } from '../take-up.ts';
import { keepPrivate, nameOf, type FreshnessPages } from './access.ts';

const PATH = '/organisationen/:id/nicht-wir/:token';

/** `/organisationen/:id/nicht-wir/:token`: whoever reads the mailbox knows nothing of who took up the voice. */
export function addNotUsPage(web: Hono<Env>, pages: FreshnessPages): void {
  web.get(PATH, async (c) => {
    const link = await linkAt(c, pages);
    const entry = await c.var.read.db.read((db) => findEntry(db, pages.register, link.organisation));
    const name = nameOf(entry?.account ?? null, c.var.words);
    return c.html(<NotUsPage frame={await pages.frame(c)} link={link} name={name} />);
  });
  web.post(PATH, async (c) => {
    const link = await linkAt(c, pages);
    await disputeVoice(context(c), pages, link);
    leaveNotice(c, saying('freshness.notUs.done'));
    return c.redirect(pathOf(link), 303);
  });
}

async function linkAt(c: Request, pages: FreshnessPages): Promise<TakeUp> {
  keepPrivate(c);
  const link = { organisation: c.req.param('id') ?? '', token: c.req.param('token') ?? '' };
  if (!isId(link.organisation) || !(await isNotUsLink(c.var.read, pages, link))) throw new NotFoundError();
  return link;
}

function NotUsPage({ frame, link, name }: { readonly frame: Frame; readonly link: TakeUp; readonly name: string }) {
  const { words } = frame;
  const title = words.say('freshness.notUs.title');
  return (
    <Page frame={frame} title={title} noindex readers="own">
      <PageTitle above={<bdi>{name}</bdi>} title={title} below={words.say('freshness.notUs.text')} />
      <Form action={pathOf(link)} label={title}>
        <ReadersNote words={words} scope="own">
          {words.say('freshness.notUs.readers')}
        </ReadersNote>
        <Button tone="end" icon="warning">
          {words.say('freshness.notUs.go')}
        </Button>
      </Form>
      <p class="soft">{words.say('freshness.notUs.then')}</p>
    </Page>
  );
}

function pathOf({ organisation, token }: TakeUp): string {
  return `/organisationen/${organisation}/nicht-wir/${token}`;
}
