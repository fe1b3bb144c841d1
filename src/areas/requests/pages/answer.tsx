import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import {
  context,
  keepNowhere,
  readForm,
  type Env,
  type FormFields,
  type Request as Asked,
} from '../../../platform/http/index.ts';
import { dayOf, type Day } from '../../../plain/time.ts';
import {
  Button,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import { COOPERATIONS_PATH } from '../../cooperations/index.ts';
import { answerByLink, isYesBuiltOn, openRequest } from '../answer-request.ts';
import { readAnswer, type Problem } from '../forms.ts';
import { isYes, type Request, type RequestWords } from '../request.ts';
import { findWords } from '../store.ts';
import { byProgram } from '../store-known.ts';
import { makeVoiceLink } from '../take-up.ts';
import { ANSWER_PATH } from '../work.ts';
import { contactAfter, namesAt, type RequestPages } from './access.ts';
import { AnswerPart } from './answer-forms.tsx';
import { AnswerSaid } from './answer-said.tsx';
import { Contact } from './contact.tsx';
import { RequestText } from './request-text.tsx';
import { tellDays } from './tell-days.ts';

const PATH = `${ANSWER_PATH}/:token`;

/** `/antwort/:token`: who was asked reads and answers, on a phone, without an account. Looking answers nothing. */
export function addAnswerPages(web: Hono<Env>, pages: RequestPages): void {
  const page = async (c: Asked, typed: FormFields, problems: readonly Problem[]) => {
    const at = await linkAt(c, pages);
    return <AnswerPage frame={await pages.frame(c)} {...at} typed={typed} problems={problems} />;
  };
  web.get(PATH, async (c) => c.html(await page(c, {}, [])));
  web.post(PATH, async (c) => {
    keepNowhere(c);
    const token = c.req.param('token');
    const typed = await readForm(c);
    const read = readAnswer(typed, dayOf(c.var.read.clock.now()));
    if (!read.ok) return c.html(await page(c, typed, read.issue), 422);
    await answerByLink(context(c), pages, token, read.value);
    return c.redirect(`${ANSWER_PATH}/${token}`, 303);
  });
  web.post(`${PATH}/stimme`, async (c) => {
    keepNowhere(c);
    const { organisation, token, cooperation } = await makeVoiceLink(context(c), pages, c.req.param('token'));
    // Whoever takes up the voice came to write along: it goes on there.
    return c.redirect(`/organisationen/${organisation}/stimme/${token}?zusammen=${cooperation}`, 303);
  });
}

interface At {
  readonly request: Request;
  readonly text: RequestWords | null;
  readonly token: string;
  readonly today: Day;
  readonly by: string;
  readonly to: string;
  readonly contact: { readonly name: string; readonly facts: Child } | null;
  /** Somebody speaks for the receiver with an account already. */
  readonly isHeld: boolean;
  readonly isBuiltOn: boolean;
}

async function linkAt(c: Asked, pages: RequestPages): Promise<At> {
  keepNowhere(c);
  const token = c.req.param('token') ?? '';
  const request = await openRequest(c.var.read, pages, token);
  const today = dayOf(c.var.read.clock.now());
  const { text, isHeld, isBuiltOn } = await c.var.read.db.read(async (db) => ({
    text: request.state === 'withdrawn' ? null : await byProgram(db, () => findWords(db, request.id)),
    isHeld: await pages.isHeld(db, request.receiver, today),
    isBuiltOn: await isYesBuiltOn(db, pages, request),
  }));
  const name = await namesAt(c, pages, [request.sender, request.receiver]);
  const contact = await contactAfter(c, pages, request, request.sender);
  return {
    request,
    text,
    token,
    today,
    by: name(request.sender),
    to: name(request.receiver),
    contact,
    isHeld,
    isBuiltOn,
  };
}

function AnswerPage({
  frame,
  request,
  text,
  token,
  today,
  by,
  to,
  contact,
  isHeld,
  isBuiltOn,
  typed,
  problems,
}: At & { readonly frame: Frame; readonly typed: FormFields; readonly problems: readonly Problem[] }) {
  const { words } = frame;
  const title = words.say('requests.answer.title', { name: by });
  const isFaulty = problems.length > 0;
  return (
    <Page frame={frame} title={title} noindex readers="own" faulty={isFaulty}>
      <PageTitle
        above={<bdi>{to}</bdi>}
        title={title}
        below={text === null ? undefined : <bdi lang={text.language}>{text.title}</bdi>}
      />
      <ErrorSummary
        words={words}
        errors={problems.map(({ input, told }) => ({ field: input, text: tellDays(words, told) }))}
      />
      {request.state === 'withdrawn' ? (
        <Notice title={words.say('requests.answer.withdrawn')}>
          <p>{words.say('requests.answer.withdrawn.text')}</p>
        </Notice>
      ) : null}
      {request.state === 'replaced' ? (
        <Notice>
          <p>{words.say('requests.answer.replaced', { name: by })}</p>
        </Notice>
      ) : null}
      {request.answer === null ? null : (
        <>
          <AnswerSaid words={words} answer={request.answer} by={by} side="receiver" />
          {contact === null ? null : <Contact words={words} contact={contact} />}
          {isYes(request.answer) && request.state === 'answered' ? (
            <WriteAlong frame={frame} token={token} cooperation={request.cooperation} isHeld={isHeld} />
          ) : null}
        </>
      )}
      {request.state === 'withdrawn' ? null : <RequestText words={words} request={text} by={by} />}
      <AnswerPart {...{ words, request, by, today, isBuiltOn, typed, problems }} action={`${ANSWER_PATH}/${token}`} />
    </Page>
  );
}

function WriteAlong({
  frame: { words },
  token,
  cooperation,
  isHeld,
}: {
  readonly frame: Frame;
  readonly token: string;
  readonly cooperation: string;
  readonly isHeld: boolean;
}) {
  const label = words.say('requests.along.title');
  if (isHeld)
    return (
      <Part title={label}>
        <p>{words.say('requests.along.held')}</p>
        <p>
          <LinkButton tone="quiet" href={`${COOPERATIONS_PATH}/${cooperation}`}>
            {words.say('requests.along.there')}
          </LinkButton>
        </p>
      </Part>
    );
  return (
    <Part title={label}>
      <p>{words.say('requests.along.text')}</p>
      <Form action={`${ANSWER_PATH}/${token}/stimme`} label={label}>
        <ReadersNote words={words} scope="own">
          {words.say('requests.along.readers')}
        </ReadersNote>
        <Button tone="quiet" icon="next">
          {words.say('requests.along.go')}
        </Button>
      </Form>
    </Part>
  );
}
