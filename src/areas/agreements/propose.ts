import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { insertChanges } from './store-change.ts';
import { takeAgreement } from './store.ts';
import { findParagraph, isCurrent, partnersOf, type Change } from './text.ts';

/** A change with why it is wished; the reason may be empty. */
export interface Wish extends Change {
  readonly reason: string;
}

/** The changes that were overtaken while they were written: what stands there has moved on. Nothing was handed over. */
export interface Overtaken {
  readonly paragraphs: readonly string[];
}

/** A partner hands changes over to the others. A new paragraph comes from the one who proposes it. */
export async function propose(
  { db, actor, clock }: Context,
  {
    agreement,
    partner,
    wishes,
  }: { readonly agreement: string; readonly partner: string; readonly wishes: readonly Wish[] },
): Promise<Result<string, Overtaken>> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    const standing = await takeAgreement(tx, agreement);
    const { text } = standing.version;
    const isSpeaker = partnersOf(text).includes(partner);
    const overtaken = wishes.filter((wish) => !isCurrent(text, wish) || !isOwn(wish, partner));
    if (!isSpeaker || overtaken.length > 0) return not({ paragraphs: overtaken.map(({ paragraph }) => paragraph) });
    const at = clock.now();
    const proposal = newId(at);
    const changes = wishes.map((wish) => ({ ...wish, id: newId(at), proposal, partner }));
    await insertChanges(tx, standing, changes, dayOf(at));
    await note(tx, partner, { at, act: 'agreement.proposed', byRole: 'organisation', about: `agreement/${agreement}` });
    return ok(proposal);

    function isOwn({ paragraph, after }: Change, by: string): boolean {
      return findParagraph(text, paragraph) !== null || after?.origin === by;
    }
  });
}
