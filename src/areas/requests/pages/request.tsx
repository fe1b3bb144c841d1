import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { NotFoundError } from '../../../platform/errors.ts';
import {
  context,
  idAt,
  keepNowhere,
  leaveNotice,
  type Env,
  type FormFields,
  type Request as Asked,
} from '../../../platform/http/index.ts';
import { speaksFor } from '../../../plain/actor.ts';
import { dayOf, type Day } from '../../../plain/time.ts';
import { saying } from '../../../plain/words.ts';
import { BackLink, Button, Form, Notice, Part, ReadersNote, type Frame } from '../../../ui/index.ts';
import { COOPERATIONS_PATH, findPartners } from '../../cooperations/index.ts';
import { agreeToAsk } from '../agree-to-ask.ts';
import { answerRequest, isYesBuiltOn } from '../answer-request.ts';
import type { Problem } from '../forms.ts';
import { isRunning, isYes, type Request, type RequestWords } from '../request.ts';
import { findConsents, findRequest, findWords } from '../store.ts';
import { withdrawRequest } from '../withdraw-request.ts';
import { REQUESTS_PATH } from '../work.ts';
import { contactAfter, namesAt, type RequestPages } from './access.ts';
import { AnswerPart } from './answer-forms.tsx';
import { RequestFrame, takeSent } from './answer-page.tsx';
import { AnswerSaid } from './answer-said.tsx';
import { Contact } from './contact.tsx';
import { Course } from './course.tsx';
import { RequestText } from './request-text.tsx';

const PATH = `${REQUESTS_PATH}/:id`;

/** `/anfragen/:id`: a request for the two sides of it, and for the partners of whoever asks. */
export function addRequestPages(web: Hono<Env>, pages: RequestPages): void {
  const page = async (c: Asked, typed: FormFields, problems: readonly Problem[]) => {
    const at = await requestAt(c, pages);
    return <RequestPage frame={await pages.frame(c)} {...at} typed={typed} problems={problems} />;
  };
  web.get(PATH, async (c) => c.html(await page(c, {}, [])));
  web.post(`${PATH}/antwort`, (c) =>
    takeSent(
      c,
      (typed, problems) => page(c, typed, problems),
      async (answer) => {
        const id = idAt(c);
        await answerRequest(context(c), pages, id, answer);
        return `${REQUESTS_PATH}/${id}`;
      },
    ),
  );
  web.post(`${PATH}/zustimmen`, async (c) => {
    const id = idAt(c);
    await agreeToAsk(context(c), pages, id);
    leaveNotice(c, saying('requests.agree.done'));
    return c.redirect(`${REQUESTS_PATH}/${id}`, 303);
  });
  web.post(`${PATH}/zuruecknehmen`, async (c) => {
    const id = idAt(c);
    await withdrawRequest(context(c), pages, id);
    leaveNotice(c, saying('requests.withdraw.done'));
    return c.redirect(`${REQUESTS_PATH}/${id}`, 303);
  });
}

interface At {
  readonly request: Request;
  readonly text: RequestWords | null;
  readonly today: Day;
  readonly name: (organisation: string) => string;
  /** `partner`: another partner of whoever asks. */
  readonly side: 'sender' | 'receiver' | 'partner';
  /** This partner has not yet said yes to asking. */
  readonly owesYes: boolean;
  readonly isBuiltOn: boolean;
  readonly contact: { readonly name: string; readonly facts: Child } | null;
}

async function requestAt(c: Asked, pages: RequestPages): Promise<At> {
  keepNowhere(c);
  const id = idAt(c);
  const { actor, read } = c.var;
  const found = await read.db.read(async (db) => {
    const request = await findRequest(db, id);
    if (request === null) throw new NotFoundError();
    const [text, consents, partners] = [
      await findWords(db, id),
      await findConsents(db, id),
      await findPartners(db, request.cooperation),
    ];
    const own = partners.map(({ organisation }) => organisation).find((each) => speaksFor(actor, each));
    const isBuiltOn = await isYesBuiltOn(db, pages, request);
    return {
      request,
      text,
      isBuiltOn,
      owesYes: own !== undefined && own !== request.sender && !consents.includes(own),
    };
  });
  const { request } = found;
  const side = speaksFor(actor, request.sender)
    ? 'sender'
    : speaksFor(actor, request.receiver)
      ? 'receiver'
      : 'partner';
  const other = side === 'receiver' ? request.sender : request.receiver;
  const contact = await contactAfter(c, pages, request, other);
  const name = await namesAt(c, pages, [request.sender, request.receiver]);
  return { ...found, today: dayOf(read.clock.now()), name, side, contact };
}

