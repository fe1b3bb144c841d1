import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import type { RequestPages } from './access.ts';
import { addAnswerPages } from './answer.tsx';
import { addIntroductionPages } from './introduction.tsx';
import { addRequestListPage } from './list.tsx';
import { addNewIntroductionPages } from './new-introduction.tsx';
import { addNewRequestPages } from './new-request.tsx';
import { addRequestPages } from './request.tsx';
import { addVouchPages } from './vouch.tsx';

/** `/anfragen…`, `/antwort…`, `/vorstellungen…` and `/buergschaften…`. */
export function addRequestsPages(web: Hono<Env>, pages: RequestPages): void {
  addNewRequestPages(web, pages);
  addRequestListPage(web, pages);
  addRequestPages(web, pages);
  addAnswerPages(web, pages);
  addNewIntroductionPages(web, pages);
  addIntroductionPages(web, pages);
  addVouchPages(web, pages);
}
