import type { Hono } from 'hono';
import { NotFoundError } from '../../../platform/errors.ts';
import type { Env } from '../../../platform/http/index.ts';
import { readCalendar } from '../calendar.ts';
import type { CommitmentPages } from './pages.ts';

const ENDING = '.ics';

/** `/kalender/:token.ics`: for programs. Every address that opens nothing is the plain 404. */
export function addFeed(web: Hono<Env>, pages: CommitmentPages): void {
  web.get('/kalender/:file', async (c) => {
    const file = c.req.param('file');
    if (!file.endsWith(ENDING)) throw new NotFoundError();
    const calendar = await readCalendar(c.var.read, pages, file.slice(0, -ENDING.length));
    return c.body(calendar, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    });
  });
}