function RequestPage({
  frame,
  request,
  text,
  today,
  name,
  side,
  owesYes,
  isBuiltOn,
  contact,
  typed,
  problems,
}: At & { readonly frame: Frame; readonly typed: FormFields; readonly problems: readonly Problem[] }) {
  const { words } = frame;
  const [by, to] = [name(request.sender), name(request.receiver)];
  const title = words.say(side === 'receiver' ? 'requests.answer.title' : 'requests.show.title', {
    name: side === 'receiver' ? by : to,
  });
  const path = `${REQUESTS_PATH}/${request.id}`;
  const isPartner = side !== 'receiver' || isYes(request.answer);
  return (
    <RequestFrame
      {...{ frame, title, text, problems }}
      readers={isPartner ? 'partner' : 'own'}
      above={side === 'receiver' ? to : by}
      back={
        isPartner ? (
          <BackLink href={`${COOPERATIONS_PATH}/${request.cooperation}`}>
            {words.say('requests.toCooperation')}
          </BackLink>
        ) : undefined
      }
    >
      {side === 'receiver' && request.state === 'withdrawn' ? (
        <Notice title={words.say('requests.answer.withdrawn')}>
          <p>{words.say('requests.answer.withdrawn.text')}</p>
        </Notice>
      ) : null}
      {side === 'receiver' && request.state === 'replaced' ? (
        <Notice>
          <p>{words.say('requests.answer.replaced', { name: by })}</p>
        </Notice>
      ) : null}
      {request.answer === null ? null : (
        <AnswerSaid
          words={words}
          answer={request.answer}
          by={side === 'receiver' ? by : to}
          side={side === 'receiver' ? 'receiver' : 'sender'}
        />
      )}
      {contact === null ? null : <Contact words={words} contact={contact} />}
      {side === 'receiver' ? null : <Course {...{ frame, request, to, today }} />}
      {request.state === 'waiting' && owesYes ? (
        <TapForm frame={frame} action={`${path}/zustimmen`} keys="requests.agree" name={to} />
      ) : null}
      <RequestText words={words} request={text} by={side === 'receiver' ? by : null} />
      {side === 'receiver' ? (
        <AnswerPart {...{ words, request, by, today, isBuiltOn, typed, problems }} action={`${path}/antwort`} />
      ) : null}
      {side === 'sender' && isRunning(request) ? (
        <TapForm frame={frame} action={`${path}/zuruecknehmen`} keys="requests.withdraw" name={to} />
      ) : null}
    </RequestFrame>
  );
}

// words: requests.agree.*
// words: requests.withdraw.*
/** One tap with what it does and who reads it. */
function TapForm({
  frame: { words },
  action,
  keys,
  name,
}: {
  readonly frame: Frame;
  readonly action: string;
  readonly keys: 'requests.agree' | 'requests.withdraw';
  readonly name: string;
}) {
  const title = words.say(`${keys}.title`);
  const isWithdrawal = keys === 'requests.withdraw';
  return (
    <Part title={title}>
      <p>{words.say(`${keys}.text`, { name })}</p>
      <Form action={action} label={title}>
        <ReadersNote words={words} scope="partner">
          {words.say(`${keys}.readers`, { name })}
        </ReadersNote>
        <Button tone={isWithdrawal ? 'end' : 'main'} icon={isWithdrawal ? 'undo' : 'check'}>
          {words.say(`${keys}.go`)}
        </Button>
      </Form>
    </Part>
  );
}
