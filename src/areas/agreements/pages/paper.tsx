import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import { addBalancePage } from './balance.tsx';
import type { AgreementPages } from './pages.ts';
import { addPdfPage } from './pdf.ts';

/** An agreement on paper, and the balance sheet of its partners. */
export function addPaperPages(web: Hono<Env>, pages: AgreementPages): void {
  addPdfPage(web, pages);
  addBalancePage(web, pages);
}
