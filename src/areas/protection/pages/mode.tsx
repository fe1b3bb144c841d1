import type { Hono } from 'hono';
import { InputError, NotFoundError } from '../../../platform/errors.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { accountOf, organisationsOf, speaksFor } from '../../../plain/actor.ts';
import { isId } from '../../../plain/ids.ts';
import { saying, type Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  Form,
  Notice,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import { findSubject, type Register } from '../../claims/index.ts';
import { askToEndProtection, keepProtection } from '../end-protection-ask.ts';
import { endProtection } from '../end-protection.ts';
import { modeForm } from '../forms.ts';
import { may } from '../may.ts';
import { coordinationFrom, markOf, type ProtectionTerm } from '../protection.ts';
import { protect } from '../protect.ts';
import { findTerm } from '../store.ts';
import type { NamesOf } from './names.ts';

export interface ModePages {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly register: Register;
  readonly namesOf: NamesOf;
}

const pathOf = (organisation: string) => `/organisationen/${organisation}/schutz`;

/** `/schutz`: one button for each of one's own organisations; `/organisationen/:id/schutz`: the same with how it ends. */
export function addModePages(web: Hono<Env>, { frame, register, namesOf }: ModePages): void {
  web.get('/schutz', async (c) => {
    const own = organisationsOf(c.var.actor);
    if (own.length === 0) throw new NotFoundError();
    const { names, terms } = await c.var.read.db.read(async (db) => ({
      names: await namesOf(db, own, c.var.words),
      terms: await Promise.all(own.map((id) => findTerm(db, id))),
    }));
    c.header('cache-control', 'no-store');
    const lines = own.map((id, at) => ({ id, name: names.get(id) ?? null, isProtected: (terms[at] ?? null) !== null }));
    return c.html(<OwnPage frame={await frame(c)} lines={lines} />);
  });
  web.get('/organisationen/:id/schutz', async (c) => {
    const id = c.req.param('id');
    const view = await viewOf(c, id, namesOf);
    c.header('cache-control', 'no-store');
    return c.html(<ModePage frame={await frame(c)} {...view} />);
  });
  web.post('/organisationen/:id/schutz', async (c) => {
    const id = c.req.param('id');
    await viewOf(c, id, namesOf);
    const form = modeForm.safeParse(await readForm(c));
    if (!form.success) throw new InputError(saying('platform.input.unreadable'));
    const { what } = form.data;
    const ctx = { ...context(c), register };
    const verbs = { begin: protect, ask: askToEndProtection, keep: keepProtection, end: endProtection };
    await verbs[what](ctx, id);
    leaveNotice(c, saying(`protection.mode.done.${what}`));
    return c.redirect(pathOf(id), 303);
  });
}

interface View {
  readonly id: string;
  readonly name: string | null;
  readonly term: ProtectionTerm | null;
  readonly me: string | null;
  readonly isOwn: boolean;
}

/** The page is there for the organisation, and for the coordination as a possible second person. */
async function viewOf(c: Request, id: string, namesOf: NamesOf): Promise<View> {
  const { actor, read, words } = c.var;
  const isOwn = may.protect(actor, id) === true;
  if (!isId(id) || (!isOwn && actor.kind !== 'coordination')) throw new NotFoundError();
  return read.db.read(async (db) => {
    if ((await findSubject(db, id))?.kind !== 'organisation') throw new NotFoundError();
    const names = await namesOf(db, [id], words);
    return {
      id,
      name: names.get(id) ?? null,
      term: await findTerm(db, id),
      me: accountOf(actor),
      isOwn: speaksFor(actor, id),
    };
  });
}

function OwnPage({
  frame,
  lines,
}: {
  readonly frame: Frame;
  readonly lines: readonly { readonly id: string; readonly name: string | null; readonly isProtected: boolean }[];
}) {
  const { words } = frame;
  const title = words.say('protection.mode.title');
  return (
    <Page frame={frame} title={title} noindex readers="own">
      <PageTitle title={title} below={words.say('protection.mode.text')} />
      {lines.map(({ id, name, isProtected }) => (
        <Part title={name ?? words.say('protection.mode.noName')}>
          {isProtected ? (
            <p>
              <a href={pathOf(id)}>{words.say('protection.mode.isOn')}</a>
            </p>
          ) : (
            <Begin words={words} id={id} />
          )}
        </Part>
      ))}
    </Page>
  );
}

function Begin({ words, id }: { readonly words: Words; readonly id: string }) {
  return (
    <Form action={pathOf(id)} label={words.say('protection.mode.begin')}>
      <ReadersNote words={words} scope="own">
        {words.say('protection.mode.readers')}
      </ReadersNote>
      <Button icon="lock" name="what" value="begin">
        {words.say('protection.mode.begin')}
      </Button>
    </Form>
  );
}

// words: protection.mode.done.*
function ModePage({ frame, ...view }: View & { readonly frame: Frame }) {
  const { words } = frame;
  const { id, name, term } = view;
  const title = words.say('protection.mode.title');
  return (
    <Page frame={frame} title={title} noindex readers="ownAndKeepers">
      <BackLink href={`/organisationen/${id}`}>
        <bdi>{name ?? words.say('protection.mode.noName')}</bdi>
      </BackLink>
      <PageTitle title={title} below={words.say('protection.mode.text')} />
      {term === null ? (
        <>
          <p>{words.say('protection.mode.isOff')}</p>
          {view.isOwn ? <Begin words={words} id={id} /> : null}
        </>
      ) : (
        <>
          <Notice tone="room" title={words.say('protection.mode.isOn')}>
            <p>{words.say('protection.mode.since', { moment: words.moment(term.since) })}</p>
          </Notice>
          <Ending {...view} words={words} term={term} />
        </>
      )}
      <Part title={words.say('protection.mode.hides')}>
        <p>{words.say('protection.mode.hides.text')}</p>
        <p>{words.say('protection.mode.stays.text')}</p>
        <p class="soft">{words.say('protection.mode.limits.text')}</p>
      </Part>
    </Page>
  );
}

function Ending({
  words,
  id,
  term: { id: term, ask },
  me,
  isOwn,
}: View & { readonly words: Words; readonly term: ProtectionTerm }) {
  const isMine = ask !== null && me !== null && ask.mark === markOf(term, me);
  return (
    <Part title={words.say('protection.mode.end')}>
      <p>{words.say('protection.mode.end.text')}</p>
      {ask === null ? null : (
        <p>
          {words.say(isMine ? 'protection.mode.asked.me' : 'protection.mode.asked.other', {
            moment: words.moment(coordinationFrom(ask)),
          })}
        </p>
      )}
      <Form action={pathOf(id)} label={words.say('protection.mode.end')}>
        <ReadersNote words={words} scope="own">
          {words.say('protection.mode.readers')}
        </ReadersNote>
        <Buttons>
          {ask === null && isOwn ? (
            <Button tone="quiet" name="what" value="ask">
              {words.say('protection.mode.ask')}
            </Button>
          ) : null}
          {ask !== null && !isMine ? (
            <Button tone="end" name="what" value="end">
              {words.say('protection.mode.confirm')}
            </Button>
          ) : null}
          {ask !== null && isOwn ? (
            <Button tone="quiet" name="what" value="keep">
              {words.say('protection.mode.keep')}
            </Button>
          ) : null}
        </Buttons>
      </Form>
    </Part>
  );
}
