import type { Hono } from 'hono';
import type { Answer } from '../../../engines/opinion/index.ts';
import { InputError, NotFoundError } from '../../../platform/errors.ts';
import { context, leaveNotice, readForm, typedIn, type Env, type Request } from '../../../platform/http/index.ts';
import { dirOf, tagOf } from '../../../plain/languages.ts';
import { saying, type Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  Form,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  Progress,
  ReadersNote,
  RelatedLinks,
} from '../../../ui/index.ts';
import { answerStatement } from '../answer.ts';
import { nameOf, orderFor, type Answers } from '../ballot.ts';
import { inLanguage, phaseOn, type Conversation } from '../conversation.ts';
import { readAnswer } from '../forms.ts';
import { DOOR_PATH } from '../paths.ts';
import type { Statement } from '../statement.ts';
import { findPriorities } from '../store-stand.ts';
import { findStatementsInside } from '../store-statement.ts';
import { doorPage, joinedAt, markAt } from './door.tsx';
import { keepMark, today, type ConversationPages } from './pages.ts';
import { Question, SaidText } from './parts.tsx';

const PATH = `${DOOR_PATH}/:token/aussage`;

/** `/g/:token/aussage`: one statement, three answers. `?id=` is one of them again. */
export function addVotePage(web: Hono<Env>, pages: ConversationPages): void {
  web.get(PATH, async (c) => {
    const { words } = c.var;
    const { conversation, path, mark, answers } = await joinedAt(c, pages);
    if (mark === null || phaseOn(conversation, today(c)) !== 'open') return c.redirect(path, 303);
    const asked = c.req.query('id');
    const { all, statements, left } = await leftFor(c, { conversation, mark, answers });
    const shown = asked === undefined ? left[0] : all.find((one) => one.id === asked && canBeAsked(one, answers));
    if (asked !== undefined && shown === undefined) throw new NotFoundError();
    const before = statements.find(({ id }) => id === c.req.query('nach'));
    const title = words.say('commonground.vote.title');
    return c.html(
      <Page frame={await pages.frame(c)} title={title} noindex readers="self" islands={['swift-vote']}>
        <PageTitle
          back={<BackLink href={path}>{words.say('commonground.vote.back')}</BackLink>}
          above={<Question words={words} conversation={conversation} />}
          title={shown === undefined ? words.say('commonground.vote.done') : title}
        />
        <swift-vote
          data-to={`${path}/aussage`}
          data-source={`${path}/aussagen.json`}
          data-waiting={words.say('commonground.vote.waiting', { count: '#' })}
          data-counts={words.say('ui.progress.counts', { done: '#', total: words.number(statements.length) })}
        >
          {shown === undefined ? (
            <Notice tone="ok">
              <p>{words.say('commonground.vote.done.text')}</p>
            </Notice>
          ) : (
            <VoteForm {...{ words, path }} statement={shown} answer={answers[shown.id]} back={c.req.query('back')} />
          )}
          <Progress
            words={words}
            label={words.say('commonground.vote.progress')}
            done={statements.length - left.length}
            total={statements.length}
          />
          <p class="soft" role="status" data-waiting></p>
          <p class="hint" data-ways hidden>
            {words.say('commonground.vote.ways')}
          </p>
          <button class="button quiet" type="button" data-undo hidden>
            {words.say('commonground.vote.undo')}
          </button>
        </swift-vote>
        <Buttons>
          {before === undefined ? null : (
            <LinkButton tone="quiet" icon="undo" href={`${path}/aussage?id=${before.id}`}>
              {words.say('commonground.vote.undo')}
            </LinkButton>
          )}
          <LinkButton tone="quiet" icon="plus" href={`${path}/neu`}>
            {words.say('commonground.say.title')}
          </LinkButton>
        </Buttons>
        <RelatedLinks
          title={words.say('commonground.more')}
          links={[{ href: `${path}/stimmen`, label: words.say('commonground.votes.title') }]}
        />
      </Page>,
    );
  });
  web.post(PATH, (c) => takeAnswer(c, pages));
  web.get(`${DOOR_PATH}/:token/aussagen.json`, async (c) => {
    const { conversation, mark, answers } = await joinedAt(c, pages);
    if (mark === null) throw new NotFoundError();
    const { left } = await leftFor(c, { conversation, mark, answers });
    const told = left.flatMap(({ id, texts, machine, language: written }) => {
      const found = inLanguage(texts, [written], c.var.words.language);
      if (found === null) return [];
      const note = machine.includes(found.language) ? ` ${c.var.words.say('commonground.statement.machine')}` : '';
      return [{ id, text: `${found.text}${note}`, lang: tagOf(found.language), dir: dirOf(found.language) }];
    });
    return c.json(told);
  });
}

