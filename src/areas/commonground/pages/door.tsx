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
import { Question, questionOf, SaysParts } from './parts.tsx';

const PATH = `${DOOR_PATH}/:token`;

/** `/g/:token`: what it is about, what is kept and what not; then somebody joins. Looking keeps nothing. */
export function addDoorPage(web: Hono<Env>, pages: ConversationPages): void {
  const page = async (c: Request, at: At, problems: readonly Problem[]) => {
    const { words } = c.var;
    const { conversation, path, mark } = at;
    const isCodeTyped = at.code !== null && problems.length === 0;
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
        <WayIn {...{ c, words, conversation, path, phase, hasJoined, isCodeTyped, problems }} />
        <RelatedLinks
          title={words.say('commonground.more')}
          links={[
            ...(hasResult ? [{ href: `${path}/ergebnis`, label: words.say('commonground.result.title') }] : []),
            { href: `${path}/protokoll`, label: words.say('commonground.log.title') },
          ]}
        />
      </FormPage>
    );
  };
  web.get(PATH, async (c) => c.html(await page(c, await doorAt(c, pages), [])));
  web.post(PATH, async (c) => {
    const at = await doorAt(c, pages);
    const { conversation, path, mark } = at;
    const typed = await readForm(c);
    // Whoever has joined with this browser is the same person as before.
    if (mark !== null && (await hasBallot(c, conversation, mark))) return c.redirect(`${path}/aussage`, 303);
    const code = typedIn(typed, 'code') || (at.code ?? '');
    const joined = await joinConversation(context(c), conversation, code, typedIn(typed, 'mark'));
    if (at.code !== null) dropCode(c, pages, conversation);
    if (!joined.ok) return c.html(await page(c, at, [{ input: 'code', told: joined.issue }]), 422);
    keepMark(c, pages, conversation, joined.value);
    leaveNotice(c, saying('commonground.join.done'));
    return c.redirect(`${path}/aussage`, 303);
  });
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
      <p>
        {words.say('commonground.sheet.days', {
          from: words.day(conversation.opensOn),
          to: words.day(conversation.endsOn),
        })}
      </p>
      <ReadersNote words={words} scope="own">
        {words.say('commonground.join.promise')}
      </ReadersNote>
      <Button icon="next">{words.say('commonground.join.go')}</Button>
    </Form>
  );
}
