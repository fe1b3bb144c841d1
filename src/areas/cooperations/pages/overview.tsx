import type { Hono } from 'hono';
import { keepNowhere, type Env } from '../../../platform/http/index.ts';
import { organisationsOf, speaksFor } from '../../../plain/actor.ts';
import { isolated } from '../../../plain/isolated.ts';
import { dayOf } from '../../../plain/time.ts';
import type { Words } from '../../../plain/words.ts';
import {
  Chip,
  EmptyState,
  LinkButton,
  Page,
  PageTitle,
  RelatedLinks,
  Row,
  Rows,
  type Frame,
} from '../../../ui/index.ts';
import type { Cooperation } from '../cooperation.ts';
import { gatherAll, type Together } from '../load.ts';
import { ownOf } from '../own.ts';
import { COOPERATIONS_PATH, REFLECTION_PATH, SEARCH_REQUESTS_PATH, WORKING_TOGETHER_PATH } from '../paths.ts';
import { findCooperations } from '../store.ts';
import { named, titleOf, type CooperationPages, type Named } from './access.ts';
import { WelcomePage } from './welcome.tsx';

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
    const { standing, names, deadlines } = await read.db.read(async (db) => {
      const seen = (await findCooperations(db))
        .filter(({ partners }) => partners.some(({ organisation }) => speaksFor(actor, organisation)))
        .map((cooperation) => ({ cooperation, own: ownOf(actor, cooperation.partners) }));
      const together = await gatherAll(db, seen, pages.parts, today);
      const found = seen.map((one): Standing => ({ cooperation: one.cooperation, together: together(one) }));
      const everyone = found.flatMap((one) => one.cooperation.partners.map(({ organisation }) => organisation));
      const names = await pages.namesOf(db, [...new Set(everyone)], words);
      return { standing: found, names, deadlines: await pages.nextDeadline(db, organisationsOf(actor), today) };
    });
    return c.html(<OverviewPage frame={frame} standing={standing} names={names} deadlines={deadlines} />);
  });
}

function OverviewPage({
  frame,
  standing,
  names,
  deadlines,
}: {
  readonly frame: Frame;
  readonly standing: readonly Standing[];
  readonly names: ReadonlyMap<string, string>;
  readonly deadlines: Awaited<ReturnType<CooperationPages['nextDeadline']>>;
}) {
  const { words } = frame;
  const title = words.say('cooperations.overview.title');
  return (
    <Page frame={frame} title={title} noindex readers="own">
      <PageTitle title={title} below={words.say('cooperations.overview.text')} />
      <p>
        <LinkButton href={`${WORKING_TOGETHER_PATH}/neu`} icon="plus">
          {words.say('cooperations.overview.begin')}
        </LinkButton>
      </p>
      {standing.length === 0 ? (
        <EmptyState title={words.say('cooperations.overview.none')} icon="people">
          <p>{words.say('cooperations.overview.none.text')}</p>
        </EmptyState>
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
