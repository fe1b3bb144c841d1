import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { ConflictError, InputError } from '../../../platform/errors.ts';
import {
  context,
  idAt,
  keepNowhere,
  leaveNotice,
  readForm,
  type Env,
  type Request as Asked,
} from '../../../platform/http/index.ts';
import type { Day } from '../../../plain/time.ts';
import { saying } from '../../../plain/words.ts';
import {
  Button,
  Buttons,
  Form,
  LinkButton,
  MailsByHand,
  Notice,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import {
  answerIntroduction,
  findOwnIntroduction,
  openIntroduction,
  type OpenIntroduction,
} from '../answer-introduction.ts';
import { COOPERATIONS_PATH } from '../../cooperations/index.ts';
import { readConsent } from '../forms.ts';
import { introductionState, isAsked, linksUntil, type Introduction } from '../introduction.ts';
import { INTRODUCTION_LINK_PATH, INTRODUCTIONS_PATH } from '../work.ts';
import { contactFor, namesAt, type RequestPages } from './access.ts';
import { Contact } from './contact.tsx';
import { LinkOver } from './link-over.tsx';

/** `/vorstellungen/:id` for whoever is signed in, `/vorstellung/:token` for whoever holds the link of a mail. */
export function addIntroductionPages(web: Hono<Env>, pages: RequestPages): void {
  const ways = [
    {
      path: `${INTRODUCTIONS_PATH}/:id`,
      byRole: 'organisation',
      open: (c: Asked) => findOwnIntroduction(c.var.read, idAt(c)),
    },
    {
      path: `${INTRODUCTION_LINK_PATH}/:token`,
      byRole: 'link',
      open: (c: Asked) => openIntroduction(c.var.read, pages, c.req.param('token') ?? ''),
    },
  ] as const;
  for (const { path, byRole, open } of ways) {
    web.get(path, async (c) => {
      keepNowhere(c);
      const at = await open(c);
      const frame = await pages.frame(c);
      if (at === 'over') return c.html(<LinkOver frame={frame} />);
      if (at === 'introduced') return c.html(<TooLate frame={frame} />);
      const shown = await shownAt(c, pages, at, byRole);
      return c.html(<IntroductionPage frame={frame} path={new URL(c.req.url).pathname} {...at} {...shown} />);
    });
    web.post(path, async (c) => {
      keepNowhere(c);
      const at = await open(c);
      if (typeof at === 'string') throw new ConflictError(saying('requests.may.moved'));
      const answer = readConsent(await readForm(c));
      if (answer === null) throw new InputError(saying('platform.input.unreadable'));
      await answerIntroduction(context(c), pages, at, { answer, byRole });
      leaveNotice(c, saying('requests.introduction.done'));
      return c.redirect(new URL(c.req.url).pathname, 303);
    });
  }
}

interface ShownIntroduction {
  readonly name: (organisation: string) => string;
  readonly contact: { readonly name: string; readonly facts: Child } | null;
  /** The last day on which the link shows it; null for whoever is signed in and finds it again. */
  readonly until: Day | null;
  /** Where whoever introduces writes it down as a promise. */
  readonly promisePath: string | null;
}

async function shownAt(
  c: Asked,
  pages: RequestPages,
  { introduction, side }: OpenIntroduction,
  byRole: 'link' | 'organisation',
): Promise<ShownIntroduction> {
  const name = await namesAt(c, pages, [introduction.introducer, introduction.introduced, introduction.third]);
  const other = otherOf(introduction, side);
  const isAgreed = introductionState(introduction) === 'agreed';
  const promisePath =
    other === null ? await c.var.read.db.read((db) => pages.promisePathOf(db, introduction.cooperation)) : null;
  const until = byRole === 'link' ? linksUntil(introduction) : null;
  return { name, until, contact: await contactFor(c, pages, isAgreed ? other : null), promisePath };
}

/** The one whom a side gets to know; null for whoever introduces. */
function otherOf({ introduced, third }: Introduction, side: string): string | null {
  return side === introduced ? third : side === third ? introduced : null;
}

// words: requests.introduction.state.*
function IntroductionPage({
  frame,
  introduction,
  side,
  path,
  name,
  contact,
  until,
  promisePath,
}: OpenIntroduction & ShownIntroduction & { readonly frame: Frame; readonly path: string }) {
  const { words } = frame;
  const other = otherOf(introduction, side);
  const state = introductionState(introduction);
  const names = {
    by: name(introduction.introducer),
    one: name(introduction.introduced),
    other: name(introduction.third),
  };
  const title =
    other === null || !isAsked(introduction, side)
      ? words.say('requests.introduction.pair', names)
      : words.say('requests.introduction.title', { name: name(other) });
  return (
    <Page frame={frame} title={title} noindex readers="own">
      <PageTitle
        above={<bdi>{name(side)}</bdi>}
        title={title}
        below={words.say(other === null ? 'requests.introduction.own' : 'requests.introduction.text', names)}
      />
      {isAsked(introduction, side) ? null : (
        <Notice tone={state === 'agreed' ? 'ok' : 'plain'}>
          <p>{words.say(`requests.introduction.state.${state}`, names)}</p>
        </Notice>
      )}
      {contact === null ? null : <Contact words={words} contact={contact} until={until} />}
      {other === null ? null : (
        <p>
          <a href={`/organisationen/${other}`}>{words.say('requests.introduction.look', { name: name(other) })}</a>
        </p>
      )}
      {other === null && state === 'agreed' ? (
        <Part title={words.say('requests.introduction.counts')}>
          <p>{words.say('requests.introduction.counts.text')}</p>
          <p>
            <LinkButton tone="quiet" href={promisePath ?? `${COOPERATIONS_PATH}/${introduction.cooperation}`}>
              {words.say(promisePath === null ? 'requests.toCooperation' : 'requests.introduction.toPromise')}
            </LinkButton>
          </p>
        </Part>
      ) : null}
      {isAsked(introduction, side) ? (
        <Part title={words.say('requests.introduction.answer')}>
          <p>{words.say('requests.introduction.answer.text')}</p>
          <Form action={path} label={words.say('requests.introduction.answer')}>
            <ReadersNote words={words} scope="partner">
              {words.say('requests.introduction.readers')}
            </ReadersNote>
            <Buttons>
              <Button name="answer" value="yes" icon="check">
                {words.say('requests.introduction.yes')}
              </Button>
              <Button name="answer" value="no" tone="quiet" icon="close">
                {words.say('requests.introduction.no')}
              </Button>
            </Buttons>
          </Form>
        </Part>
      ) : null}
      <MailsByHand frame={frame} />
    </Page>
  );
}

/** Somebody opens the link when the two have long known each other: no name, and where to ask. */
function TooLate({ frame }: { readonly frame: Frame }) {
  return (
    <LinkOver frame={frame}>
      <p>{frame.words.say('requests.over.introduced')}</p>
    </LinkOver>
  );
}
