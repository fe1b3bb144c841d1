import type { Hono } from 'hono';
import { InputError } from '../../../platform/errors.ts';
import { context, leaveNotice, readForm, type Env } from '../../../platform/http/index.ts';
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
  Part,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import { showForm } from '../forms.ts';
import type { Seen } from '../load.ts';
import { offerIn } from '../offer.ts';
import { COOPERATIONS_PATH, planPath, searchPath } from '../paths.ts';
import { isAnswered, openQuestion, QUESTIONS, type Answers, type Plan, type Question } from '../plan.ts';
import { showPlan } from '../show-plan.ts';
import { findPlans } from '../store-plan.ts';
import { seenAt, titleOf, type CooperationPages } from './access.ts';
import { AsTyped } from './as-typed.tsx';
import { OfferShown } from './offer-fields.tsx';

/** `/kooperationen/:id/plan`: the plan of one side as a text to read, and those that the others show. */
export function addPlanPages(web: Hono<Env>, pages: CooperationPages): void {
  web.get(`${COOPERATIONS_PATH}/:id/plan`, async (c) => {
    const seen = await seenAt(c);
    const { plans, names } = await c.var.read.db.read(async (db) => {
      const found = await findPlans(db, seen.cooperation.id);
      const others = found.map(({ organisation }) => organisation);
      return { plans: found, names: await pages.namesOf(db, others, c.var.words) };
    });
    return c.html(<PlanPage frame={await pages.frame(c)} seen={seen} plans={plans} names={names} />);
  });
  web.post(`${COOPERATIONS_PATH}/:id/plan/zeigen`, async (c) => {
    const { cooperation, own } = await seenAt(c);
    const read = showForm.safeParse(await readForm(c));
    if (!read.success) throw new InputError(saying('platform.input.unreadable'));
    const isShown = read.data.shown === 'yes';
    await showPlan(context(c), { cooperation: cooperation.id, organisation: own, isShown });
    leaveNotice(c, saying(isShown ? 'cooperations.plan.show.done' : 'cooperations.plan.hide.done'));
    return c.redirect(planPath(cooperation.id), 303);
  });
}

interface Planned {
  readonly frame: Frame;
  readonly seen: Seen;
  readonly plans: readonly Plan[];
  readonly names: ReadonlyMap<string, string>;
}

function PlanPage({ frame, seen: { cooperation, own }, plans, names }: Planned) {
  const { words } = frame;
  const title = words.say('cooperations.plan.ours');
  const mine: Plan = plans.find(({ organisation }) => organisation === own) ?? {
    organisation: own,
    answers: {},
    shownOn: null,
  };
  const others = plans.filter(({ organisation }) => organisation !== own);
  const next = openQuestion(mine.answers);
  const { id } = cooperation;
  // What is left out on purpose holds nobody up: only without an offer nobody is asked.
  const mayAsk = isAnswered(mine.answers, 'offer');
  return (
    <Page frame={frame} title={title} noindex readers={mine.shownOn === null ? 'own' : 'partner'}>
      <PageTitle
        back={<BackLink href={`${COOPERATIONS_PATH}/${id}`}>{words.say('cooperations.show.back')}</BackLink>}
        above={<bdi>{titleOf(words, cooperation)}</bdi>}
        title={title}
        below={words.say('cooperations.plan.text')}
      />
      {mayAsk ? null : (
        <Notice tone="look">
          <p>{words.say('cooperations.plan.offerFirst')}</p>
        </Notice>
      )}
      {QUESTIONS.map((question) => (
        <Answer words={words} question={question} answers={mine.answers} change={planPath(id, question)} />
      ))}
      <Buttons>
        {mayAsk ? (
          <LinkButton href={searchPath(id)} icon="search">
            {words.say('cooperations.plan.askNow')}
          </LinkButton>
        ) : null}
        {next === null ? null : (
          <LinkButton href={planPath(id, next)} icon="next" tone={mayAsk ? 'quiet' : 'main'}>
            {words.say('cooperations.plan.goOn', { number: QUESTIONS.indexOf(next) + 1 })}
          </LinkButton>
        )}
      </Buttons>
      {Object.keys(mine.answers).length === 0 ? null : (
        <ShowForm words={words} id={id} isShown={mine.shownOn !== null} />
      )}
      {others.length === 0 ? null : (
        <div id="others">
          {others.map(({ organisation, answers }) => (
            <Part
              title={words.say('cooperations.plan.of', {
                name: names.get(organisation) ?? words.say('cooperations.unnamed'),
              })}
            >
              {QUESTIONS.filter((question) => isAnswered(answers, question)).map((question) => (
                <Answer words={words} question={question} answers={answers} />
              ))}
            </Part>
          ))}
        </div>
      )}
    </Page>
  );
}

// words: cooperations.question.*
function Answer({
  words,
  question,
  answers,
  change,
}: {
  readonly words: Words;
  readonly question: Question;
  readonly answers: Answers;
  /** Where it can be changed. */
  readonly change?: string;
}) {
  const asked = words.say(`cooperations.question.${question}`);
  const offered = question === 'offer' ? offerIn(answers) : null;
  const isSaid = isAnswered(answers, question);
  return (
    <section class="part">
      {change === undefined ? <h3>{asked}</h3> : <h2>{asked}</h2>}
      {isSaid ? null : <p class="soft">{words.say('cooperations.plan.noAnswer')}</p>}
      {offered === null ? null : (
        <OfferShown words={words} offered={offered} written={(text) => <AsTyped text={text} />} />
      )}
      {isSaid && offered === null ? <AsTyped text={answers[question] ?? ''} /> : null}
      {change === undefined ? null : (
        <p>
          <a href={change}>
            {words.say(isSaid ? 'cooperations.plan.change' : 'cooperations.plan.answer')}
            <span class="away">: {asked}</span>
          </a>
        </p>
      )}
    </section>
  );
}

function ShowForm({ words, id, isShown }: { readonly words: Words; readonly id: string; readonly isShown: boolean }) {
  const title = words.say('cooperations.plan.show');
  return (
    <Part title={title}>
      <Form action={planPath(id, 'zeigen')} label={title} hidden={{ shown: isShown ? 'no' : 'yes' }}>
        <ReadersNote words={words} scope={isShown ? 'partner' : 'own'}>
          {words.say(isShown ? 'cooperations.plan.shown' : 'cooperations.plan.show.text')}
        </ReadersNote>
        <Button tone="quiet" icon={isShown ? 'lock' : 'eye'}>
          {words.say(isShown ? 'cooperations.plan.hide.go' : 'cooperations.plan.show.go')}
        </Button>
      </Form>
    </Part>
  );
}
