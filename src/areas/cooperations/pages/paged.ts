import type { Request } from '../../../platform/http/index.ts';
import { pageNumber } from '../../../plain/page-number.ts';

/** The page of a list that is asked for, and what of the list stands on it. */
export interface Paged {
  readonly page: number;
  readonly pages: number;
  readonly offset: number;
  readonly limit: number;
}

/** A page behind the last one is the last one: whoever follows an old link still finds something. */
export function pageAt(c: Request, count: number, limit: number): Paged {
  const pages = Math.max(1, Math.ceil(count / limit));
  const page = Math.min(pageNumber(c.req.query('seite')), pages);
  return { page, pages, offset: (page - 1) * limit, limit };
}
