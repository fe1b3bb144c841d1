import { findProtected } from '../areas/claims/index.ts';
import { countDeadlines } from '../areas/commitments/index.ts';
import { findLists } from '../areas/lists/index.ts';
import type { OpenItems } from '../areas/people/index.ts';
import { dayOf } from '../plain/time.ts';
import { saying } from '../plain/words.ts';

/** What the areas have open for a role before it changes hands. */
export const OPEN_ITEMS: readonly OpenItems[] = [
  async (db, { kind }) => {
    const count = kind === 'coordination' ? (await findLists(db)).length : 0;
    return count === 0 ? [] : [{ key: 'lists', told: saying('app.handOver.lists', { count }), href: '/listen' }];
  },
  (_db, { kind }) =>
    Promise.resolve(
      kind === 'coordination' ? [{ key: 'queue', told: saying('app.handOver.queue'), href: '/auffrischen' }] : [],
    ),
  async (db, { organisation }) => {
    if (organisation === null || (await findProtected(db, [organisation])).length === 0) return [];
    const href = `/organisationen/${organisation}/schutz`;
    return [{ key: 'protection', told: saying('app.handOver.protected'), href }];
  },
  async (db, { organisation }, now) => {
    if (organisation === null) return [];
    const { commitments, agreements } = await countDeadlines(db, organisation, dayOf(now));
    if (commitments === 0) return [];
    const told = saying('app.handOver.deadlines', { agreements, count: commitments });
    return [{ key: 'deadlines', told, href: '/fristen' }];
  },
];
