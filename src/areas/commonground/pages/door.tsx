import type { Hono } from 'hono';
import { context, leaveNotice, readForm, typedIn, type Env, type Request } from '../../../platform/http/index.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import type { Words } from '../../../plain/words.ts';
import { saying } from '../../../plain/words.ts';
import { Button, Buttons, Form, LinkButton, Notice, ReadersNote, RelatedLinks, TextField } from '../../../ui/index.ts';
import { phaseOn, type Conversation, type Phase } from '../conversation.ts';
import type { Problem } from '../forms.ts';
import { joinConversation } from '../join.ts';
import { may } from '../may.ts';
import { CODE_WORDS } from '../print-codes.ts';
import { DOOR_PATH } from '../paths.ts';
import { ballotKey, newMark } from '../seal.ts';
import { findBallot } from '../store-ballot.ts';
import { findStandsInside } from '../store-stand.ts';
import { FormPage } from './form-page.tsx';
import { doorAt, dropCode, errorAt, keepMark, today, type At, type ConversationPages } from './pages.ts';
import { openOn, Question, questionOf, SaysParts } from './parts.tsx';

const PATH = `${DOOR_PATH}/:token`;

/** `/g/:token`: what it is about, what is kept and what not; then somebody joins. Looking keeps nothing. */
export function addDoorPage(web: Hono<Env>, pages: ConversationPages): void {
  web.get(PATH, async (c) => {
    // Answers that were given without a network and came here after the end, as their browser tells.
    const late = /^[1-9]\d{0,2}$/.test(c.req.query('spaet') ?? '') ? Number(c.req.query('spaet')) : 0;
    return c.html(await doorPage(c, pages, { ...(await doorAt(c, pages)), late }));
  });
  web.post(PATH, async (c) => {
    const at = await doorAt(c, pages);
    const { conversation, path, mark } = at;
    const typed = await readForm(c);
    // Whoever has joined with this browser is the same person as before.
    if (mark !== null && (await hasBallot(c, conversation, mark))) return c.redirect(`${path}/aussage`, 303);
    const code = typedIn(typed, 'code') || (at.code ?? '');
    const joined = await joinConversation(context(c), conversation, code, typedIn(typed, 'mark'));
    if (at.code !== null) dropCode(c, pages, conversation);
    if (!joined.ok)
      return c.html(await doorPage(c, pages, { ...at, problems: [{ input: 'code', told: joined.issue }] }), 422);
    keepMark(c, pages, conversation, joined.value);
    leaveNotice(c, saying('commonground.join.done'));
    return c.redirect(`${path}/aussage`, 303);
  });
}

/** What a conversation is about, and how one comes in, goes on, or that it is over. */
export async function doorPage(
  c: Request,
  pages: ConversationPages,
  {
    conversation,
    path,
    mark,
    code,
    late = 0,
    problems = [],
  }: At & {
    /** So many answers came after the end. */
    readonly late?: number;
    readonly problems?: readonly Problem[];
  },
) {
  const { words } = c.var;
  const isCodeTyped = code !== null && problems.length === 0;
  const { hasJoined, hasResult } = await c.var.read.db.read(async (db) => ({
    hasJoined: mark !== null && (await findBallot(db, ballotKey(conversation.id, mark))) !== null,
    hasResult: (await findStandsInside(db, conversation.id)).length > 0,
  }));
  const phase = phaseOn(conversation, today(c));
  return (
    <FormPage
      frame={await pages.frame(c)}
      above={words.say('commonground.title')}
      title={questionOf(words, conversation)}
      heading={<Question words={words} conversation={conversation} />}
      below={words.say('commonground.join.text')}
      readers="link"
      problems={problems}
    >
      <SaysParts words={words} conversation={conversation} />
      <WayIn {...{ c, words, conversation, path, phase, hasJoined, isCodeTyped, late, problems }} />
      <RelatedLinks
        title={words.say('commonground.more')}
        links={[
          ...(hasResult ? [{ href: `${path}/ergebnis`, label: words.say('commonground.result.title') }] : []),
          { href: `${path}/protokoll`, label: words.say('commonground.log.title') },
        ]}
      />
    </FormPage>
  );
}

async function hasBallot(c: Request, { id }: Conversation, mark: string): Promise<boolean> {
  return (await c.var.read.db.read((db) => findBallot(db, ballotKey(id, mark)))) !== null;
}

/** The link, and the mark of somebody who has joined; for everybody else the way in. Null leads there. */
export async function joinedAt(c: Request, pages: ConversationPages) {
  const at = await doorAt(c, pages);
  const { conversation, mark } = at;
  if (mark === null) return { ...at, mark: null, answers: null };
  const answers = await c.var.read.db.read((db) => findBallot(db, ballotKey(conversation.id, mark)));
  return answers === null ? { ...at, mark: null, answers: null } : { ...at, mark, answers };
}

/** The mark of whoever sends a form; a form without one is none of ours. */
export async function markAt(c: Request, pages: ConversationPages) {
  const at = await doorAt(c, pages);
  if (at.mark === null) throw new NotFoundError();
  return { ...at, mark: at.mark };
}

function WayIn({
  c,
  words,
  conversation,
  path,
  phase,
  hasJoined,
  isCodeTyped,
  late,
  problems,
}: {
  readonly c: Request;
  readonly words: Words;
  readonly conversation: Conversation;
  readonly path: string;
  readonly phase: Phase;
  readonly hasJoined: boolean;
  /** The words of a slip were typed on the way here. */
  readonly isCodeTyped: boolean;
  readonly late: number;
  readonly problems: readonly Problem[];
}) {
  if (phase === 'coming')
    return (
      <Notice>
        <p>{words.say('commonground.join.coming', { day: words.day(conversation.opensOn) })}</p>
      </Notice>
    );
  if (phase !== 'open')
    return (
      <Notice>
        <p>{words.say('commonground.join.ended', { day: words.day(conversation.endsOn) })}</p>
        {late === 0 ? null : <p>{words.say('commonground.join.late', { count: late })}</p>}
      </Notice>
    );
  if (hasJoined)
    return (
      <Buttons>
        <LinkButton icon="next" href={`${path}/aussage`}>
          {words.say('commonground.join.goOn')}
        </LinkButton>
        <LinkButton tone="quiet" href={`${path}/stimmen`}>
          {words.say('commonground.votes.title')}
        </LinkButton>
      </Buttons>
    );
  if (may.join(c.var.actor, { entry: conversation.entry, phase }) !== true)
    return (
      <Notice tone="look">
        <p>{words.say('commonground.may.network')}</p>
      </Notice>
    );
  return (
    <Form action={path} label={words.say('commonground.join.go')} hidden={{ mark: newMark() }}>
      {conversation.entry === 'codes' && isCodeTyped ? <p>{words.say('commonground.code.typed')}</p> : null}
      {conversation.entry === 'codes' && !isCodeTyped ? (
        <TextField
          words={words}
          name="code"
          label={words.say('commonground.code.label')}
          hint={words.say('commonground.code.hint', { count: CODE_WORDS })}
          error={errorAt(words, problems, 'code')}
          autocomplete="off"
          lang="de"
        />
      ) : null}
      <p>{openOn(words, conversation)}</p>
      <ReadersNote words={words} scope="own">
        {words.say('commonground.join.promise')}
      </ReadersNote>
      <Button icon="next">{words.say('commonground.join.go')}</Button>
    </Form>
  );
}
