import type { Hono } from 'hono';
import { InputError } from '../../../platform/errors.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { saying, type Words } from '../../../plain/words.ts';
import {
  Button,
  Buttons,
  Card,
  Fold,
  Form,
  Notice,
  Pair,
  Part,
  ReadersNote,
  type FormError,
  type Frame,
} from '../../../ui/index.ts';
import { agreementPath, paragraphsOf } from '../../agreements/index.ts';
import { inTheNameOf } from '../../cooperations/index.ts';
import { beginReview } from '../begin-review.ts';
import { readReview, reviewStep } from '../forms.ts';
import { reviewPath } from '../paths.ts';
import { dueReview, EMPTY_REVIEW, REVIEW_QUESTIONS, type Review, type ReviewWords } from '../review.ts';
import { findReviews } from '../store.ts';
import { writeReview } from '../write-review.ts';
import { Answers, BelowCooperation, QuestionField, tooLong } from './parts.tsx';
import { nameIn, viewAt, type ReviewPages, type View } from './view.ts';

type Seen = View & { readonly reviews: readonly Review[] };

/** `/kooperationen/:id/rueckblick`: each side for itself, opened together. */
export function addReviewPages(web: Hono<Env>, pages: ReviewPages): void {
  const path = reviewPath(':id');
  const seen = (c: Request) =>
    viewAt(c, pages, async (db, cooperation) => ({ reviews: await findReviews(db, cooperation) }));
  web.get(path, async (c) => c.html(<ReviewPage frame={await pages.frame(c)} view={await seen(c)} />));
  web.post(path, async (c) => {
    const view = await seen(c);
    const fields = await readForm(c);
    const step = reviewStep.safeParse(fields);
    if (!step.success) throw new InputError(saying('platform.input.unreadable'));
    const side = { cooperation: view.cooperation, organisation: view.own };
    if (step.data.what === 'begin') {
      await beginReview(context(c), side);
      return c.redirect(reviewPath(view.cooperation), 303);
    }
    const again = async (words: ReviewWords, errors: readonly FormError[]) =>
      c.html(<ReviewPage frame={await pages.frame(c)} view={view} typed={words} errors={errors} />, 422);
    const { words, tooLong: long } = readReview(fields);
    if (long.length > 0) return again(words, tooLong(c.var.words, long));
    const handOver = step.data.what === 'hand';
    const written = await writeReview(context(c), { ...side, words, handOver }, pages.voices);
    if (!written.ok) return again(words, [{ text: c.var.words.say(`reviews.review.${written.issue}`) }]);
    const done = !handOver ? 'saved' : written.value.areOpen ? 'opened' : 'handed';
    leaveNotice(c, saying(`reviews.review.done.${done}`));
    return c.redirect(reviewPath(view.cooperation), 303);
  });
}

// words: reviews.review.done.*, reviews.review.handedOver, reviews.review.over, reviews.review.silent
function ReviewPage({
  frame,
  view,
  typed,
  errors = [],
}: {
  readonly frame: Frame;
  readonly view: Seen;
  readonly typed?: ReviewWords;
  readonly errors?: readonly FormError[];
}) {
  const { words } = frame;
  const going = view.reviews.find(({ openedOn }) => openedOn === null);
  const opened = view.reviews.filter(({ openedOn }) => openedOn !== null);
  return (
    <BelowCooperation
      frame={frame}
      view={view}
      title={words.say('reviews.review.title')}
      below={words.say('reviews.review.text')}
      errors={errors}
      readers={going !== undefined && opened.length === 0 ? 'own' : 'partner'}
    >
      {going === undefined ? null : <Own words={words} view={view} review={going} typed={typed} errors={errors} />}
      {opened.map((review, at) => (
        <Opened words={words} view={view} review={review} isNewest={at === 0} />
      ))}
      {going === undefined ? <Begin words={words} view={view} typed={typed} /> : null}
    </BelowCooperation>
  );
}

