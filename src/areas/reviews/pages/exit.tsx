import type { Hono } from 'hono';
import { ConflictError, InputError } from '../../../platform/errors.ts';
import { context, leaveNotice, readForm, type Env, type Request } from '../../../platform/http/index.ts';
import { saying, type Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Card,
  Facts,
  Form,
  LinkButton,
  Notice,
  Pair,
  Part,
  PassageLines,
  ReadersNote,
  type Fact,
  type Frame,
} from '../../../ui/index.ts';
import { alongPath, spokenIn } from '../../agreements/index.ts';
import { inTheNameOf } from '../../cooperations/index.ts';
import { EXIT_PARTS, exitOf, type Exit } from '../exit.ts';
import { exitStep } from '../forms.ts';
import { leave, stay } from '../leave.ts';
import { exitPath } from '../paths.ts';
import { BelowCooperation } from './parts.tsx';
import { nameIn, viewAt, type ReviewPages, type View } from './view.ts';

/** `/kooperationen/:id/ausstieg`: what would be if somebody went today; `…/ausstieg/erklaeren`: going. */
export function addExitPages(web: Hono<Env>, pages: ReviewPages): void {
  const path = exitPath(':id');
  const seen = (c: Request) => viewAt(c, pages, () => Promise.resolve({}));
  web.get(path, async (c) => c.html(<ExitPage frame={await pages.frame(c)} view={await seen(c)} />));
  web.get(`${path}/erklaeren`, async (c) => {
    const view = await seen(c);
    if (view.closure !== null || view.partners.length < 2 || ownLeaving(view) !== undefined)
      return c.redirect(exitPath(view.cooperation), 303);
    return c.html(<DeclarePage frame={await pages.frame(c)} view={view} />);
  });
  web.post(path, async (c) => {
    const view = await seen(c);
    const step = exitStep.safeParse(await readForm(c));
    if (!step.success) throw new InputError(saying('platform.input.unreadable'));
    const going = { cooperation: view.cooperation, organisation: view.own, voices: pages.voices };
    if (view.closure !== null) throw new ConflictError(saying('cooperations.ended'));
    if (step.data.what === 'leave') {
      const day = c.var.words.day(await leave(context(c), going));
      leaveNotice(c, saying('reviews.exit.done.leave', { day }));
    } else {
      await stay(context(c), going);
      leaveNotice(c, saying('reviews.exit.done.stay'));
    }
    return c.redirect(exitPath(view.cooperation), 303);
  });
}

function ownLeaving({ leaving, own }: View) {
  return leaving.find(({ organisation }) => organisation === own);
}

function ExitPage({ frame, view }: { readonly frame: Frame; readonly view: View }) {
  const { words } = frame;
  const { partners, closure, own } = view;
  const title = words.say('reviews.exit.title');
  if (closure !== null || partners.length < 2)
    return (
      <BelowCooperation frame={frame} view={view} title={title}>
        <p>{words.say(closure === null ? 'reviews.exit.alone' : 'reviews.exit.ended')}</p>
      </BelowCooperation>
    );
  const ours = ownLeaving(view);
  return (
    <BelowCooperation frame={frame} view={view} title={title} below={words.say('reviews.exit.text')}>
      {view.leaving.map(({ organisation, lastDay }) => (
        <Notice
          tone="end"
          title={
            organisation === own
              ? words.say('reviews.exit.weLeave', { day: words.day(lastDay) })
              : words.say('reviews.exit.otherLeaves', {
                  name: nameIn(view, organisation, words),
                  day: words.day(lastDay),
                })
          }
        >
          <p>{words.say(organisation === own ? 'reviews.exit.weLeave.text' : 'reviews.exit.otherLeaves.text')}</p>
        </Notice>
      ))}
      {ours === undefined ? null : <Staying words={words} view={view} />}
      <Part title={words.say('reviews.exit.rehearsal')}>
        <p>{words.say('reviews.exit.rehearsal.text')}</p>
        <Pair>
          {partners.map(({ id, name }) => (
            <Card
              title={
                id === own ? words.say('reviews.exit.ifWe') : <bdi>{words.say('reviews.exit.ifOther', { name })}</bdi>
              }
            >
              <What words={words} view={view} organisation={id} />
            </Card>
          ))}
        </Pair>
      </Part>
      {ours !== undefined ? null : (
        <Part title={words.say('reviews.exit.go')}>
          <p>{words.say('reviews.exit.go.text')}</p>
          <LinkButton tone="end" href={`${exitPath(view.cooperation)}/erklaeren`}>
            {words.say('reviews.exit.go.next')}
          </LinkButton>
        </Part>
      )}
    </BelowCooperation>
  );
}

