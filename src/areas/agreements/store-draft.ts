import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { DraftChanges } from './draft.ts';
import type { Wish } from './propose.ts';
import type { Standing } from './store.ts';
import './tables.ts';

interface Place {
  readonly agreement: string;
  readonly partner: string;
}

/** What a partner has written and not handed over, in the order in which its paragraphs came to be. */
export async function findDraftChanges(db: Reader, { agreement, partner }: Place): Promise<DraftChanges> {
  return db
    .selectFrom('draft_change')
    .select(['paragraph', 'base', 'after', 'reason'])
    .where('agreement', '=', agreement)
    .where('partner', '=', partner)
    .orderBy('number')
    .execute();
}

export async function keepDraftChange(
  tx: Transaction,
  { id: agreement, cooperation }: Standing,
  { partner, change, day }: { readonly partner: string; readonly change: Wish; readonly day: Day },
): Promise<void> {
  const { paragraph, base, reason } = change;
  const after = change.after === null ? null : JSON.stringify(change.after);
  await tx
    .insertInto('draft_change')
    .values({ agreement, cooperation, partner, paragraph, base, after, reason, day })
    .onConflict((conflict) =>
      conflict.columns(['agreement', 'partner', 'paragraph']).doUpdateSet({ base, after, reason }),
    )
    .execute();
}

export async function removeDraftChanges(
  tx: Transaction,
  { agreement, partner }: Place,
  paragraphs: readonly string[],
): Promise<void> {
  if (paragraphs.length === 0) return;
  await tx
    .deleteFrom('draft_change')
    .where('agreement', '=', agreement)
    .where('partner', '=', partner)
    .where('paragraph', 'in', paragraphs)
    .execute();
}

/** Ids that a new paragraph can no longer have: of everything that was ever proposed here. */
export async function findUsedIds(db: Reader, agreement: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('proposed_change')
    .select('paragraph')
    .distinct()
    .where('agreement', '=', agreement)
    .execute();
  return rows.map(({ paragraph }) => paragraph);
}

/** Which partner first brought each of these paragraphs, whatever became of it. */
export async function findBringers(
  db: Reader,
  agreement: string,
  paragraphs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (paragraphs.length === 0) return new Map();
  const rows = await db
    .selectFrom('proposed_change')
    .select(['paragraph', 'partner'])
    .where('agreement', '=', agreement)
    .where('paragraph', 'in', paragraphs)
    .where('base', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map(({ paragraph, partner }) => [paragraph, partner]));
}
