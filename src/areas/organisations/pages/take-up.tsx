import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { NotFoundError } from '../../../platform/errors.ts';
import {
  context,
  giveSessionCookie,
  leaveNotice,
  readForm,
  type Env,
  type FormFields,
  type Request,
} from '../../../platform/http/index.ts';
import { accountOf } from '../../../plain/actor.ts';
import { isId } from '../../../plain/ids.ts';
import type { Result } from '../../../plain/result.ts';
import { saying, type Saying, type Words } from '../../../plain/words.ts';
import { findSubject } from '../../claims/index.ts';
import {
  Button,
  ErrorSummary,
  Form,
  Notice,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import { may } from '../may.ts';
import { findPublicName } from '../store.ts';
import { askForVoice, takeUp, takeUpState, type VoiceDoor } from '../take-up.ts';

export interface AccountProblem {
  readonly field: string;
  readonly told: Saying;
}

/** What the page of taking up a voice needs of the area of accounts; the app hands it in. */
export interface TakeUpPages<NewAccount> {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly origin: string;
  readonly door: VoiceDoor<NewAccount>;
  /** The inputs that make an account. */
  readonly accountFields: (words: Words, typed: FormFields, problems: readonly AccountProblem[]) => Child;
  readonly readAccount: (c: Request, typed: FormFields) => Promise<Result<NewAccount, readonly AccountProblem[]>>;
  /** What the inputs need to be at their best. */
  readonly islands: readonly string[];
  /** Where whoever came for something else goes on afterwards; null for the own words of the organisation. */
  readonly goOn: (c: Request) => string | null;
  /** The kind of device, as sessions are listed with it. */
  readonly deviceOf: (c: Request) => string | null;
}

/** `/organisationen/:id/stimme/:token`: "wir sprechen für uns". */
export function addTakeUpPages<NewAccount>(web: Hono<Env>, pages: TakeUpPages<NewAccount>): void {
  const path = '/organisationen/:id/stimme/:token';
  web.get(path, async (c) => {
    const at = await linkAt(c, pages);
    return c.html(await page(c, pages, at, {}, []));
  });
  web.post(path, async (c) => {
    const at = await linkAt(c, pages);
    const typed = await readForm(c);
    if (at.isHeld && typed['with'] === 'network') {
      await askForVoice(context(c), pages.door, at);
      leaveNotice(c, saying('organisations.takeUp.asked'));
      return c.redirect(pathOf(at), 303);
    }
    if (at.refused !== null) return c.html(await page(c, pages, at, {}, []), 409);
    const { actor } = c.var;
    const known = accountOf(actor);
    const shared = { device: pages.deviceOf(c), session: 'session' in actor ? actor.session : null };
    if (known !== null && typed['with'] === 'mine') {
      return enter(c, pages, at, await takeUp(context(c), pages.door, at, { ...shared, account: known }));
    }
    const read = await pages.readAccount(c, typed);
    if (!read.ok) return c.html(await page(c, pages, at, typed, read.issue), 422);
    return enter(c, pages, at, await takeUp(context(c), pages.door, at, { ...shared, newAccount: read.value }));
  });
}

interface Link {
  readonly organisation: string;
  readonly token: string;
  /** Why nobody takes it up with this link now. */
  readonly refused: Saying | null;
  readonly isHeld: boolean;
  readonly name: string;
}

/** The link that the address names. One that is none, or is used up, is a page that does not exist. */
async function linkAt<NewAccount>(c: Request, { door }: TakeUpPages<NewAccount>): Promise<Link> {
  const organisation = c.req.param('id') ?? '';
  const token = c.req.param('token') ?? '';
  if (!isId(organisation)) throw new NotFoundError();
  const { db, clock } = c.var.read;
  const found = await db.read(async (reader) => ({
    subject: await findSubject(reader, organisation),
    name: await findPublicName(reader, organisation),
    ...(await takeUpState(reader, door, { organisation, token }, clock.now())),
  }));
  if (!found.isValid || found.subject?.kind !== 'organisation') throw new NotFoundError();
  // The address opens something: no copy of the page stays anywhere.
  c.header('cache-control', 'no-store');
  const answer = may.takeUp(c.var.actor, found);
  return { organisation, token, refused: answer === true ? null : answer, isHeld: found.isHeld, name: found.name };
}

function enter<NewAccount>(
  c: Request,
  { origin, goOn }: TakeUpPages<NewAccount>,
  { organisation }: Link,
  { token, endsAt }: { readonly token: string; readonly endsAt: Date },
) {
  giveSessionCookie(c, origin, token, endsAt);
  leaveNotice(c, saying('organisations.takeUp.done'));
  return c.redirect(goOn(c) ?? `/organisationen/${organisation}/bearbeiten`, 303);
}

function pathOf({ organisation, token }: Pick<Link, 'organisation' | 'token'>): string {
  return `/organisationen/${organisation}/stimme/${token}`;
}

async function page<NewAccount>(
  c: Request,
  pages: TakeUpPages<NewAccount>,
  { organisation, token, refused, isHeld, name }: Link,
  typed: FormFields,
  problems: readonly AccountProblem[],
) {
  const { words, actor } = c.var;
  const action = `${pathOf({ organisation, token })}${new URL(c.req.url).search}`;
  const errors = problems.map(({ field, told }) => ({ field, text: words.tell(told) }));
  const title = words.say('organisations.takeUp.title');
  return (
    <Page
      frame={await pages.frame(c)}
      title={title}
      noindex
      readers="own"
      faulty={errors.length > 0}
      islands={refused !== null ? [] : pages.islands}
    >
      <PageTitle
        above={<bdi>{name === '' ? words.say('organisations.noName') : name}</bdi>}
        title={title}
        below={refused !== null ? undefined : words.say('organisations.takeUp.text')}
      />
      {refused !== null ? (
        <Notice tone="look" title={words.tell(refused)}>
          {isHeld ? (
            <>
              <p>{words.say('organisations.takeUp.askCoordination')}</p>
              <Form action={action} label={words.say('organisations.takeUp.ask')} hidden={{ with: 'network' }}>
                <ReadersNote words={words} scope="own">
                  {words.say('organisations.takeUp.ask.readers')}
                </ReadersNote>
                <Button tone="quiet" icon="mail">
                  {words.say('organisations.takeUp.ask')}
                </Button>
              </Form>
            </>
          ) : null}
        </Notice>
      ) : (
        <>
          <ErrorSummary words={words} errors={errors} />
          {accountOf(actor) === null ? null : (
            <Form action={action} label={words.say('organisations.takeUp.withMine')} hidden={{ with: 'mine' }}>
              <ReadersNote words={words} scope="own">
                {words.say('organisations.takeUp.readers')}
              </ReadersNote>
              <Button icon="check">{words.say('organisations.takeUp.withMine')}</Button>
            </Form>
          )}
          <Part title={words.say('organisations.takeUp.newAccount')}>
            <Form action={action} label={words.say('organisations.takeUp.newAccount')}>
              {pages.accountFields(words, typed, problems)}
              <ReadersNote words={words} scope="own">
                {words.say('organisations.takeUp.readers')}
              </ReadersNote>
              <Button icon="check">{words.say('organisations.takeUp.go')}</Button>
            </Form>
          </Part>
        </>
      )}
    </Page>
  );
}
