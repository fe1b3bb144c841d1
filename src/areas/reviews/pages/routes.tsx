import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import { addClosingPages } from './closing.tsx';
import { addExitPages } from './exit.tsx';
import { addReviewPages } from './review.tsx';
import type { ReviewPages } from './view.ts';

/** Looking back, ending and going. */
export function addReviewsPages(web: Hono<Env>, pages: ReviewPages): void {
  addReviewPages(web, pages);
  addClosingPages(web, pages);
  addExitPages(web, pages);
}
