import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { saying, type Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Page,
  PageTitle,
  ReadersNote,
  TextArea,
  type Frame,
} from '../../../ui/index.ts';
import { answerQuestion } from '../answer-question.ts';
import { answerForm, LONGEST_ANSWER } from '../forms.ts';
import type { Seen } from '../load.ts';
import { COOPERATIONS_PATH, planPath, requestPath } from '../paths.ts';
import { isQuestion, questionAfter, questionBefore, QUESTIONS, type Question } from '../plan.ts';
import { findPlan } from '../store-plan.ts';
import { seenAt, titleOf, type CooperationPages } from './access.ts';

const PATH = `${COOPERATIONS_PATH}/:id/plan/:question`;

/** `/kooperationen/:id/plan/:question`: one question a page, saved step by step. */
export function addQuestionPages(web: Hono<Env>, pages: CooperationPages): void {
  web.get(PATH, async (c) => {
    const question = questionAt(c);
    const seen = await seenAt(c);
    const { answers, shownOn } = await c.var.read.db.read((db) => findPlan(db, seen.cooperation.id, seen.own));
    const text = answers[question] ?? '';
    return c.html(
      <QuestionPage
        frame={await pages.frame(c)}
        seen={seen}
        question={question}
        text={text}
        isShown={shownOn !== null}
        asks={asksAt(c)}
      />,
    );
  });
  web.post(PATH, async (c) => {
    const question = questionAt(c);
    const seen = await seenAt(c);
    const { cooperation, own } = seen;
    const fields = await readForm(c);
    const form = answerForm.safeParse(fields);
    const asks = asksAt(c);
    const isMissing = form.success && asks !== null && form.data.text === '';
    if (!form.success || isMissing) {
      const { shownOn } = await c.var.read.db.read((db) => findPlan(db, cooperation.id, own));
      const told = isMissing
        ? c.var.words.say('cooperations.question.missing')
        : c.var.words.say('cooperations.question.tooLong', { most: c.var.words.number(LONGEST_ANSWER) });
      return c.html(
        <QuestionPage
          frame={await pages.frame(c)}
          seen={seen}
          question={question}
          text={typeof fields['text'] === 'string' ? fields['text'] : ''}
          isShown={shownOn !== null}
          asks={asks}
          error={told}
        />,
        422,
      );
    }
    const { text, goOn } = form.data;
    await answerQuestion(context(c), { cooperation: cooperation.id, organisation: own, question, text });
    if (asks !== null) {
      leaveNotice(c, saying('cooperations.question.saved'));
      return c.redirect(requestPath(cooperation.id, asks), 303);
    }
    const next = goOn === 'next' ? questionAfter(question) : null;
    if (next === null) leaveNotice(c, saying('cooperations.question.saved'));
    return c.redirect(planPath(cooperation.id, next ?? undefined), 303);
  });
}

function questionAt(c: Request): Question {
  const question = c.req.param('question') ?? '';
  if (!isQuestion(question)) throw new NotFoundError();
  return question;
}

/** The organisation that was to be asked when this answer was missing: one goes back there, and nowhere else. */
function asksAt(c: Request): string | null {
  const organisation = c.req.query('an') ?? '';
  return questionAt(c) === 'offer' && isId(organisation) ? organisation : null;
}

// words: cooperations.question.* cooperations.question.hint.*
function QuestionPage({
  frame,
  seen: { cooperation },
  question,
  text,
  isShown,
  asks,
  error,
}: {
  readonly frame: Frame;
  readonly seen: Seen;
  readonly question: Question;
  readonly text: string;
  readonly isShown: boolean;
  readonly asks: string | null;
  readonly error?: string;
}) {
  const { words } = frame;
  const { id } = cooperation;
  const title = words.say(`cooperations.question.${question}`);
  const number = QUESTIONS.indexOf(question) + 1;
  const before = questionBefore(question);
  const after = questionAfter(question);
  const isFaulty = error !== undefined;
  return (
    <Page frame={frame} title={title} noindex readers={isShown ? 'partner' : 'own'} faulty={isFaulty}>
      <PageTitle
        back={
          <BackLink href={planPath(id, before ?? undefined)}>
            {words.say(before === null ? 'cooperations.plan.ours' : 'cooperations.question.before')}
          </BackLink>
        }
        above={words.say('cooperations.question.number', {
          number,
          count: QUESTIONS.length,
          title: titleOf(words, cooperation),
        })}
        title={title}
        below={words.say(`cooperations.question.hint.${question}`)}
      />
      <ErrorSummary words={words} errors={error === undefined ? [] : [{ field: 'text', text: error }]} />
      <Form action={`${planPath(id, question)}${asks === null ? '' : `?an=${asks}`}`} label={title}>
        <TextArea
          words={words}
          name="text"
          label={words.say('cooperations.question.label')}
          hint={words.say('cooperations.question.label.hint')}
          value={text}
          rows={8}
          error={error}
          optional={question !== 'offer'}
        />
        <ReadersNote words={words} scope={isShown ? 'partner' : 'own'}>
          {isShown ? undefined : words.say('cooperations.question.readers')}
        </ReadersNote>
        {asks === null ? (
          <Ways words={words} id={id} after={after} />
        ) : (
          <Button>{words.say('cooperations.question.toRequest')}</Button>
        )}
      </Form>
    </Page>
  );
}

function Ways({ words, id, after }: { readonly words: Words; readonly id: string; readonly after: Question | null }) {
  return (
    <Buttons>
      <Button name="goOn" value="next">
        {words.say(after === null ? 'cooperations.question.finish' : 'cooperations.question.next')}
      </Button>
      <Button name="goOn" value="overview" tone="quiet">
        {words.say('cooperations.question.later')}
      </Button>
      {after === null ? null : (
        <LinkButton href={planPath(id, after)} tone="quiet">
          {words.say('cooperations.question.skip')}
        </LinkButton>
      )}
    </Buttons>
  );
}
