import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import { addCalendarsPage } from './calendars.tsx';
import { addCommitmentPage } from './commitment.tsx';
import { addDeadlinesPage } from './deadlines.tsx';
import { addFeed } from './feed.ts';
import type { CommitmentPages } from './pages.ts';

/** `/fristen…`, `/zusagen/:cooperation/:id` and `/kalender/:token.ics`: what was promised, by when, and how it stands. */
export function addCommitmentPages(web: Hono<Env>, pages: CommitmentPages): void {
  addDeadlinesPage(web, pages);
  addCommitmentPage(web, pages);
  addCalendarsPage(web, pages);
  addFeed(web, pages);
}
