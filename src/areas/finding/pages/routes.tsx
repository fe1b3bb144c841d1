import type { Hono } from 'hono';
import type { Env, Request } from '../../../platform/http/index.ts';
import type { Frame } from '../../../ui/index.ts';
import { find } from '../find.ts';
import { readQuery } from '../forms.ts';
import type { Finder } from '../open-finder.ts';
import { FEED_PATH, FINDER_PATH, JSON_FEED_PATH } from './address.ts';
import { feedOf } from './feed.ts';
import { jsonFeedOf } from './json-feed.ts';
import { FinderPage } from './finder.tsx';
import { todayOf } from './say-entry.ts';

export interface FindingPages {
  readonly frame: (c: Request) => Promise<Frame>;
  readonly finder: Finder;
}

const FEED_SIZE = 50;

/** The finder and its feeds. */
export function addFindingPages(web: Hono<Env>, { frame, finder }: FindingPages): void {
  web.get(FINDER_PATH, async (c) => {
    const { query, notes } = readQuery(new URL(c.req.url).searchParams);
    const found = await find(c.var.read, finder, query);
    const today = todayOf(c.var.read.clock.now(), query.stand);
    return c.html(<FinderPage frame={await frame(c)} found={found} notes={notes} today={today} />);
  });
  const lately = (c: Request) => {
    const { query } = readQuery(new URL(c.req.url).searchParams);
    return find(c.var.read, finder, { ...query, page: 1 }, { size: FEED_SIZE, order: 'freshness' });
  };
  web.get(FEED_PATH, async (c) =>
    c.body(feedOf(await frame(c), await lately(c)), 200, { 'content-type': 'application/atom+xml; charset=utf-8' }),
  );
  web.get(JSON_FEED_PATH, async (c) =>
    c.body(jsonFeedOf(await frame(c), await lately(c)), 200, {
      'content-type': 'application/feed+json; charset=utf-8',
    }),
  );
}
