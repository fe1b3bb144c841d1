import type { Said } from './store-thread.ts';

type Word = Pick<Said, 'partner' | 'verdict'>;

/** Whether a partner has asked about a change and nobody has replied: then it is not its turn. */
export function isAsking(thread: readonly Word[], partner: string): boolean {
  const last = thread.findLast((one) => one.verdict === 'reply' || one.partner === partner);
  return last?.verdict === 'ask';
}

/** Whether a question about a change waits for whoever brought it. */
export function isAsked(thread: readonly Word[]): boolean {
  return thread.some(({ partner }) => isAsking(thread, partner));
}
