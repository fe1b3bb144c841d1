import type { Hono } from 'hono';
import { context, readForm, type Env, type FormFields, type Request } from '../../../platform/http/index.ts';
import type { Saying, Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Notice,
  Page,
  PageTitle,
  RadioField,
  ReadersNote,
  TextArea,
  TextField,
  type Frame,
} from '../../../ui/index.ts';
import type { Field } from '../../claims/index.ts';
import { isOpen } from '../confirmation-ask.ts';
import { CHANGED } from '../answer.ts';
import { correctByLink } from '../correct.ts';
import type { Entry } from '../entry.ts';
import {
  boxesOf,
  inputOf,
  keptIn,
  NOTE,
  placeInputOf,
  readCorrections,
  SEEN,
  seenForm,
  textIn,
  wasInputOf,
  type Box,
  type Problem,
} from '../forms.ts';
import { askAt, nameOf, type FreshnessPages } from './access.ts';

const PATH = '/bestaetigen/:token/aendern';

/** `/bestaetigen/:token/aendern`: "stimmt nicht mehr", with the few things that change most often. */
export function addCorrectPages(web: Hono<Env>, pages: FreshnessPages): void {
  const boxes = (entry: Entry, words: Words): readonly Box[] =>
    boxesOf(entry, pages.register.fields[entry.kind].fields, words, pages.countryOf(entry.account?.facts ?? {}));
  const answer = async (
    c: Request,
    at: Shown,
    { typed = null, problems = [], changed }: Partial<Pick<Answered, 'typed' | 'problems' | 'changed'>> = {},
  ) => (
    <CorrectPage
      frame={await pages.frame(c)}
      {...at}
      boxes={boxes(at.entry, c.var.words)}
      typed={typed}
      problems={problems}
      changed={changed}
    />
  );
  web.get(PATH, async (c) => {
    const { ask, ...at } = await askAt(c, pages);
    return isOpen(ask) ? c.html(await answer(c, at)) : c.redirect(`/bestaetigen/${at.token}`, 303);
  });
  web.post(PATH, async (c) => {
    const { ask, ...at } = await askAt(c, pages);
    if (!isOpen(ask)) return c.redirect(`/bestaetigen/${at.token}`, 303);
    const typed = await readForm(c);
    const { seen } = seenForm.parse(typed);
    // What they look at is not what stands there any more: what they have typed stays, the rest is shown as it is now.
    if (seen !== at.entry.seen) return c.html(await answer(c, at, { typed, changed: CHANGED }), 409);
    const country = pages.countryOf(at.entry.account?.facts ?? {});
    const { words } = c.var;
    const read = readCorrections({
      boxes: boxes(at.entry, words),
      typed,
      words,
      country,
      readPlace: pages.readPlaceIn(country),
    });
    if (!read.ok) return c.html(await answer(c, at, { typed, problems: read.issue }), 422);
    const corrected = await correctByLink(context(c), pages, { token: at.token, seen, ...read.value });
    if (!corrected.ok) {
      const { entry, token } = await askAt(c, pages);
      return c.html(await answer(c, { entry, token }, { typed, changed: corrected.issue }), 409);
    }
    return c.redirect(`/bestaetigen/${at.token}`, 303);
  });
}

interface Shown {
  readonly entry: Entry;
  readonly token: string;
}

interface Answered extends Shown {
  readonly frame: Frame;
  readonly boxes: readonly Box[];
  readonly typed: FormFields | null;
  readonly problems: readonly Problem[];
  /** Why nothing was taken: it has changed since it was looked at. */
  readonly changed: Saying | undefined;
}

