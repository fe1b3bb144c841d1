import type { Context } from '../../platform/context.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { standOf } from './draft.ts';
import { demand, may } from './may.ts';
import { handOver } from './propose.ts';
import { findDraftChanges, removeDraftChanges } from './store-draft.ts';
import { takeAsPartner } from './take-as-partner.ts';
import type { Post } from './tell-partners.ts';

export interface HandedOver {
  readonly proposal: string;
  /** How many changes the others have before them now. */
  readonly count: number;
  /** Paragraphs that were overtaken while they were written; they stay in the draft. */
  readonly overtaken: readonly string[];
}

/** A side hands over to the others what it has written. */
export async function handDraftOver(
  { db, actor, clock }: Context,
  { agreement, partner }: { readonly agreement: string; readonly partner: string },
  post: Post | null = null,
): Promise<Result<HandedOver, 'nothing'>> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    const standing = await takeAsPartner(tx, agreement, partner);
    const draft = await findDraftChanges(tx, { agreement, partner });
    const { current, overtaken } = standOf(standing.version.text, draft);
    if (current.length === 0) return not('nothing');
    const telling = { post, at: clock.now() };
    const done = await handOver(tx, standing, { partner, wishes: current }, telling);
    if (!done.ok) return not('nothing');
    const handed = current.map(({ paragraph }) => paragraph);
    await removeDraftChanges(tx, { agreement, partner }, handed);
    return ok({
      proposal: done.value,
      count: handed.length,
      overtaken: overtaken.map(({ paragraph }) => paragraph),
    });
  });
}
