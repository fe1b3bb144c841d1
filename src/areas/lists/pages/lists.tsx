import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import { dayOf } from '../../../plain/time.ts';
import { Buttons, Chip, EmptyState, LinkButton, Page, PageTitle, Row, Rows, type Frame } from '../../../ui/index.ts';
import { findSourcesOf } from '../../claims/index.ts';
import type { List } from '../list.ts';
import { dueOn } from '../show-list.ts';
import { countListed, type ListStanding } from '../store-listed.ts';
import { may } from '../may.ts';
import { findLists } from '../store.ts';
import type { ListPages } from './access.ts';
import { isolated } from '../../../plain/isolated.ts';

/** `GET /listen`: all lists that make up the register. */
export function addAllListsPage(web: Hono<Env>, { frame }: ListPages): void {
  web.get('/listen', async (c) => {
    const shown = await c.var.read.db.read(async (db) => {
      const counts = await countListed(db);
      const lists: ShownList[] = [];
      for (const list of await findLists(db)) {
        const [last] = await findSourcesOf(db, list.id);
        const standing = counts.get(list.id) ?? { rows: 0, gone: 0 };
        lists.push({
          list,
          standing,
          lastTaken: standing.rows + standing.gone === 0 ? null : (last?.retrievedAt ?? null),
        });
      }
      return lists;
    });
    const isKeeper = may.keepLists(c.var.actor) === true;
    return c.html(<ListsPage frame={await frame(c)} isKeeper={isKeeper} lists={shown} now={c.var.read.clock.now()} />);
  });
}

interface ShownList {
  readonly list: List;
  readonly standing: ListStanding;
  readonly lastTaken: Date | null;
}

function ListsPage({
  frame,
  isKeeper,
  lists,
  now,
}: {
  readonly frame: Frame;
  readonly isKeeper: boolean;
  readonly lists: readonly ShownList[];
  readonly now: Date;
}) {
  const { words } = frame;
  return (
    <Page frame={frame} title={words.say('lists.all.title')} alternates>
      <PageTitle title={words.say('lists.all.title')} below={words.say('lists.all.text')} />
      {isKeeper ? (
        <Buttons>
          <LinkButton href="/listen/neu" icon="upload">
            {words.say('lists.all.bringIn')}
          </LinkButton>
        </Buttons>
      ) : null}
      {lists.length === 0 ? (
        <EmptyState title={words.say('lists.all.none')} icon="list">
          <p>{words.say('lists.all.none.text')}</p>
        </EmptyState>
      ) : (
        <Rows label={words.say('lists.all.title')}>
          {lists.map(({ list, standing, lastTaken }) => (
            <Row
              level={2}
              href={`/listen/${list.id}`}
              title={<bdi>{list.title}</bdi>}
              beside={<DueChip frame={frame} list={list} lastTaken={lastTaken} now={now} />}
              why={[
                words.say('lists.all.by', { publisher: isolated(words, list.publisher) }),
                words.say(`lists.licence.${list.licence}`),
                words.say(`lists.rhythm.${list.rhythm}`),
              ].join('\u00a0· ')}
            >
              {list.purpose === '' ? null : (
                <p>
                  <bdi>{list.purpose}</bdi>
                </p>
              )}
              <p>
                {words.say('lists.all.rows', { count: standing.rows })}
                {lastTaken === null ? null : ` ${words.say('lists.all.lastTaken', { day: words.day(lastTaken) })}`}
              </p>
            </Row>
          ))}
        </Rows>
      )}
    </Page>
  );
}

/** Whether the list should be brought in again, by the rhythm in which it is kept. */
export function DueChip({
  frame: { words },
  list,
  lastTaken,
  now,
}: {
  readonly frame: Frame;
  readonly list: List;
  readonly lastTaken: Date | null;
  readonly now: Date;
}) {
  if (lastTaken === null) return <Chip>{words.say('lists.due.never')}</Chip>;
  const day = dueOn(list.rhythm, lastTaken);
  if (day === null) return null;
  return day < dayOf(now) ? (
    <Chip tone="look" icon="clock">
      {words.say('lists.due.since', { day: words.day(day) })}
    </Chip>
  ) : (
    <Chip icon="clock">{words.say('lists.due.on', { day: words.day(day) })}</Chip>
  );
}
