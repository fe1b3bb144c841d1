import type { Hono } from 'hono';
import { ConflictError, InputError, NotAllowedError, NotFoundError } from '../../../platform/errors.ts';
import { leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { saying, type Words } from '../../../plain/words.ts';
import {
  Button,
  Buttons,
  Columns,
  EmptyState,
  Fold,
  Form,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  RelatedLinks,
  TextArea,
} from '../../../ui/index.ts';
import { spokenOf } from '../../claims/index.ts';
import { answerForm, lastForm, takeBackForm, unaskedForm } from '../forms.ts';
import { judge } from '../judge.ts';
import { OUTCOMES } from '../judgement.ts';
import { findOwnNames, showDesk, type AskedPair, type Desk, type Side } from '../show-question.ts';
import { switchUnasked } from '../switch-unasked.ts';
import { takeBackJudgement } from '../take-back-judgement.ts';
import { DUPLICATES_PATH, JUDGEMENTS_PATH, keepersOnly, merging, TALKS_PATH, type DuplicatePages } from './access.ts';
import { Last, Refusal, type Refused, type Told } from './answered.tsx';
import { findMarks, tellApart } from './apart.ts';
import { listsOf, Sides } from './sides.tsx';

/** `/dasselbe`: one question at a time. */
export function addQuestionPages(web: Hono<Env>, pages: DuplicatePages): void {
  web.get(DUPLICATES_PATH, async (c) => {
    keepersOnly(c);
    const { zuletzt } = lastForm.parse({ zuletzt: c.req.query('zuletzt') ?? null });
    return c.html(await page(c, pages, await showDesk(c.var.read, pages.register, { last: zuletzt })));
  });
  web.post(DUPLICATES_PATH, async (c) => {
    keepersOnly(c);
    const typed = answerForm.safeParse(await readForm(c));
    if (!typed.success) throw new InputError(saying('platform.input.unreadable'));
    const { a, b, words, ...answer } = typed.data;
    try {
      const { judgement } = await judge(merging(c, pages), { ...answer, a, b, words: words === '' ? null : words });
      return c.redirect(`${DUPLICATES_PATH}?zuletzt=${judgement}`, 303);
    } catch (error) {
      if (!(error instanceof NotAllowedError) && !(error instanceof ConflictError)) throw error;
      const desk = await showDesk(c.var.read, pages.register, { last: null, pair: [a, b] });
      return c.html(await page(c, pages, desk, { refused: error.reason, pair: [a, b], words }), 409);
    }
  });
  web.post(`${DUPLICATES_PATH}/ruecknahme`, async (c) => {
    keepersOnly(c);
    const typed = takeBackForm.safeParse(await readForm(c));
    if (!typed.success) throw new NotFoundError();
    const { judgement, from } = typed.data;
    await takeBackJudgement(merging(c, pages), { judgement });
    leaveNotice(c, saying('duplicates.takenBack'));
    return c.redirect(from === 'urteile' ? JUDGEMENTS_PATH : DUPLICATES_PATH, 303);
  });
  web.post(`${DUPLICATES_PATH}/ohne-frage`, async (c) => {
    keepersOnly(c);
    const typed = unaskedForm.safeParse(await readForm(c));
    if (!typed.success) throw new InputError(saying('platform.input.unreadable'));
    const isOn = typed.data.what === 'begin';
    await switchUnasked(merging(c, pages), { isOn });
    if (isOn) await pages.search();
    leaveNotice(c, saying(isOn ? 'duplicates.unasked.begun' : 'duplicates.unasked.ended'));
    return c.redirect(DUPLICATES_PATH, 303);
  });
}

/** From so many on nobody should have to answer them all. */
const MANY = 20;

async function page(c: Request, pages: DuplicatePages, desk: Desk, again: Refused | null = null) {
  const frame = await pages.frame(c);
  const { words } = frame;
  const { next, open } = desk;
  const { lists, marks, ownNames } = await c.var.read.db.read(async (db) => ({
    lists: next === null ? new Map<string, string>() : await listsOf(db, pages, next),
    marks: await findMarks(db, words, pages, pairsOf(words, desk)),
    ownNames: await findOwnNames(db, again?.pair ?? []),
  }));
  const title = words.say('duplicates.title');
  const isOfferedFirst = desk.unaskedSince === null && desk.overwhelming >= MANY;
  return (
    <Page frame={frame} title={title} noindex readers="keepers" islands={next === null ? [] : ['same-keys']}>
      <PageTitle title={title} below={words.say('duplicates.open', { count: open })} />
      <Last words={words} desk={desk} marks={marks} />
      {again === null ? null : <Refusal words={words} again={again} isAskedHere={desk.isWanted} ownNames={ownNames} />}
      {isOfferedFirst ? <Unasked words={words} desk={desk} /> : null}
      {next === null ? (
        <EmptyState title={words.say('duplicates.none')} icon="check">
          <p>{words.say('duplicates.none.text')}</p>
        </EmptyState>
      ) : (
        <Asked
          words={words}
          next={next}
          pages={pages}
          lists={lists}
          marks={marks}
          typed={desk.isWanted ? (again?.words ?? '') : ''}
        />
      )}
      {isOfferedFirst ? null : <Unasked words={words} desk={desk} />}
      <RelatedLinks
        title={words.say('duplicates.more')}
        links={[
          {
            href: JUDGEMENTS_PATH,
            label: words.say('duplicates.judgements'),
            ...(desk.contradictions === 0
              ? {}
              : { note: words.say('duplicates.contradictions.count', { count: desk.contradictions }) }),
          },
          { href: TALKS_PATH, label: words.say('duplicates.talks') },
        ]}
      />
    </Page>
  );
}

/** The pairs that the page names. */
function pairsOf(words: Words, { next, last }: Desk) {
  return [
    ...(next === null ? [] : [{ pair: next.question.pair, names: namesOf(words, next) }]),
    ...(last === null ? [] : [{ pair: last.judgement.pair, names: last.names }]),
  ];
}

function namesOf(words: Words, { sides: [one, other] }: AskedPair): readonly [string, string] {
  const nameOf = ({ account }: Side) =>
    spokenOf(account.facts['name'], words, 'reader')[0]?.text ?? words.say('duplicates.nameless');
  return [nameOf(one), nameOf(other)];
}

function Asked({
  words,
  next,
  pages,
  lists,
  marks,
  typed,
}: Told & {
  readonly next: AskedPair;
  readonly pages: DuplicatePages;
  /** Titles of lists by their ids. */
  readonly lists: ReadonlyMap<string, string>;
  readonly typed: string;
}) {
  const { question, told } = next;
  const [a, b] = question.pair;
  const [one, other] = tellApart(words, question.pair, namesOf(words, next), marks);
  const belongs = (part: string, whole: string) => words.say('duplicates.part.of', { part, whole });
  const answers = OUTCOMES.flatMap((outcome, at) =>
    outcome === 'part'
      ? [
          { at, name: 'part', value: a, label: belongs(one, other) },
          { at, name: 'part', value: b, label: belongs(other, one) },
        ]
      : [{ at, name: 'outcome', value: outcome, label: words.say(`duplicates.outcome.${outcome}`) }],
  );
  const aside = (
    <>
      <h2>
        <bdi>{one}</bdi> –
        <br />
        <bdi>{other}</bdi>
      </h2>
      <p class="when-stacked">
        <a href="#eintraege">{words.say('duplicates.toSides')}</a>
      </p>
      <Evidence words={words} told={told} speaks="for" />
      <Evidence words={words} told={told} speaks="against" />
      <same-keys id="antwort">
        <Form action={DUPLICATES_PATH} label={words.say('duplicates.answer')} hidden={{ a, b }}>
          <Buttons>
            {answers.map(({ at, name, value, label }) => (
              <Button tone="quiet" name={name} value={value}>
                <kbd>{words.number(at + 1)}</kbd> <span>{label}</span>
              </Button>
            ))}
          </Buttons>
          <Fold label={words.say('duplicates.moreToSay')} open={typed !== ''}>
            <TextArea
              words={words}
              name="words"
              label={words.say('duplicates.why')}
              hint={words.say('duplicates.why.hint')}
              value={typed}
              rows={3}
              optional
            />
          </Fold>
          <ReadersNote words={words} scope="public">
            {words.say('duplicates.readers')}
          </ReadersNote>
        </Form>
      </same-keys>
    </>
  );
  return (
    <Columns side={aside} sideFirst>
      <div id="eintraege">
        <Sides words={words} asked={next} lists={lists} pathOf={pages.pathOf} />
      </div>
      <p class="when-stacked">
        <a href="#antwort">{words.say('duplicates.toAnswer')}</a>
      </p>
    </Columns>
  );
}

// words: duplicates.evidence.*
function Evidence({
  words,
  told,
  speaks,
}: {
  readonly words: Words;
  readonly told: AskedPair['told'];
  readonly speaks: 'for' | 'against';
}) {
  const some = told.filter((each) => each.speaks === speaks);
  if (some.length === 0) return null;
  return (
    <>
      <h3>{words.say(`duplicates.evidence.${speaks}`)}</h3>
      <ul>
        {some.map(({ said, also }) => (
          <li>
            {words.tell(said)} {also === null ? null : <span class="soft">({words.tell(also)})</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Unasked({ words, desk }: { readonly words: Words; readonly desk: Desk }) {
  const { unaskedSince, overwhelming } = desk;
  if (unaskedSince === null && overwhelming === 0) return null;
  const title = words.say('duplicates.unasked');
  return (
    <Part title={title}>
      <p>
        {unaskedSince === null
          ? words.say('duplicates.unasked.count', { count: overwhelming })
          : words.say('duplicates.unasked.since', { day: words.day(unaskedSince) })}
      </p>
      <Form action={`${DUPLICATES_PATH}/ohne-frage`} label={title}>
        <Button tone="quiet" name="what" value={unaskedSince === null ? 'begin' : 'end'}>
          {words.say(unaskedSince === null ? 'duplicates.unasked.begin' : 'duplicates.unasked.end')}
        </Button>
      </Form>
    </Part>
  );
}
