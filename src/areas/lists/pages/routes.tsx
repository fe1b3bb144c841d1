import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import type { ListPages } from './access.ts';
import { addColumnPages } from './columns.tsx';
import { addDescriptionPages } from './description.tsx';
import { addAllListsPage } from './lists.tsx';
import { addNewImportPages } from './new-import.tsx';
import { addPreviewPages } from './preview.tsx';
import { addOneListPage } from './list.tsx';
import { addTakingPages } from './taking.tsx';

/** `/listen…` and `/importe…`: the lists, and the conversation in which one is brought in. */
export function addListPages(web: Hono<Env>, pages: ListPages): void {
  addAllListsPage(web, pages);
  addNewImportPages(web, pages);
  addDescriptionPages(web, pages);
  addOneListPage(web, pages);
  addColumnPages(web, pages);
  addPreviewPages(web, pages);
  addTakingPages(web, pages);
}
