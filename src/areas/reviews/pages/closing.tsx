import type { Hono } from 'hono';
import { InputError } from '../../../platform/errors.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { saying, type Words } from '../../../plain/words.ts';
import {
  Button,
  Card,
  Form,
  Notice,
  Pair,
  Part,
  RadioField,
  ReadersNote,
  type FormError,
  type Frame,
} from '../../../ui/index.ts';
import { inTheNameOf } from '../../cooperations/index.ts';
import { close, goOn } from '../close.ts';
import { CLOSING_QUESTIONS, EMPTY_CLOSING, LICENCES, type ClosingPart, type ClosingWords } from '../closing.ts';
import { closingStep, readClosing } from '../forms.ts';
import { closingPath, endingPath } from '../paths.ts';
import { findClosingParts, findWishes } from '../store-closing.ts';
import { wishDeletion } from '../wish-deletion.ts';
import { writeClosing } from '../write-closing.ts';
import { Deleting, Ending, isLastYes, LastYesPage } from './ending.tsx';
import { Answers, BelowCooperation, QuestionField, tooLong } from './parts.tsx';
import { nameIn, viewAt, type ReviewPages, type View } from './view.ts';

export interface ClosingView extends View {
  readonly parts: readonly ClosingPart[];
  /** Who has said that it is over. */
  readonly wishes: readonly string[];
  /** Who no longer needs what stands here. */
  readonly deletions: readonly string[];
}

/** `/kooperationen/:id/abschluss`: the sheet that every end has, the end itself, and what is kept after it; `…/beenden`: the last yes. */
export function addClosingPages(web: Hono<Env>, pages: ReviewPages): void {
  const path = closingPath(':id');
  const seen = (c: Request): Promise<ClosingView> =>
    viewAt(c, pages, async (db, cooperation) => ({
      parts: await findClosingParts(db, cooperation),
      wishes: await findWishes(db, 'closing_wish', cooperation),
      deletions: await findWishes(db, 'deletion_wish', cooperation),
    }));
  web.get(path, async (c) => c.html(<ClosingPage frame={await pages.frame(c)} view={await seen(c)} />));
  web.get(endingPath(':id'), async (c) => {
    const view = await seen(c);
    if (view.closure !== null || !isLastYes(view)) return c.redirect(closingPath(view.cooperation), 303);
    return c.html(<LastYesPage frame={await pages.frame(c)} view={view} />);
  });
  web.post(path, async (c) => {
    const view = await seen(c);
    const fields = await readForm(c);
    const step = closingStep.safeParse(fields);
    if (!step.success) throw new InputError(saying('platform.input.unreadable'));
    const { what } = step.data;
    const side = { cooperation: view.cooperation, organisation: view.own };
    const ctx = context(c);
    if (what === 'write') {
      const { words, tooLong: long } = readClosing(fields);
      const errors = tooLong(c.var.words, long);
      if (errors.length > 0)
        return c.html(<ClosingPage frame={await pages.frame(c)} view={view} typed={words} errors={errors} />, 422);
      await writeClosing(ctx, { ...side, words });
    }
    const isOver = what === 'end' && (await close(ctx, { ...side, voices: pages.voices }));
    if (what === 'goOn') await goOn(ctx, side);
    if (what === 'delete' || what === 'keep') await wishDeletion(ctx, { ...side, isWished: what === 'delete' });
    leaveNotice(c, saying(`reviews.closing.done.${what === 'end' && !isOver ? 'asked' : what}`));
    return c.redirect(closingPath(view.cooperation), 303);
  });
}

// words: reviews.closing.done.*, reviews.closing.ended.*
function ClosingPage({
  frame,
  view,
  typed,
  errors = [],
}: {
  readonly frame: Frame;
  readonly view: ClosingView;
  readonly typed?: ClosingWords;
  readonly errors?: readonly FormError[];
}) {
  const { words } = frame;
  const { closure, parts } = view;
  return (
    <BelowCooperation
      frame={frame}
      view={view}
      title={words.say(closure === null ? 'reviews.closing.ahead' : 'reviews.closing.title')}
      below={words.say('reviews.closing.text')}
      errors={errors}
    >
      {closure === null ? null : (
        <Notice tone="end" title={words.say(`reviews.closing.ended.${closure.kind}`, { day: words.day(closure.day) })}>
          <p>{words.say('reviews.closing.kept', { day: words.day(closure.keptUntil) })}</p>
        </Notice>
      )}
      {parts.length === 0 ? null : (
        <Part title={words.say('reviews.closing.sheet')}>
          <Pair>
            {parts
              .map((part) => ({ ...part, name: nameIn(view, part.organisation, words) }))
              .toSorted((a, b) => new Intl.Collator(words.tag).compare(a.name, b.name))
              .map((part) => (
                <Side words={words} name={part.name} writtenOn={part.writtenOn} said={part.words} />
              ))}
          </Pair>
        </Part>
      )}
      <div class="screen-only">
        <Own words={words} view={view} typed={typed} errors={errors} />
        {closure === null ? <Ending words={words} view={view} /> : <Deleting words={words} view={view} />}
      </div>
    </BelowCooperation>
  );
}

// words: reviews.licence.*
function Side({
  words,
  name,
  writtenOn,
  said,
}: {
  readonly words: Words;
  readonly name: string;
  readonly writtenOn: string;
  readonly said: ClosingWords;
}) {
  return (
    <Card title={<bdi>{name}</bdi>} note={words.say('reviews.closing.writtenOn', { day: words.day(writtenOn) })}>
      <Answers words={words} of="closing" answers={CLOSING_QUESTIONS.map((one) => [one, said[one]])} />
      {said.licence === null ? null : <p>{words.say(`reviews.licence.${said.licence}`)}</p>}
    </Card>
  );
}

function Own({
  words,
  view,
  typed,
  errors,
}: {
  readonly words: Words;
  readonly view: ClosingView;
  readonly typed: ClosingWords | undefined;
  readonly errors: readonly FormError[];
}) {
  const shown = typed ?? view.parts.find(({ organisation }) => organisation === view.own)?.words ?? EMPTY_CLOSING;
  const title = words.say('reviews.closing.own');
  return (
    <Part title={title}>
      <Form label={title} hidden={inTheNameOf(view.own)}>
        {CLOSING_QUESTIONS.map((question) => (
          <>
            <QuestionField words={words} of="closing" question={question} value={shown[question]} errors={errors} />
            {question === 'materials' ? (
              <RadioField
                words={words}
                name="licence"
                label={words.say('reviews.licence')}
                choices={LICENCES.map((value) => ({ value, label: words.say(`reviews.licence.${value}`) }))}
                value={shown.licence ?? undefined}
                optional
              />
            ) : null}
          </>
        ))}
        <ReadersNote words={words} scope="partner" />
        <Button name="what" value="write">
          {words.say('reviews.closing.write')}
        </Button>
      </Form>
    </Part>
  );
}
