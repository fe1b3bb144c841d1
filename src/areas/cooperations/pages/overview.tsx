import type { Hono } from 'hono';
import { keepNowhere, type Env } from '../../../platform/http/index.ts';
import { organisationsOf, voicesOf } from '../../../plain/actor.ts';
import { isolated } from '../../../plain/isolated.ts';
import { dayOf } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import {
  Chip,
  EmptyState,
  LinkButton,
  MailsByHand,
  Notice,
  Page,
  Pager,
  PageTitle,
  RelatedLinks,
  Row,
  Rows,
  type Frame,
} from '../../../ui/index.ts';
import type { Cooperation } from '../cooperation.ts';
import { gatherAll, type Together } from '../load.ts';
import type { Pointer } from '../part.ts';
import { ownOf } from '../own.ts';
import { COOPERATIONS_PATH, REFLECTION_PATH, SEARCH_REQUESTS_PATH, WORKING_TOGETHER_PATH } from '../paths.ts';
import { countCooperations, findCooperationsOn } from '../store.ts';
import { named, titleOf, type CooperationPages, type Named } from './access.ts';
import { pageAt, type Paged } from './paged.ts';
import { WelcomePage } from './welcome.tsx';

const PAGE_SIZE = 20;

interface Standing {
  readonly cooperation: Cooperation;
  readonly together: Together;
}

/** `/zusammenarbeit`: what whoever speaks for an organisation is in, and for everybody else what that means here. */
export function addOverviewPage(web: Hono<Env>, pages: CooperationPages): void {
  web.get(WORKING_TOGETHER_PATH, async (c) => {
    const { actor, words, read } = c.var;
    const frame = await pages.frame(c);
    if (organisationsOf(actor).length === 0)
      return c.html(<WelcomePage frame={frame} isSignedIn={actor.kind !== 'stranger'} />);
    keepNowhere(c);
    const today = dayOf(read.clock.now());
    const own = voicesOf(actor);
    const { standing, names, waiting, deadlines, paged } = await read.db.read(async (db) => {
      const paged = pageAt(c, await countCooperations(db), PAGE_SIZE);
      const seen = (await findCooperationsOn(db, paged))
        .filter(({ partners }) => partners.some(({ organisation }) => own.includes(organisation)))
        .map((cooperation) => ({ cooperation, own: ownOf(actor, cooperation.partners) }));
      const together = await gatherAll(db, seen, pages.parts, today);
      const found = seen.map((one): Standing => ({ cooperation: one.cooperation, together: together(one) }));
      const everyone = found.flatMap((one) => one.cooperation.partners.map(({ organisation }) => organisation));
      const names = await pages.namesOf(db, [...new Set(everyone)], words);
      const waiting = await pages.waitingFor(db, own, words);
      return { standing: found, names, waiting, paged, deadlines: await pages.nextDeadline(db, own, today) };
    });
    return c.html(<OverviewPage {...{ frame, standing, names, waiting, deadlines, paged }} />);
  });
}

function OverviewPage({
  frame,
  standing,
  names,
  waiting,
  deadlines,
  paged: { page, pages },
}: {
  readonly frame: Frame;
  readonly standing: readonly Standing[];
  readonly names: ReadonlyMap<string, string>;
  readonly waiting: readonly Pointer[];
  readonly deadlines: Awaited<ReturnType<CooperationPages['nextDeadline']>>;
  readonly paged: Paged;
}) {
  const { words } = frame;
  const title = words.say('cooperations.overview.title');
  return (
    <Page frame={frame} title={title} noindex readers="own">
      <PageTitle title={title} below={words.say('cooperations.overview.text')} />
      {waiting.length === 0 ? null : (
        <Notice tone="look" title={words.say('cooperations.overview.waiting')}>
          <ul>
            {waiting.map(({ text, href }) => (
              <li>
                <a href={href}>{words.tell(text)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p>
        <LinkButton href={`${WORKING_TOGETHER_PATH}/neu`} icon="plus">
          {words.say('cooperations.overview.begin')}
        </LinkButton>
      </p>
      {standing.length === 0 ? (
        waiting.length > 0 ? null : (
          <EmptyState title={words.say('cooperations.overview.none')} icon="people">
            <p>{words.say('cooperations.overview.none.text')}</p>
          </EmptyState>
        )
      ) : (
        <Rows label={title}>
          {standing.map((one) => (
            <CooperationRow
              words={words}
              standing={one}
              partners={named(
                one.cooperation.partners.map(({ organisation }) => organisation),
                names,
                words,
              )}
            />
          ))}
        </Rows>
      )}
      <Pager words={words} page={page} pages={pages} href={(to) => `?seite=${to}`} />
      <MailsByHand frame={frame} />
      <RelatedLinks
        title={words.say('cooperations.related')}
        links={[
          { href: deadlines.href, label: words.tell(deadlines.title), note: words.tell(deadlines.note) },
          {
            href: SEARCH_REQUESTS_PATH,
            label: words.say('cooperations.sought.title'),
            note: words.say('cooperations.sought.note'),
          },
          {
            href: REFLECTION_PATH,
            label: words.say('cooperations.reflection.title'),
            note: words.say('cooperations.reflection.note'),
          },
        ]}
      />
    </Page>
  );
}

const MOST_OPEN = 3;

// words: cooperations.stage.*
function CooperationRow({
  words,
  standing: { cooperation, together },
  partners,
}: {
  readonly words: Words;
  readonly standing: Standing;
  readonly partners: readonly Named[];
}) {
  const { open, stage } = together;
  const rest = open.length - MOST_OPEN;
  return (
    <Row
      level={2}
      href={`${COOPERATIONS_PATH}/${cooperation.id}`}
      title={<bdi>{titleOf(words, cooperation)}</bdi>}
      beside={<Chip tone={stage === 'ended' ? 'end' : 'plain'}>{words.say(`cooperations.stage.${stage}`)}</Chip>}
    >
      <p class="soft">
        {partners.length === 1
          ? words.say('cooperations.overview.alone')
          : words.list(partners.map(({ name }) => isolated(words, name)))}
      </p>
      {open.length === 0 ? (
        <p>{words.say('cooperations.open.none')}</p>
      ) : (
        <ul>
          {open.slice(0, MOST_OPEN).map(({ text, href }) => (
            <li>
              <a href={href}>{words.tell(text)}</a>
            </li>
          ))}
          {rest > 0 ? <li>{words.say('cooperations.open.more', { count: rest })}</li> : null}
        </ul>
      )}
    </Row>
  );
}
