import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import {
  context,
  keepNowhere,
  type Env,
  type FormFields,
  type Request as Asked,
} from '../../../platform/http/index.ts';
import { dayOf, type Day } from '../../../plain/time.ts';
import { Button, Form, Part, ReadersNote, type Frame } from '../../../ui/index.ts';
import { answerByLink, openRequest } from '../answer-request.ts';
import type { Problem } from '../forms.ts';
import { isYes, type Request, type RequestWords } from '../request.ts';
import { findWords } from '../store.ts';
import { byProgram } from '../store-known.ts';
import { makeVoiceLink } from '../take-up.ts';
import { ANSWER_PATH } from '../work.ts';
import { contactAfter, namesAt, type RequestPages } from './access.ts';
import { AnswerPart } from './answer-forms.tsx';
import { RequestFrame, takeSent } from './answer-page.tsx';
import { AnswerSaid } from './answer-said.tsx';
import { Contact } from './contact.tsx';
import { LinkOver } from './link-over.tsx';
import { RequestText } from './request-text.tsx';

const PATH = `${ANSWER_PATH}/:token`;

/** `/antwort/:token`: who was asked reads and answers, on a phone, without an account. Looking answers nothing. */
export function addAnswerPages(web: Hono<Env>, pages: RequestPages): void {
  const page = async (c: Asked, typed: FormFields, problems: readonly Problem[]) => {
    keepNowhere(c);
    const token = c.req.param('token') ?? '';
    const { request, opens } = await openRequest(c.var.read, pages, token);
    const frame = await pages.frame(c);
    if (opens !== 'request')
      return (
        <LinkOver frame={frame}>
          {opens === 'writing along' ? <WriteAlong frame={frame} token={token} /> : null}
        </LinkOver>
      );
    return (
      <AnswerPage frame={frame} {...await readAt(c, pages, { request, token })} typed={typed} problems={problems} />
    );
  };
  web.get(PATH, async (c) => c.html(await page(c, {}, [])));
  web.post(PATH, (c) =>
    takeSent(
      c,
      (typed, problems) => page(c, typed, problems),
      async (answer) => {
        const token = c.req.param('token');
        await answerByLink(context(c), pages, token, answer);
        return `${ANSWER_PATH}/${token}`;
      },
    ),
  );
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
}

async function readAt(c: Asked, pages: RequestPages, { request, token }: Pick<At, 'request' | 'token'>): Promise<At> {
  const text = await c.var.read.db.read((db) => byProgram(db, () => findWords(db, request.id)));
  const name = await namesAt(c, pages, [request.sender, request.receiver]);
  const contact = await contactAfter(c, pages, request, request.sender);
  const today = dayOf(c.var.read.clock.now());
  return { request, text, token, today, by: name(request.sender), to: name(request.receiver), contact };
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
  typed,
  problems,
}: At & { readonly frame: Frame; readonly typed: FormFields; readonly problems: readonly Problem[] }) {
  const { words } = frame;
  const title = words.say('requests.answer.title', { name: by });
  return (
    <RequestFrame {...{ frame, title, text, problems }} readers="own" above={to}>
      {request.answer === null ? null : (
        <>
          <AnswerSaid words={words} answer={request.answer} by={by} side="receiver" />
          {contact === null ? null : <Contact words={words} contact={contact} />}
          {isYes(request.answer) ? <WriteAlong frame={frame} token={token} /> : null}
        </>
      )}
      <RequestText words={words} request={text} by={by} />
      <AnswerPart
        {...{ words, request, by, today, typed, problems }}
        isBuiltOn={false}
        action={`${ANSWER_PATH}/${token}`}
      />
    </RequestFrame>
  );
}

function WriteAlong({ frame: { words }, token }: { readonly frame: Frame; readonly token: string }) {
  const label = words.say('requests.along.title');
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
