import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { Env, Request } from '../../../platform/http/index.ts';
import type { Reader } from '../../../platform/database/index.ts';
import type { Words } from '../../../plain/words.ts';
import { BackLink, EmptyState, Notice, Page, PageTitle, Pager, Rows } from '../../../ui/index.ts';
import { findShown, mergeShown, spokenOf, SubjectName, type Facts } from '../../claims/index.ts';
import { pageForm } from '../forms.ts';
import { findOverlaps, type Overlap } from '../store-pairs.ts';
import { DUPLICATES_PATH, keepersOnly, TALKS_PATH, type DuplicatePages } from './access.ts';

type Talking = Pick<DuplicatePages, 'register' | 'pathOf'>;

const A_PAGE = 25;

/** `/dasselbe/gespraeche`: offers that fit the same people at the same time, for their carriers to talk. */
export function addTalkPages(web: Hono<Env>, pages: DuplicatePages): void {
  web.get(TALKS_PATH, async (c) => {
    keepersOnly(c);
    const { seite } = pageForm.parse(c.req.query());
    const { all, overlaps, shown } = await c.var.read.db.read(async (db) => {
      const found = await findOverlaps(db);
      const here = found.slice((seite - 1) * A_PAGE, seite * A_PAGE);
      return { all: found.length, overlaps: here, shown: await factsOfAll(db, pages, here) };
    });
    const frame = await pages.frame(c);
    const { words } = frame;
    const title = words.say('duplicates.talks');
    return c.html(
      <Page frame={frame} title={title} noindex readers="keepers">
        <PageTitle
          back={<BackLink href={DUPLICATES_PATH}>{words.say('duplicates.title')}</BackLink>}
          title={title}
          below={words.say('duplicates.talks.text')}
        />
        {overlaps.length === 0 ? (
          <EmptyState title={words.say('duplicates.talks.none')} icon="check" />
        ) : (
          <Rows>
            {overlaps.map(({ pair: [a, b], topics }) => (
              <li>
                <div class="row-main">
                  <h2 class="row-title">
                    <Offer words={words} pages={pages} offer={a} facts={shown.get(a)} /> –{' '}
                    <Offer words={words} pages={pages} offer={b} facts={shown.get(b)} />
                  </h2>
                  <p class="soft">{words.say('duplicates.talks.topics', { topics: words.list(topics) })}</p>
                </div>
              </li>
            ))}
          </Rows>
        )}
        <Pager words={words} page={seite} pages={Math.ceil(all / A_PAGE)} href={(to) => `${TALKS_PATH}?seite=${to}`} />
      </Page>,
    );
  });
}

/** For the page of an offer: which others its carrier may want to talk about; nothing for whoever has no part in it. */
export async function talkNotice(c: Request, pages: Talking, offer: string): Promise<Child> {
  const { read, words, actor } = c.var;
  if (actor.kind === 'stranger') return null;
  const { overlaps, shown } = await read.db.read(async (db) => {
    const found = await findOverlaps(db, offer);
    return { overlaps: found, shown: await factsOfAll(db, pages, found) };
  });
  if (overlaps.length === 0) return null;
  return (
    <Notice title={words.say('duplicates.talks.here', { count: overlaps.length })}>
      <p>{words.say('duplicates.talks.here.text')}</p>
      <ul>
        {overlaps.map(({ pair: [a, b] }) => {
          const other = a === offer ? b : a;
          return (
            <li>
              <Offer words={words} pages={pages} offer={other} facts={shown.get(other)} />
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

async function factsOfAll(
  db: Reader,
  { register }: Talking,
  overlaps: readonly Overlap[],
): Promise<ReadonlyMap<string, Facts>> {
  const offers = [...new Set(overlaps.flatMap(({ pair }) => pair))];
  const rows = Map.groupBy(await findShown(db, 'offer', offers), ({ subject }) => subject);
  return new Map([...rows].map(([subject, parts]) => [subject, mergeShown(register.fields.offer, parts)]));
}

function Offer({
  words,
  pages,
  offer,
  facts = {},
}: {
  readonly words: Words;
  readonly pages: Talking;
  readonly offer: string;
  readonly facts?: Facts | undefined;
}) {
  const carrier = facts['carrier'];
  const isNamed = spokenOf(facts['name'], words, 'reader').length > 0;
  return (
    <>
      <a href={pages.pathOf('offer', offer)}>
        {isNamed ? (
          <SubjectName words={words} name={facts['name']} first="reader" nameless="" />
        ) : (
          words.say('duplicates.nameless')
        )}
      </a>
      {typeof carrier === 'string' ? (
        <>
          {' '}
          (<bdi>{carrier}</bdi>)
        </>
      ) : null}
    </>
  );
}
