import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import {
  context,
  leaveNotice,
  readForm,
  typedIn,
  type Env,
  type FormFields,
  type Request as Asked,
} from '../../../platform/http/index.ts';
import { isId } from '../../../plain/ids.ts';
import { dayOf } from '../../../plain/time.ts';
import { saying, type Saying } from '../../../plain/words.ts';
import { BackLink, ErrorSummary, LinkButton, Notice, Page, PageTitle, Part, type Frame } from '../../../ui/index.ts';
import {
  COOPERATIONS_PATH,
  findPlan,
  findPlanOffer,
  FromPlan,
  typedOffer,
  type Answers,
  type Offered,
} from '../../cooperations/index.ts';
import { readRequest, type Problem } from '../forms.ts';
import { makeRequest, NO_OFFER, reasonAgainst } from '../make-request.ts';
import { REQUESTS_PATH } from '../work.ts';
import { cooperationAt, type Portrait, type RequestPages } from './access.ts';
import { RequestForm } from './request-form.tsx';
import { tellDays } from './tell-days.ts';
import { tellProblems } from './tell-problems.ts';

const PATH = `${COOPERATIONS_PATH}/:id/anfragen/neu`;

/** `/kooperationen/:id/anfragen/neu?an=ORGANISATION`: first what the other offers, then the own words. */
export function addNewRequestPages(web: Hono<Env>, pages: RequestPages): void {
  web.get(PATH, async (c) => {
    const at = await receiverAt(c, pages, c.req.query('an') ?? '');
    const typed = { title: at.title, ...typedOffer(at.offer, c.var.words.language) };
    return c.html(<NewRequestPage frame={await pages.frame(c)} {...at} typed={typed} problems={[]} />);
  });
  web.post(PATH, async (c) => {
    const typed = await readForm(c);
    const at = await receiverAt(c, pages, typedIn(typed, 'to'));
    const again = async (problems: readonly Problem[]) =>
      c.html(<NewRequestPage frame={await pages.frame(c)} {...at} typed={typed} problems={problems} />, 422);
    const { language } = c.var.words;
    const today = dayOf(c.var.read.clock.now());
    const read = readRequest(typed, { language: language === 'de-simple' ? 'de' : language, today });
    if (!read.ok) return again(read.issue);
    const made = await makeRequest(context(c), pages, { cooperation: at.id, receiver: at.to, words: read.value });
    if (!made.ok) return again([{ input: 'known', told: made.issue }]);
    leaveNotice(c, saying('requests.new.done'));
    return c.redirect(`${REQUESTS_PATH}/${made.value}`, 303);
  });
}

interface At {
  readonly id: string;
  readonly title: string;
  readonly to: string;
  readonly portrait: Portrait;
  /** Why nothing is asked now. */
  readonly reason: Saying | null;
  readonly plan: Answers;
  /** What it says that can be given. */
  readonly offer: Offered | null;
  /** Who says yes before it goes out. */
  readonly others: number;
}

/** For whom it is. An organisation that this reader does not see cannot be asked. */
async function receiverAt(c: Asked, pages: RequestPages, to: string): Promise<At> {
  const { id, own, title, partners } = await cooperationAt(c);
  const portrait = isId(to) && to !== own ? await pages.portraitOf(c, to) : null;
  if (portrait === null) throw new NotFoundError();
  const today = dayOf(c.var.read.clock.now());
  const { reason, plan, offer } = await c.var.read.db.read(async (db) => ({
    reason: await reasonAgainst(db, { cooperation: id, sender: own, receiver: to, today }),
    plan: (await findPlan(db, id, own)).answers,
    offer: await findPlanOffer(db, id, own),
  }));
  return { id, title, to, portrait, reason, plan, offer, others: partners.length - 1 };
}

function NewRequestPage({
  frame,
  id,
  to,
  portrait,
  reason,
  plan,
  offer,
  others,
  typed,
  problems,
}: At & { readonly frame: Frame; readonly typed: FormFields; readonly problems: readonly Problem[] }) {
  const { words } = frame;
  const title = words.say('requests.new.title', { name: portrait.name });
  const isFaulty = problems.length > 0;
  return (
    <Page frame={frame} title={title} noindex readers="partner" faulty={isFaulty}>
      <PageTitle
        back={<BackLink href={`${COOPERATIONS_PATH}/${id}`}>{words.say('requests.toCooperation')}</BackLink>}
        title={title}
        below={words.say('requests.new.text')}
      />
      <ErrorSummary words={words} errors={tellProblems(words, problems)} />
      {portrait.words === null ? (
        <p>{words.say('requests.new.about.none', { name: portrait.name })}</p>
      ) : (
        <Part title={words.say('requests.new.about', { name: portrait.name })}>{portrait.words}</Part>
      )}
      {portrait.manners === null ? null : (
        <Part title={words.say('requests.new.manners')}>
          {portrait.manners}
          <p>{words.say('requests.new.callFirst')}</p>
        </Part>
      )}
      {reason !== null ? (
        <NotNow frame={frame} cooperation={id} to={to} reason={reason} />
      ) : (
        <>
          <FromPlan words={words} answers={plan} questions={['strengths', 'partner']} />
          <RequestForm
            words={words}
            action={`${COOPERATIONS_PATH}/${id}/anfragen/neu`}
            to={to}
            others={others}
            isFromPlan={offer !== null}
            typed={typed}
            problems={problems}
          />
        </>
      )}
    </Page>
  );
}

function NotNow({
  frame,
  cooperation,
  to,
  reason,
}: {
  readonly frame: Frame;
  readonly cooperation: string;
  readonly to: string;
  readonly reason: Saying;
}) {
  const { words } = frame;
  return (
    <Notice tone="look" title={tellDays(words, reason)}>
      {reason.key === NO_OFFER ? (
        <p>
          <LinkButton href={`${COOPERATIONS_PATH}/${cooperation}/plan/offer?an=${to}`}>
            {words.say('requests.new.toOffer')}
          </LinkButton>
        </p>
      ) : (
        <p>
          <LinkButton tone="quiet" href={`${COOPERATIONS_PATH}/${cooperation}/suchen`}>
            {words.say('requests.new.toSearch')}
          </LinkButton>
        </p>
      )}
    </Notice>
  );
}
