import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import {
  context,
  leaveNotice,
  readForm,
  typedIn,
  type Env,
  type FormFields,
  type Request,
} from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { not, ok, type Result } from '../../../plain/result.ts';
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
import { answerForm, goOnForm, LONGEST_ANSWER } from '../forms.ts';
import { FIRST_OFFER_INPUT, readOffered, typedOffer, type OfferProblem } from '../forms-offer.ts';
import type { Seen } from '../load.ts';
import { isNothing, offerIn, type Offered } from '../offer.ts';
import { COOPERATIONS_PATH, planPath, requestPath } from '../paths.ts';
import { isQuestion, questionAfter, questionBefore, QUESTIONS, type Question } from '../plan.ts';
import { findPlan } from '../store-plan.ts';
import { seenAt, titleOf, type CooperationPages } from './access.ts';
import { OfferFields } from './offer-fields.tsx';

const PATH = `${COOPERATIONS_PATH}/:id/plan/:question`;

/** `/kooperationen/:id/plan/:question`: one question a page, saved step by step. */
export function addQuestionPages(web: Hono<Env>, pages: CooperationPages): void {
  const page = async (c: Request, seen: Seen, typed: FormFields, problems: readonly OfferProblem[]) => {
    const { shownOn } = await c.var.read.db.read((db) => findPlan(db, seen.cooperation.id, seen.own));
    const frame = await pages.frame(c);
    const [question, asks] = [questionAt(c), asksAt(c)];
    return <QuestionPage {...{ frame, seen, question, asks, typed, problems }} isShown={shownOn !== null} />;
  };
  web.get(PATH, async (c) => {
    const question = questionAt(c);
    const seen = await seenAt(c);
    const { answers } = await c.var.read.db.read((db) => findPlan(db, seen.cooperation.id, seen.own));
    const { language } = c.var.words;
    const typed =
      question === 'offer' ? typedOffer(offerIn(answers), language) : { [ANSWER_INPUT]: answers[question] ?? '' };
    return c.html(await page(c, seen, typed, []));
  });
  web.post(PATH, async (c) => {
    const seen = await seenAt(c);
    const [question, asks] = [questionAt(c), asksAt(c)];
    const typed = await readForm(c);
    const answered = question === 'offer' ? offerAt(c, typed, asks !== null) : answerAt(c, question, typed);
    if (!answered.ok) return c.html(await page(c, seen, typed, answered.issue), 422);
    const cooperation = seen.cooperation.id;
    await answerQuestion(context(c), { cooperation, organisation: seen.own, ...answered.value });
    const goOn = goOnForm.safeParse(typed).data?.goOn;
    const next = asks === null && goOn === 'next' ? questionAfter(question) : null;
    if (next === null) leaveNotice(c, saying('cooperations.question.saved'));
    return c.redirect(asks === null ? planPath(cooperation, next ?? undefined) : requestPath(cooperation, asks), 303);
  });
}

const ANSWER_INPUT = 'text';

function answerAt(
  c: Request,
  question: Question,
  typed: FormFields,
): Result<{ readonly question: Question; readonly text: string }, readonly OfferProblem[]> {
  const form = answerForm.safeParse({ text: typedIn(typed, ANSWER_INPUT) });
  if (form.success) return ok({ question, text: form.data.text });
  const most = c.var.words.number(LONGEST_ANSWER);
  return not([{ input: ANSWER_INPUT, told: saying('cooperations.question.tooLong', { most }) }]);
}

function offerAt(
  c: Request,
  typed: FormFields,
  isDemanded: boolean,
): Result<{ readonly offered: Offered }, readonly OfferProblem[]> {
  const read = readOffered(typed, c.var.words.language);
  if (!read.ok) return read;
  const offered = read.value;
  return isDemanded && isNothing(offered)
    ? not([{ input: FIRST_OFFER_INPUT, told: saying('cooperations.question.missing') }])
    : ok({ offered });
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
  typed,
  isShown,
  asks,
  problems,
}: {
  readonly frame: Frame;
  readonly seen: Seen;
  readonly question: Question;
  readonly typed: FormFields;
  readonly isShown: boolean;
  readonly asks: string | null;
  readonly problems: readonly OfferProblem[];
}) {
  const { words } = frame;
  const { id } = cooperation;
  const title = words.say(`cooperations.question.${question}`);
  const number = QUESTIONS.indexOf(question) + 1;
  const before = questionBefore(question);
  const after = questionAfter(question);
  const isFaulty = problems.length > 0;
  const errors = problems.map(({ input, told }) => ({ field: input, text: words.tell(told) }));
  const errorAt = (input: string) => errors.find(({ field }) => field === input)?.text;
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
      <ErrorSummary words={words} errors={errors} />
      <Form action={`${planPath(id, question)}${asks === null ? '' : `?an=${asks}`}`} label={title}>
        {question === 'offer' ? (
          <OfferFields words={words} typed={typed} errorAt={errorAt} />
        ) : (
          <TextArea
            words={words}
            name={ANSWER_INPUT}
            label={words.say('cooperations.question.label')}
            hint={words.say('cooperations.question.label.hint')}
            value={typedIn(typed, ANSWER_INPUT)}
            rows={8}
            error={errorAt(ANSWER_INPUT)}
            optional
          />
        )}
        <ReadersNote words={words} scope={isShown ? 'partner' : 'own'}>
          {isShown
            ? undefined
            : words.say(question === 'offer' ? 'cooperations.question.readers.offer' : 'cooperations.question.readers')}
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