function Begin({
  words,
  view,
  typed,
}: {
  readonly words: Words;
  readonly view: Seen;
  readonly typed: ReviewWords | undefined;
}) {
  if (view.closure !== null || view.partners.length < 2) {
    return view.reviews.length > 0 ? null : <p>{words.say('reviews.review.none')}</p>;
  }
  const agreed =
    view.inForce === null ? [] : paragraphsOf(view.inForce.version.text, 'review').map(({ parts: { day } }) => day);
  const days = agreed.filter((day) => day !== null).toSorted();
  const due = dueReview(
    days,
    view.reviews.map(({ begunOn }) => begunOn),
    view.today,
  );
  const next = days.find((day) => day > view.today);
  return (
    <Part title={words.say('reviews.review.begin.title')}>
      {due === null ? null : <p>{words.say('reviews.review.agreed', { day: words.day(due) })}</p>}
      {next === undefined ? null : <p>{words.say('reviews.review.next', { day: words.day(next) })}</p>}
      <p>{words.say('reviews.review.begin.text')}</p>
      {typed === undefined ? null : (
        <Answers words={words} of="review" answers={REVIEW_QUESTIONS.map((one) => [one, typed[one]])} />
      )}
      <Form label={words.say('reviews.review.begin.title')} hidden={inTheNameOf(view.own)}>
        <ReadersNote words={words} scope="own">
          {words.say('reviews.review.readers')}
        </ReadersNote>
        <Button name="what" value="begin">
          {words.say('reviews.review.begin')}
        </Button>
      </Form>
    </Part>
  );
}

function Own({
  words,
  view,
  review,
  typed,
  errors,
}: {
  readonly words: Words;
  readonly view: Seen;
  readonly review: Review;
  readonly typed: ReviewWords | undefined;
  readonly errors: readonly FormError[];
}) {
  const ours = review.parts.find(({ organisation }) => organisation === view.own);
  const title = words.say('reviews.review.own');
  if (ours !== undefined && ours.doneOn !== null)
    return (
      <Part title={title}>
        <Notice tone="ok" title={words.say('reviews.review.waiting')}>
          <p>{words.say('reviews.review.waiting.text')}</p>
        </Notice>
        <Answers words={words} of="review" answers={REVIEW_QUESTIONS.map((one) => [one, ours.words[one]])} />
        {typed === undefined ? null : (
          <Card title={words.say('reviews.review.notTaken')}>
            <Answers words={words} of="review" answers={REVIEW_QUESTIONS.map((one) => [one, typed[one]])} />
          </Card>
        )}
      </Part>
    );
  const shown = typed ?? ours?.words ?? EMPTY_REVIEW;
  return (
    <Part title={title}>
      <p>{words.say('reviews.review.since', { day: words.day(review.begunOn) })}</p>
      <Form label={title} hidden={inTheNameOf(view.own)}>
        {REVIEW_QUESTIONS.map((question) => (
          <QuestionField words={words} of="review" question={question} value={shown[question]} errors={errors} />
        ))}
        <ReadersNote words={words} scope="own">
          {words.say('reviews.review.readers')}
        </ReadersNote>
        <Buttons>
          <Button tone="quiet" name="what" value="save">
            {words.say('reviews.review.save')}
          </Button>
          <Button name="what" value="hand">
            {words.say('reviews.review.hand')}
          </Button>
        </Buttons>
        <p class="soft">{words.say('reviews.review.hand.text')}</p>
      </Form>
    </Part>
  );
}

function Opened({
  words,
  view,
  review,
  isNewest,
}: {
  readonly words: Words;
  readonly view: Seen;
  readonly review: Review;
  readonly isNewest: boolean;
}) {
  const title = words.say('reviews.review.of', { day: words.day(review.openedOn ?? review.begunOn) });
  const parts = review.parts
    .map((part) => ({ ...part, name: nameIn(view, part.organisation, words) }))
    .toSorted((a, b) => new Intl.Collator(words.tag).compare(a.name, b.name));
  const sides = (
    <Pair>
      {parts.map(({ name, words: said }) => (
        <Card title={<bdi>{name}</bdi>}>
          <Answers words={words} of="review" answers={REVIEW_QUESTIONS.map((one) => [one, said[one]])} />
        </Card>
      ))}
    </Pair>
  );
  if (!isNewest) return <Fold label={title}>{sides}</Fold>;
  return (
    <Part title={title}>
      {sides}
      {view.inForce === null || view.closure !== null ? null : (
        <p>
          <a href={`${agreementPath(view.inForce.agreement)}/entwurf`}>{words.say('reviews.review.propose')}</a>
        </p>
      )}
    </Part>
  );
}
