import type { Hono } from 'hono';
import { context, leaveNotice, type Env, type Request } from '../../../platform/http/index.ts';

import { saying } from '../../../plain/words.ts';
import {
  Button,
  Chip,
  EmptyState,
  Form,
  Page,
  PageTitle,
  Pager,
  Part,
  ReadersNote,
  RelatedLinks,
  Row,
  Rows,
  type Frame,
} from '../../../ui/index.ts';
import { askNext } from '../ask-next.ts';
import { queueForm, type QueueView } from '../forms.ts';
import { demand, keepersOnly, may } from '../may.ts';
import { openQueue, QUEUE_PAGE, type Queue } from '../queue.ts';
import { nameIn, type FreshnessPages } from './access.ts';

const VIEWS: readonly QueueView[] = ['alle', 'offen', 'mensch', 'still', 'nicht'];

/** `/auffrischen`: whom nobody has heard of for longest, first. */
export function addQueuePages(web: Hono<Env>, pages: FreshnessPages): void {
  web.get('/auffrischen', async (c) => {
    keepersOnly(c.var.actor);
    const { zeige, seite } = queueForm.parse(c.req.query());
    const queue = await openQueue(c.var.read, pages, { view: zeige, page: seite });
    return c.html(<QueuePage frame={await pages.frame(c)} queue={queue} view={zeige} page={seite} />);
  });
  web.post('/auffrischen', async (c: Request) => {
    demand(may.ask(c.var.actor));
    const count = await askNext(context(c), pages);
    leaveNotice(c, saying('freshness.queue.asked', { count }));
    return c.redirect('/auffrischen', 303);
  });
}

// words: freshness.queue.view.* freshness.state.* freshness.kind.*
function QueuePage({
  frame,
  queue,
  view,
  page,
}: {
  readonly frame: Frame;
  readonly queue: Queue;
  readonly view: QueueView;
  readonly page: number;
}) {
  const { words } = frame;
  const href = (to: QueueView, number = 1) => `/auffrischen?zeige=${to}${number === 1 ? '' : `&seite=${number}`}`;
  return (
    <Page frame={frame} title={words.say('freshness.queue.title')} noindex readers="keepers">
      <PageTitle title={words.say('freshness.queue.title')} below={words.say('freshness.queue.text')} />
      <RelatedLinks
        title={words.say('freshness.queue.views')}
        links={VIEWS.map((each) => ({
          href: href(each),
          label: words.say(`freshness.queue.view.${each}`),
          ...(queue.counts[each] === undefined ? {} : { note: words.number(queue.counts[each]) }),
        }))}
      />
      <Part title={words.say(`freshness.queue.view.${view}`)}>
        {queue.lines.length === 0 ? (
          <EmptyState title={words.say('freshness.queue.empty')} icon="check" />
        ) : (
          <Rows>
            {queue.lines.map(({ subject, name, kind, on, ask, isLapsed, isWithdrawn }) => (
              <Row
                href={`/auffrischen/${subject}`}
                title={<bdi>{nameIn(name, words)}</bdi>}
                why={on === null ? undefined : words.say('freshness.queue.lastWord', { day: words.day(on) })}
                beside={
                  <>
                    <Chip>{words.say(`freshness.kind.${kind}`)}</Chip>
                    {isLapsed ? <Chip tone="look">{words.say('freshness.queue.lapsed')}</Chip> : null}
                    {isWithdrawn ? <Chip tone="end">{words.say('freshness.queue.withdrawn')}</Chip> : null}
                    {ask === null ? null : (
                      <Chip icon={ask.channel === 'mail' ? 'mail' : 'print'}>
                        {words.say(`freshness.state.${ask.state.replaceAll(' ', '-')}`)}
                      </Chip>
                    )}
                  </>
                }
              />
            ))}
          </Rows>
        )}
        <Pager
          words={words}
          page={page}
          pages={queue.lines.length === QUEUE_PAGE ? page + 1 : page}
          href={(to) => href(view, to)}
        />
      </Part>
      {view === 'alle' ? (
        <Part title={words.say('freshness.queue.next')}>
          <p>{words.say('freshness.queue.next.text')}</p>
          <Form action="/auffrischen" label={words.say('freshness.queue.next')}>
            <ReadersNote words={words} scope="own">
              {words.say('freshness.ways.readers')}
            </ReadersNote>
            <Button icon="mail">{words.say('freshness.queue.next.go')}</Button>
          </Form>
        </Part>
      ) : null}
    </Page>
  );
}
