import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import type { FreshnessPages } from './access.ts';
import { addAskPages } from './ask.tsx';
import { addCodePages } from './code.tsx';
import { addConfirmPages } from './confirm.tsx';
import { addCorrectPages } from './correct.tsx';
import { addNotUsPage } from './not-us.tsx';
import { addQueuePages } from './queue.tsx';
import { addShowingPage } from './showing.tsx';

export type { FreshnessPages } from './access.ts';

/** `/bestaetigen…` for whoever got a link or a letter, `/auffrischen…` for whoever asks, and what an organisation decides for itself. */
export function addFreshnessPages(web: Hono<Env>, pages: FreshnessPages): void {
  addCodePages(web, pages);
  addConfirmPages(web, pages);
  addCorrectPages(web, pages);
  addQueuePages(web, pages);
  addAskPages(web, pages);
  addShowingPage(web, pages);
  addNotUsPage(web, pages);
}
