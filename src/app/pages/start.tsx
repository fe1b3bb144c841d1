import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { countOwnSpeakers } from '../../areas/claims/index.ts';
import { WORKING_TOGETHER_PATH } from '../../areas/cooperations/index.ts';
import {
  FINDER_PATH,
  latelyConfirmed,
  meshOf,
  ResultRow,
  type Finder,
  type FoundEntry,
} from '../../areas/finding/index.ts';
import { findLists } from '../../areas/lists/index.ts';
import type { Env } from '../../platform/http/index.ts';
import { accountOf, isKeeper } from '../../plain/actor.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import {
  Button,
  Buttons,
  Door,
  Form,
  LinkButton,
  Notice,
  Page,
  Pair,
  Part,
  Rows,
  SearchLine,
  Statements,
  type Frame,
} from '../../ui/index.ts';
import type { Frames } from '../frame.ts';
import { ownNotices } from '../own-notices.tsx';
import { BeginPage } from './begin.tsx';
import { statementsOf, type Standing } from './statements.tsx';

interface StartPages {
  readonly frame: Frames;
  readonly finder: Finder;
}

const LATELY = 5;

/** `GET /`: the beginning while nothing has begun, the start page from then on. */
export function addStartPage(web: Hono<Env>, { frame, finder }: StartPages): void {
  web.get('/', async (c) => {
    if ((await frame.begun()) === null) return c.html(<BeginPage frame={await frame(c)} />);
    const ctx = c.var.read;
    const today = dayOf(ctx.clock.now());
    const { lately, ...standing } = await finder.look(ctx, async (index, db) => ({
      ...meshOf(index, today),
      lists: (await findLists(db)).length,
      own: await countOwnSpeakers(db),
      lately: await latelyConfirmed(finder, index, db, { today, limit: LATELY }),
    }));
    const isFirst = ctx.actor.kind === 'operator' && accountOf(ctx.actor) === null;
    const isEmpty = isKeeper(ctx.actor) && standing.lists === 0;
    return c.html(
      <StartPage
        frame={await frame(c)}
        standing={standing}
        lately={lately}
        today={today}
        isFirst={isFirst}
        isEmpty={isEmpty}
        above={await ownNotices(c)}
      />,
    );
  });
}

function StartPage({
  frame,
  standing,
  lately,
  today,
  isFirst,
  isEmpty,
  above,
}: {
  readonly frame: Frame;
  readonly standing: Standing;
  readonly lately: readonly FoundEntry[];
  readonly today: Day;
  /** Somebody who has come by the link of the terminal and has no account yet. */
  readonly isFirst: boolean;
  /** For those who keep the lists: there is none yet. */
  readonly isEmpty: boolean;
  /** What whoever speaks for an organisation has to know first. */
  readonly above: Child;
}) {
  const { words } = frame;
  return (
    <Page frame={frame} title={words.say('app.start.title')} description={words.say('app.start.find.text')} alternates>
      {isFirst ? (
        <Notice title={words.say('people.roles.first')}>
          <p>{words.say('people.roles.first.text')}</p>
          <Form action="/rollen/mein-konto" label={words.say('people.roles.first.go')}>
            <Buttons>
              <Button icon="next">{words.say('people.roles.first.go')}</Button>
              <LinkButton tone="quiet" href="/rollen/koordination">
                {words.say('people.roles.first.invite')}
              </LinkButton>
            </Buttons>
          </Form>
        </Notice>
      ) : null}
      {isEmpty ? (
        <Notice title={words.say('app.start.empty')}>
          <p>{words.say('app.start.empty.text')}</p>
          <p>
            <LinkButton href="/listen/neu" icon="upload">
              {words.say('lists.all.bringIn')}
            </LinkButton>
          </p>
        </Notice>
      ) : null}
      {above}
      <h1>{words.say('app.start.ask')}</h1>
      <SearchLine
        words={words}
        action={FINDER_PATH}
        label={words.say('app.start.ask')}
        example={words.say('app.start.example')}
        hint={words.say('app.start.private')}
      />
      <Pair>
        <Door href={FINDER_PATH} title={words.say('app.start.find')} icon="search">
          {words.say('app.start.find.text')}
        </Door>
        <Door href={WORKING_TOGETHER_PATH} title={words.say('app.start.together')} icon="people" thread="second">
          {words.say('app.start.together.text')}
        </Door>
      </Pair>
      <p>
        <a href="/listen">{words.say('app.start.lists')}</a>{' '}
        <span class="soft">{words.say('app.start.lists.text')}</span>
      </p>
      {frame.invented ? (
        <p>
          <a href="/beispiele">{words.say('app.start.examples')}</a>
        </p>
      ) : null}
      <Part title={words.say('app.start.state')}>
        <Statements statements={statementsOf(words, standing)} />
      </Part>
      {lately.length === 0 ? null : (
        <Part title={words.say('app.start.lately')}>
          <Rows>
            {lately.map((entry) => (
              <ResultRow words={words} entry={entry} today={today} level={3} />
            ))}
          </Rows>
        </Part>
      )}
    </Page>
  );
}
