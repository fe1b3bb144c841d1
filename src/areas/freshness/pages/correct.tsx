import type { Hono } from 'hono';
import { context, readForm, type Env, type FormFields, type Request } from '../../../platform/http/index.ts';
import type { Words } from '../../../plain/words.ts';
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
import { correctByLink } from '../correct.ts';
import type { Entry } from '../entry.ts';
import { boxesOf, inputOf, NOTE, placeInputOf, readCorrections, textIn, type Box, type Problem } from '../forms.ts';
import { askAt, nameOf, type FreshnessPages } from './access.ts';

const PATH = '/bestaetigen/:token/aendern';

/** `/bestaetigen/:token/aendern`: "stimmt nicht mehr", with the few things that change most often. */
export function addCorrectPages(web: Hono<Env>, pages: FreshnessPages): void {
  const boxes = (entry: Entry, words: Words): readonly Box[] =>
    boxesOf(entry, pages.register.fields[entry.kind].fields, words, pages.countryOf(entry.account?.facts ?? {}));
  const answer = async (c: Request, at: Shown, typed: FormFields | null, problems: readonly Problem[]) => (
    <CorrectPage
      frame={await pages.frame(c)}
      {...at}
      boxes={boxes(at.entry, c.var.words)}
      typed={typed}
      problems={problems}
    />
  );
  web.get(PATH, async (c) => {
    const { ask, ...at } = await askAt(c, pages);
    return isOpen(ask) ? c.html(await answer(c, at, null, [])) : c.redirect(`/bestaetigen/${at.token}`, 303);
  });
  web.post(PATH, async (c) => {
    const { ask, ...at } = await askAt(c, pages);
    if (!isOpen(ask)) return c.redirect(`/bestaetigen/${at.token}`, 303);
    const typed = await readForm(c);
    const country = pages.countryOf(at.entry.account?.facts ?? {});
    const { words } = c.var;
    const read = readCorrections({
      boxes: boxes(at.entry, words),
      typed,
      words,
      country,
      readPlace: pages.readPlaceIn(country),
    });
    if (!read.ok) return c.html(await answer(c, at, typed, read.issue), 422);
    await correctByLink(context(c), pages, { token: at.token, ...read.value });
    return c.redirect(`/bestaetigen/${at.token}`, 303);
  });
}

interface Shown {
  readonly entry: Entry;
  readonly token: string;
}

function CorrectPage({
  frame,
  entry,
  token,
  boxes,
  typed,
  problems,
}: Shown & {
  readonly frame: Frame;
  readonly boxes: readonly Box[];
  readonly typed: FormFields | null;
  readonly problems: readonly Problem[];
}) {
  const { words } = frame;
  const isFaulty = problems.length > 0;
  const own = boxes.filter(({ isOwn }) => isOwn);
  const error = (name: string) => {
    const problem = problems.find(({ input }) => input === name);
    return problem === undefined ? undefined : words.tell(problem.told);
  };
  return (
    <Page
      frame={frame}
      title={words.say('freshness.correct.title')}
      noindex
      readers="own"
      faulty={isFaulty}
      islands={isFaulty ? ['error-focus'] : []}
    >
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
      <Form action={`/bestaetigen/${token}/aendern`} label={words.say('freshness.correct.title')}>
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
    value: typed === null ? box.typed : textIn(typed, inputOf(box)),
    error,
  };
  if (field.kind === 'times') return <TextArea {...shared} rows={3} hint={words.say('freshness.correct.times.hint')} />;
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

const KINDS: Readonly<Partial<Record<Field['kind'], 'tel' | 'email' | 'url'>>> = {
  phone: 'tel',
  mail: 'email',
  web: 'url',
};
