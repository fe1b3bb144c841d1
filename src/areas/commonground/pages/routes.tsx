import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import { addDoorPage } from './door.tsx';
import { addEditConversationPage } from './edit.tsx';
import { addConversationListPage } from './list.tsx';
import { addLogPages } from './log.tsx';
import { addNewConversationPage } from './new.tsx';
import type { ConversationPages } from './pages.ts';
import { addPaperPage } from './paper.tsx';
import { addResultPages } from './result.tsx';
import { addSayPage } from './say.tsx';
import { addSheetPage } from './sheet.tsx';
import { addConversationPage } from './show.tsx';
import { addTakeInPage } from './take-in.tsx';
import { addStatementsPage } from './statements.tsx';
import { addTranslationsPage } from './translations.tsx';
import { addVotePage } from './vote.tsx';
import { addVotesPage } from './votes.tsx';

/** `/gespraeche…` for whoever looks after a conversation and for the public, `/g/…` for whoever takes part. */
export function addConversationPages(web: Hono<Env>, pages: ConversationPages): void {
  addConversationListPage(web, pages);
  addNewConversationPage(web, pages);
  addTakeInPage(web, pages);
  addEditConversationPage(web, pages);
  addStatementsPage(web, pages);
  addTranslationsPage(web, pages);
  addSheetPage(web, pages);
  addLogPages(web, pages);
  addResultPages(web, pages);
  addConversationPage(web, pages);
  addPaperPage(web, pages);
  addDoorPage(web, pages);
  addVotePage(web, pages);
  addVotesPage(web, pages);
  addSayPage(web, pages);
}
