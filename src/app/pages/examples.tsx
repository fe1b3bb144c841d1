import type { Hono } from 'hono';
import type { Clock } from '../../platform/clock.ts';
import { NotFoundError } from '../../platform/errors.ts';
import type { Env } from '../../platform/http/index.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { LinkButton, Page, PageTitle, Row, Rows, type Frame } from '../../ui/index.ts';
import { examples, type Example } from '../demo-files.ts';
import type { Frames } from '../frame.ts';

/** Lists of the invented county to download and try; nowhere else. */
export function addExamplePages(
  web: Hono<Env>,
  { frame, clock, invent = examples }: { readonly frame: Frames; readonly clock: Clock; readonly invent?: Invent },
): void {
  const lists = onceADay(invent);
  const all = async (): Promise<readonly Example[]> => {
    const installation = await frame.begun();
    if (installation?.invented !== true) throw new NotFoundError();
    return lists(dayOf(clock.now()));
  };
  web.get('/beispiele', async (c) => {
    const shown = await all();
    return c.html(<ExamplesPage frame={await frame(c)} shown={shown} />);
  });
  web.get('/beispiele/:name', async (c) => {
    const example = (await all()).find(({ name }) => name === c.req.param('name'));
    if (example === undefined) throw new NotFoundError();
    const { name, type, bytes } = await example.make();
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
    });
  });
}

/** The lists as they are on a day. */
type Invent = (today: Day) => readonly Example[];

/** Inventing the whole county lasts longer than showing it, and within a day it is the same. */
function onceADay(invent: Invent): Invent {
  let last: { readonly day: Day; readonly lists: readonly Example[] } | null = null;
  return (day) => {
    if (last?.day !== day) last = { day, lists: invent(day) };
    return last.lists;
  };
}

// words: app.examples.list.*
function ExamplesPage({ frame, shown }: { readonly frame: Frame; readonly shown: readonly Example[] }) {
  const { words } = frame;
  return (
    <Page frame={frame} title={words.say('app.examples.title')} alternates>
      <PageTitle title={words.say('app.examples.title')} below={words.say('app.examples.text')} />
      <Rows>
        {shown.map(({ name, list, isLater }) => (
          <Row
            level={2}
            href={`/beispiele/${name}`}
            title={
              isLater ? (
                <bdi>{words.say('app.examples.later', { title: list.title })}</bdi>
              ) : (
                <bdi lang="de">{list.title}</bdi>
              )
            }
            why={<bdi dir="ltr">{name}</bdi>}
          >
            {words.say(isLater ? 'app.examples.list.later' : `app.examples.list.${list.key}`)}
          </Row>
        ))}
      </Rows>
      {frame.signedIn ? (
        <p>
          <LinkButton href="/listen/neu" icon="upload">
            {words.say('app.examples.take')}
          </LinkButton>
        </p>
      ) : null}
    </Page>
  );
}
