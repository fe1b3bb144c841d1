import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import { addDifferencePage } from './difference.tsx';
import { addDraftPages } from './draft.tsx';
import { addPaperPages } from './paper.tsx';
import type { AgreementPages } from './pages.ts';
import { addSheetPages } from './sheet.tsx';
import { addShowPages } from './show.tsx';
import { addSignPages } from './sign.tsx';
import { addVersionPages } from './versions.tsx';

export type { AgreementPages } from './pages.ts';

/** `/vereinbarungen…` and `/kooperationen/:id/bogen`: what partners write, read, sign and print together. */
export function addAgreementPages(web: Hono<Env>, pages: AgreementPages): void {
  addSheetPages(web, pages);
  addDraftPages(web, pages);
  addSignPages(web, pages);
  addPaperPages(web, pages);
  addVersionPages(web, pages);
  addDifferencePage(web, pages);
  addShowPages(web, pages);
}
