import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import type { DuplicatePages } from './access.ts';
import { addJudgementPages } from './judgements.tsx';
import { addQuestionPages } from './question.tsx';
import { addTalkPages } from './talks.tsx';

/** "Ist das dasselbe?" and what was answered, for those who look after the network. */
export function addDuplicatePages(web: Hono<Env>, pages: DuplicatePages): void {
  addQuestionPages(web, pages);
  addJudgementPages(web, pages);
  addTalkPages(web, pages);
}