function Staying({ words, view }: { readonly words: Words; readonly view: View }) {
  return (
    <>
      <ArchiveLink words={words} view={view} />
      <Form action={exitPath(view.cooperation)} label={words.say('reviews.exit.stay')} hidden={inTheNameOf(view.own)}>
        <ReadersNote words={words} scope="partner">
          {words.say('reviews.exit.readers')}
        </ReadersNote>
        <Button tone="quiet" icon="undo" name="what" value="stay">
          {words.say('reviews.exit.stay')}
        </Button>
      </Form>
    </>
  );
}

function DeclarePage({ frame, view }: { readonly frame: Frame; readonly view: View }) {
  const { words } = frame;
  const title = words.say('reviews.exit.declare');
  return (
    <BelowCooperation frame={frame} view={view} title={title} below={words.say('reviews.exit.declare.text')}>
      <Card>
        <What words={words} view={view} organisation={view.own} />
      </Card>
      <ArchiveLink words={words} view={view} />
      <Form action={exitPath(view.cooperation)} label={title} hidden={inTheNameOf(view.own)}>
        <ReadersNote words={words} scope="partner">
          {words.say('reviews.exit.readers')}
        </ReadersNote>
        <Button tone="end" name="what" value="leave">
          {words.say('reviews.exit.declare.do')}
        </Button>
      </Form>
      <BackLink href={exitPath(view.cooperation)}>{words.say('reviews.exit.declare.not')}</BackLink>
    </BelowCooperation>
  );
}

function ArchiveLink({ words, view: { cooperation } }: { readonly words: Words; readonly view: View }) {
  return (
    <p>
      <a href={alongPath(cooperation)}>{words.say('reviews.archive')}</a>
    </p>
  );
}

// words: reviews.exit.what.*
/** What happens when, if one partner goes today, or has said on some day that it goes. */
function What({
  words,
  view,
  organisation,
}: {
  readonly words: Words;
  readonly view: View;
  readonly organisation: string;
}) {
  const { inForce, partners, today, leaving } = view;
  const declared = leaving.find((one) => one.organisation === organisation);
  const exit: Exit = exitOf(inForce, {
    own: organisation,
    today: declared?.declaredOn ?? today,
    partners: partners.length,
  });
  const languages = inForce?.version.text.languages ?? [];
  const facts: readonly Fact[] = [
    {
      term: words.say('reviews.exit.what.lastDay'),
      value: words.day(declared?.lastDay ?? exit.lastDay),
      note:
        exit.notice === null
          ? words.say('reviews.exit.what.noNotice')
          : words.say('reviews.exit.what.notice', { weeks: exit.notice }),
    },
    ...EXIT_PARTS.flatMap((part): Fact[] => {
      const [spoken] = spokenIn(exit.agreed[part] ?? {}, languages, words.language);
      return spoken === undefined
        ? []
        : [
            {
              term: words.say(`reviews.exit.what.${part}`),
              value: <PassageLines lang={spoken.language} text={spoken.text} />,
            },
          ];
    }),
    ...(exit.released === 0
      ? []
      : [
          {
            term: words.say('reviews.exit.what.released'),
            value: words.say('reviews.exit.what.released.text', { count: exit.released }),
          },
        ]),
    {
      term: words.say('reviews.exit.what.then'),
      value: words.say(exit.ends ? 'reviews.exit.what.ends' : 'reviews.exit.what.goesOn'),
    },
    {
      term: words.say('reviews.exit.what.reading'),
      value: words.say(inForce === null ? 'reviews.exit.what.reading.text' : 'reviews.exit.what.reading.copy'),
    },
  ];
  return <Facts facts={facts} />;
}
