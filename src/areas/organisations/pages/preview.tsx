import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { NotFoundError } from '../../../platform/errors.ts';
import type { ReadContext, ReadDatabase } from '../../../platform/context.ts';
import type { Env, Request } from '../../../platform/http/index.ts';
import { STRANGER } from '../../../plain/actor.ts';
import { dayOf, type Day } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import { BackLink, Notice, Page, type Frame } from '../../../ui/index.ts';
import { may } from '../may.ts';
import { showOrganisation, type Forwarded } from '../show.ts';
import type { OrganisationPages } from './routes.tsx';
import { OrganisationBody } from './show.tsx';

/** Reads as a stranger would: the database itself decides what is shown. */
export interface AsStranger {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly asStranger: ReadDatabase;
}

/** `/organisationen/:id/wie-fremde`: the page of an organisation exactly as a stranger gets it. */
export function addPreviewPage(web: Hono<Env>, pages: OrganisationPages & AsStranger): void {
  web.get('/organisationen/:id/wie-fremde', (c) => {
    const id = c.req.param('id');
    const path = `/organisationen/${id}`;
    return answerPreview(c, pages, {
      isOwn: may.speak(c.var.actor, id) === true,
      mayLook: may.correct(c.var.actor) === true,
      show: (ctx) => showOrganisation(ctx, id, null, pages),
      title: (words) => words.say('organisations.preview.title'),
      nothing: (words) => words.say('organisations.preview.nothing'),
      back: (words) => ({ href: path, label: words.say('organisations.speak.back') }),
      body: (view) => <OrganisationBody {...view} showsScopes={false} path={path} day={null} />,
    });
  });
}

export interface Preview<Shown extends object> {
  /** Whether the reader speaks for it; then a page that strangers do not get is no secret. */
  readonly isOwn: boolean;
  /** Whether anybody else may look at it so. */
  readonly mayLook: boolean;
  readonly show: (ctx: ReadContext) => Promise<Shown | Forwarded>;
  readonly title: (words: Words) => string;
  /** Says that strangers get nothing. */
  readonly nothing: (words: Words) => string;
  readonly back: (words: Words) => { readonly href: string; readonly label: string };
  readonly body: (view: { readonly words: Words; readonly shown: Shown; readonly today: Day }) => Child;
}

/** A page inside a page: what strangers get, below a box that says so. */
export async function answerPreview<Shown extends object>(
  c: Request,
  { frame, asStranger }: AsStranger,
  { isOwn, mayLook, show, title, nothing, back, body }: Preview<Shown>,
): Promise<Response> {
  if (!isOwn && !mayLook) throw new NotFoundError();
  const { words, read } = c.var;
  const shown = await show({ ...read, db: asStranger, actor: STRANGER }).catch((error: unknown) => {
    if (error instanceof NotFoundError && isOwn) return null;
    throw error;
  });
  if (shown !== null && 'forwardedTo' in shown) throw new NotFoundError();
  const { href, label } = back(words);
  return c.html(
    <Page frame={await frame(c)} title={title(words)} noindex readers="own">
      <BackLink href={href}>{label}</BackLink>
      <Notice tone="look" title={title(words)}>
        <p>{shown === null ? nothing(words) : words.say('organisations.preview.text')}</p>
      </Notice>
      {shown === null ? null : body({ words, shown, today: dayOf(read.clock.now()) })}
    </Page>,
  );
}
