import type { Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { carriedOver } from './draft.ts';
import type { ProposedChange } from './proposal.ts';
import { findDraftChanges, keepDraftChange } from './store-draft.ts';
import type { Standing } from './store.ts';
import { findParagraph } from './text.ts';

/**
 * Whoever counters begins with the words of the other, in its own draft. What it has written there itself stays, and a
 * wish to take something away begins nothing.
 */
export async function beginCounter(
  tx: Transaction,
  standing: Standing,
  { change, partner, day }: { readonly change: ProposedChange; readonly partner: string; readonly day: Day },
): Promise<void> {
  const { text } = standing.version;
  const { paragraph, base, after } = change;
  if (after === null) return;
  const isNew = findParagraph(text, paragraph) === null;
  const wish = { paragraph, base, after, reason: '' };
  const own = isNew ? { ...wish, base: null } : carriedOver(text, wish, partner);
  const draft = await findDraftChanges(tx, { agreement: standing.id, partner });
  if (own === null || draft.some((one) => one.paragraph === own.paragraph)) return;
  await keepDraftChange(tx, standing, { partner, change: own, day });
}
