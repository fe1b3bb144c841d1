import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import type { CooperationPages } from './access.ts';
import { addBeginPages } from './begin.tsx';
import { addOverviewPage } from './overview.tsx';
import { addQuestionPages } from './plan-question.tsx';
import { addPlanPages } from './plan.tsx';
import { addReflectionPage } from './reflection.tsx';
import { addRenamePages } from './rename.tsx';
import { addSearchPage } from './search.tsx';
import { addNewSearchRequestPages } from './search-request-new.tsx';
import { addSearchRequestPages } from './search-requests.tsx';
import { addShowPages } from './show.tsx';

/** `/zusammenarbeit…`, `/nachdenken`, `/gesuche…` and what a cooperation has of its own below `/kooperationen/:id`. */
export function addCooperationPages(web: Hono<Env>, pages: CooperationPages): void {
  addOverviewPage(web, pages);
  addBeginPages(web, pages);
  addReflectionPage(web, pages);
  addShowPages(web, pages);
  addRenamePages(web, pages);
  addPlanPages(web, pages);
  addQuestionPages(web, pages);
  addSearchPage(web, pages);
  addSearchRequestPages(web, pages);
  addNewSearchRequestPages(web, pages);
}
