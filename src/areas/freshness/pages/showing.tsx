import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { saying, type Words } from '../../../plain/words.ts';
import { BackLink, Button, Form, Notice, Page, PageTitle, ReadersNote, type Frame } from '../../../ui/index.ts';
import { knownOf } from '../../claims/index.ts';
import { showOurselves, withdrawOurselves } from '../decide-showing.ts';
import { showingForm } from '../forms.ts';
import { may } from '../may.ts';
import { entryAt, keepPrivate, type FreshnessPages } from './access.ts';

const PATH = '/organisationen/:id/zeigen';

/** `/organisationen/:id/zeigen`: whoever speaks for an organisation decides whether it is shown at all. */
export function addShowingPage(web: Hono<Env>, pages: FreshnessPages): void {
  web.get(PATH, async (c) => {
    const { id, name } = await ownAt(c, pages);
    const known = await c.var.read.db.read((db) => knownOf(db, [id]));
    const isWithdrawn = known.get(id)?.veil.isWithdrawn === true;
    return c.html(<ShowingPage frame={await pages.frame(c)} id={id} name={name} isWithdrawn={isWithdrawn} />);
  });
  web.post(PATH, async (c) => {
    const { id } = await ownAt(c, pages);
    const { what } = showingForm.parse(await readForm(c));
    await { hide: withdrawOurselves, show: showOurselves }[what](context(c), pages, id);
    leaveNotice(c, saying(`freshness.showing.done.${what}`));
    return c.redirect(`/organisationen/${id}`, 303);
  });
}

/** For everybody else it is a page that does not exist. */
async function ownAt(c: Request, pages: FreshnessPages): Promise<{ readonly id: string; readonly name: string }> {
  const id = c.req.param('id') ?? '';
  if (!isId(id) || may.decideShowing(c.var.actor, id) !== true) throw new NotFoundError();
  keepPrivate(c);
  const { entry, name } = await entryAt(c, pages, id);
  if (entry.kind !== 'organisation') throw new NotFoundError();
  return { id, name };
}

// words: freshness.showing.done.*
function ShowingPage({
  frame,
  id,
  name,
  isWithdrawn,
}: {
  readonly frame: Frame;
  readonly id: string;
  readonly name: string;
  readonly isWithdrawn: boolean;
}) {
  const { words } = frame;
  const title = words.say('freshness.showing.title');
  return (
    <Page frame={frame} title={title} noindex readers="own">
      <PageTitle
        back={
          <BackLink href={`/organisationen/${id}`}>
            <bdi>{name}</bdi>
          </BackLink>
        }
        title={title}
        below={words.say(isWithdrawn ? 'freshness.showing.withdrawn.text' : 'freshness.showing.shown.text')}
      />
      {isWithdrawn ? (
        <ShowForm words={words} organisation={id} />
      ) : (
        <>
          <Notice>
            <p>{words.say('freshness.withdraw.text')}</p>
          </Notice>
          <Form action={pathOf(id)} label={title} hidden={{ what: 'hide' }}>
            <ReadersNote words={words} scope="own">
              {words.say('freshness.withdraw.readers')}
            </ReadersNote>
            <Button tone="end" icon="close">
              {words.say('freshness.withdraw.go')}
            </Button>
          </Form>
        </>
      )}
    </Page>
  );
}

function ShowForm({ words, organisation }: { readonly words: Words; readonly organisation: string }) {
  return (
    <Form action={pathOf(organisation)} label={words.say('freshness.again.go')} hidden={{ what: 'show' }}>
      <ReadersNote words={words} scope="public">
        {words.say('freshness.again.readers')}
      </ReadersNote>
      <Button icon="eye">{words.say('freshness.again.go')}</Button>
    </Form>
  );
}

/** On the pages where whoever speaks for it is anyway: nobody else sees anything of it, and the way back. */
export function WithdrawnNotice({
  words,
  organisation,
  name,
}: {
  readonly words: Words;
  readonly organisation: string;
  /** Where it is not told by the page itself. */
  readonly name?: string | undefined;
}) {
  return (
    <Notice tone="look" title={words.say('freshness.showing.withdrawn.title')}>
      {name === undefined ? null : (
        <p>
          <bdi>{name}</bdi>
        </p>
      )}
      <p>{words.say('freshness.showing.withdrawn.text')}</p>
      <ShowForm words={words} organisation={organisation} />
    </Notice>
  );
}

function pathOf(organisation: string): string {
  return `/organisationen/${organisation}/zeigen`;
}
