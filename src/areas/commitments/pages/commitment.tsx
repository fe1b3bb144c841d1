import type { Hono } from 'hono';
import { paragraphPath } from '../../agreements/index.ts';
import { InputError } from '../../../platform/errors.ts';
import { context, idAt, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { dayOf } from '../../../plain/time.ts';
import { saying } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  ErrorSummary,
  Facts,
  Form,
  Notice,
  Page,
  PageTitle,
  Part,
  ReadersNote,
  type Fact,
  type Frame,
} from '../../../ui/index.ts';
import type { Standing } from '../commitment-word.ts';
import { isOwn } from '../deadlines.ts';
import { findKey, findStanding, type CommitmentKey } from '../find-standings.ts';
import { wordForm } from '../forms.ts';
import { commitmentPath, DEADLINES_PATH, outsidePath } from '../paths.ts';
import { sayWord } from '../say-word.ts';
import { takeWordBack } from '../take-word-back.ts';
import { ownOrganisations, type CommitmentPages } from './pages.ts';
import { AgreementLink, hasWords, Said, SaidBlock, Who } from './parts.tsx';

/** `/zusagen/:cooperation/:id`: one commitment, and how it stands. */
export function addCommitmentPage(web: Hono<Env>, pages: CommitmentPages): void {
  const page = async (c: Request, hasMovedOn: boolean) => {
    const own = ownOrganisations(c);
    const { db, clock } = c.var.read;
    const key = keyAt(c);
    const one = await db.read((reader) => findStanding(reader, key, dayOf(clock.now())));
    return <CommitmentPage frame={await pages.frame(c)} one={one} own={own} hasMovedOn={hasMovedOn} />;
  };
  const path = commitmentPath({ cooperation: ':cooperation', id: ':id' });
  web.get(path, async (c) => c.html(await page(c, false)));
  web.get(outsidePath(':id'), async (c) => {
    ownOrganisations(c);
    const { db, clock } = c.var.read;
    const key = await db.read((reader) => findKey(reader, idAt(c), dayOf(clock.now())));
    return c.redirect(commitmentPath(key), 302);
  });
  web.post(path, async (c) => {
    ownOrganisations(c);
    const key = keyAt(c);
    const form = wordForm.safeParse(await readForm(c));
    if (!form.success) throw new InputError(saying('platform.input.unreadable'));
    const { word, hash, back } = form.data;
    const next = back === undefined ? commitmentPath(key) : DEADLINES_PATH;
    if (word === 'open') {
      await takeWordBack(context(c), key);
      leaveNotice(c, saying('commitments.said.open'));
      return c.redirect(next, 303);
    }
    const said = await sayWord(context(c), pages, { ...key, hash, state: word });
    if (!said.ok) return c.html(await page(c, true), 422);
    leaveNotice(c, saying(`commitments.said.${word}`));
    return c.redirect(word === 'changed' ? paragraphPath(said.value.agreement, said.value.paragraph) : next, 303);
  });
}

function keyAt(c: Request): CommitmentKey {
  return { cooperation: idAt(c, 'cooperation'), id: idAt(c) };
}

interface CommitmentView {
  readonly frame: Frame;
  readonly one: Standing;
  readonly own: readonly string[];
  readonly hasMovedOn: boolean;
}

// words: commitments.kind.* commitments.said.*
function CommitmentPage({ frame, one, own, hasMovedOn }: CommitmentView) {
  const { words } = frame;
  const title = words.say(`commitments.kind.${one.kind}`);
  return (
    <Page frame={frame} title={title} noindex readers="partner" faulty={hasMovedOn}>
      <PageTitle
        back={<BackLink href={DEADLINES_PATH}>{words.say('commitments.title')}</BackLink>}
        above={hasWords(one) ? title : undefined}
        title={<Said words={words} one={one} />}
      />
      <ErrorSummary words={words} errors={hasMovedOn ? [{ text: words.say('commitments.movedOn') }] : []} />
      <State frame={frame} one={one} />
      <Facts facts={factsOf(frame, one, own)} />
      {isOwn(one, own) ? <Saying frame={frame} one={one} /> : null}
      <ReadersNote words={words} scope="partner">
        {words.say('commitments.readers')}
      </ReadersNote>
    </Page>
  );
}

function factsOf({ words }: Frame, one: Standing, own: readonly string[]): readonly Fact[] {
  const { paragraph, day } = one;
  const more: readonly Fact[] =
    paragraph.kind === 'duty'
      ? [
          {
            term: words.say('commitments.form'),
            value: <SaidBlock words={words} of={one} texts={paragraph.parts.form} />,
          },
          {
            term: words.say('commitments.explanation'),
            value: <SaidBlock words={words} of={one} texts={paragraph.parts.explanation} />,
          },
        ]
      : [];
  return [
    {
      term: words.say('commitments.day'),
      value: day === null ? words.say('commitments.undated') : words.day(day),
      icon: 'calendar',
    },
    { term: words.say('commitments.who'), value: <Who words={words} one={one} own={own} />, icon: 'people' },
    ...more,
    {
      term: words.say('commitments.agreement'),
      value: <AgreementLink words={words} one={one} />,
      note: words.say('commitments.since', { day: words.day(one.signedOn) }),
    },
  ];
}

// words: commitments.told.*
function State({ frame: { words }, one: { word } }: { readonly frame: Frame; readonly one: Standing }) {
  if (word === null) return null;
  return (
    <Notice tone={word.state === 'kept' ? 'ok' : 'plain'}>
      <p>{words.say(`commitments.told.${word.state}`, { day: words.day(word.day) })}</p>
    </Notice>
  );
}

/** What whoever is responsible can say, one tap each; what was said can be taken back. */
function Saying({ frame: { words }, one }: { readonly frame: Frame; readonly one: Standing }) {
  const { hash, word } = one;
  const title = words.say('commitments.say');
  if (word !== null)
    return (
      <Form action={commitmentPath(one)} label={words.say('commitments.undo')} hidden={{ hash }}>
        <Buttons>
          {word.state === 'changed' ? (
            <Button icon="next" name="word" value="changed">
              {words.say('commitments.changed.goOn')}
            </Button>
          ) : null}
          <Button tone="quiet" icon="undo" name="word" value="open">
            {words.say('commitments.undo')}
          </Button>
        </Buttons>
      </Form>
    );
  return (
    <Part title={title}>
      <Form action={commitmentPath(one)} label={title} hidden={{ hash }}>
        <p>{words.say('commitments.say.text')}</p>
        <Buttons>
          <Button icon="check" name="word" value="kept">
            {words.say('commitments.kept')}
          </Button>
          <Button tone="quiet" icon="next" name="word" value="changed">
            {words.say('commitments.changed')}
          </Button>
          <Button tone="end" name="word" value="withdrawn">
            {words.say('commitments.withdrawn')}
          </Button>
        </Buttons>
        <p class="soft">{words.say('commitments.withdrawn.text')}</p>
      </Form>
    </Part>
  );
}