function CorrectPage({ frame, entry, token, boxes, typed, problems, changed }: Answered) {
  const { words } = frame;
  const isFaulty = problems.length > 0;
  const own = boxes.filter(({ isOwn }) => isOwn);
  const error = (name: string) => {
    const problem = problems.find(({ input }) => input === name);
    return problem === undefined ? undefined : words.tell(problem.told);
  };
  return (
    <Page frame={frame} title={words.say('freshness.correct.title')} noindex readers="own" faulty={isFaulty}>
      <PageTitle
        back={<BackLink href={`/bestaetigen/${token}`}>{words.say('freshness.confirm.title')}</BackLink>}
        above={<bdi>{nameOf(entry.account, words)}</bdi>}
        title={words.say('freshness.correct.title')}
        below={words.say('freshness.correct.text')}
      />
      <ErrorSummary
        words={words}
        errors={problems.map(({ input, told }) => ({ field: input, text: words.tell(told) }))}
      />
      {changed === undefined ? null : (
        <Notice tone="look" title={words.tell(changed)}>
          <p>{words.say('freshness.changed.typed')}</p>
        </Notice>
      )}
      <Form
        action={`/bestaetigen/${token}/aendern`}
        label={words.say('freshness.correct.title')}
        hidden={{
          [SEEN]: entry.seen,
          ...Object.fromEntries(boxes.map((box) => [wasInputOf(box), box.typed])),
        }}
      >
        {boxes
          .filter(({ isOwn }) => !isOwn)
          .map((box) => (
            <BoxInput words={words} box={box} typed={typed} problems={problems} error={error(inputOf(box))} />
          ))}
        {own.length === 0 ? null : (
          <Notice>
            <p>
              {words.say('freshness.correct.own', {
                fields: words.list(own.map(({ field }) => labelOf(words, field))),
              })}
            </p>
          </Notice>
        )}
        <TextArea
          words={words}
          name={NOTE}
          label={words.say('freshness.correct.note')}
          hint={words.say('freshness.correct.note.hint')}
          optional
          rows={3}
          value={typed === null ? '' : textIn(typed, NOTE)}
          error={error(NOTE)}
        />
        <ReadersNote words={words} scope="public">
          {words.say('freshness.correct.readers')}
        </ReadersNote>
        <Button icon="check">{words.say('freshness.correct.go')}</Button>
      </Form>
    </Page>
  );
}

// words: claims.field.*
function labelOf(words: Words, field: Field): string {
  return words.say(`claims.field.${field.name}`);
}

function BoxInput({
  words,
  box,
  typed,
  problems,
  error,
}: {
  readonly words: Words;
  readonly box: Box;
  readonly typed: FormFields | null;
  readonly problems: readonly Problem[];
  readonly error: string | undefined;
}) {
  const { field } = box;
  const choices = problems.find(({ input }) => input === inputOf(box))?.choices ?? [];
  const shared = {
    words,
    name: inputOf(box),
    label: labelOf(words, field),
    optional: true,
    value: keptIn(box, typed),
    hint: isOvertaken(box, typed) ? words.say('freshness.changed.now', { text: box.typed }) : undefined,
    error,
  };
  if (field.kind === 'times')
    return <TextArea {...shared} rows={3} hint={shared.hint ?? words.say('freshness.correct.times.hint')} />;
  return (
    <>
      <TextField {...shared} kind={KINDS[field.kind] ?? 'text'} />
      {choices.length === 0 ? null : (
        <RadioField
          words={words}
          name={placeInputOf(box)}
          label={words.say('freshness.correct.whichPlace')}
          choices={choices}
          value={typed === null ? '' : textIn(typed, placeInputOf(box))}
        />
      )}
    </>
  );
}

/** Somebody has typed something, and meanwhile somebody else has changed what stood there. */
function isOvertaken(box: Box, typed: FormFields | null): boolean {
  if (typed === null || keptIn(box, typed) === box.typed) return false;
  return textIn(typed, wasInputOf(box)) !== box.typed;
}

const KINDS: Readonly<Partial<Record<Field['kind'], 'tel' | 'email' | 'url'>>> = {
  phone: 'tel',
  mail: 'email',
  web: 'url',
};