/** What was declined once it was answered is there to be taken back. */
function canBeAsked({ id, state }: Statement, answers: Answers): boolean {
  return state === 'open' || answers[id] !== undefined;
}

/** The open statements, and those that somebody has not answered, in their own order. */
async function leftFor(
  c: Request,
  {
    conversation,
    mark,
    answers,
  }: { readonly conversation: Conversation; readonly mark: string; readonly answers: Answers },
) {
  const { all, weights } = await c.var.read.db.read(async (db) => ({
    all: await findStatementsInside(db, conversation.id),
    weights: await findPriorities(db, conversation.id),
  }));
  const statements = all.filter(({ state }) => state === 'open');
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const unanswered = [...byId.keys()].filter((id) => answers[id] === undefined);
  const left = orderFor(mark, unanswered, weights).flatMap((id) => byId.get(id) ?? []);
  return { all, statements, left };
}

async function takeAnswer(c: Request, pages: ConversationPages) {
  const at = await markAt(c, pages);
  const { conversation, path, mark } = at;
  if (phaseOn(conversation, today(c)) === 'ended') return c.html(await doorPage(c, pages, { ...at, late: 1 }), 403);
  const typed = await readForm(c);
  const answer = readAnswer(typed);
  const statement = typedIn(typed, 'statement');
  if (answer === undefined) throw new InputError(saying('platform.input.unreadable'));
  await answerStatement(context(c), conversation, { mark, statement, answer });
  // The last day may have moved since somebody joined.
  keepMark(c, pages, conversation, mark);
  const isFromList = typedIn(typed, 'back') === 'stimmen';
  if (answer === null) leaveNotice(c, saying('commonground.vote.taken'));
  else if (isFromList) leaveNotice(c, saying('commonground.vote.changed'));
  const next = isFromList ? 'stimmen' : `aussage?nach=${encodeURIComponent(statement)}`;
  return c.redirect(`${path}/${next}`, 303);
}

// words: commonground.answer.* commonground.reason.*
function VoteForm({
  words,
  path,
  statement,
  answer,
  back,
}: {
  readonly words: Words;
  readonly path: string;
  readonly statement: Statement;
  /** What was answered before. */
  readonly answer: Answer | undefined;
  /** Where one came from, if not from the statement before. */
  readonly back: string | undefined;
}) {
  const { state, reason } = statement;
  const hidden = { statement: statement.id, ...(back === 'stimmen' ? { back } : {}) };
  return (
    <Form action={`${path}/aussage`} label={words.say('commonground.vote.title')} hidden={hidden}>
      <blockquote class="card">
        <p class="lead" data-text>
          <SaidText words={words} statement={statement} />
        </p>
      </blockquote>
      {reason === null ? null : (
        <p class="soft">
          {words.say('commonground.log.declined', { reason: words.say(`commonground.reason.${reason}`) })}
        </p>
      )}
      {answer === undefined ? null : (
        <p class="soft">
          {words.say('commonground.vote.before', { answer: words.say(`commonground.answer.${nameOf(answer)}`) })}
        </p>
      )}
      <Buttons>
        {state === 'declined' ? null : (
          <>
            <Button icon="check" name="answer" value="agree">
              {words.say('commonground.answer.agree')}
            </Button>
            <Button icon="close" name="answer" value="disagree">
              {words.say('commonground.answer.disagree')}
            </Button>
            <Button tone="quiet" icon="next" name="answer" value="pass">
              {words.say('commonground.answer.pass')}
            </Button>
          </>
        )}
        {answer === undefined ? null : (
          <Button tone="end" name="answer" value="none">
            {words.say('commonground.answer.none')}
          </Button>
        )}
      </Buttons>
      <ReadersNote words={words} scope="own">
        {words.say('commonground.vote.readers')}
      </ReadersNote>
    </Form>
  );
}
