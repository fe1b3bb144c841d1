import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { newId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { confirmOwn } from './confirm-own.ts';
import { demand, may } from './may.ts';
import { insertChanges } from './store-change.ts';
import { findBringers } from './store-draft.ts';
import { takeAgreement, type Standing } from './store.ts';
import { tellPartners, type Post, type Telling } from './tell-partners.ts';
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
  post: Post | null = null,
): Promise<Result<string, Overtaken>> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    const standing = await takeAgreement(tx, agreement);
    return handOver(tx, standing, { partner, wishes }, { post, at: clock.now() });
  });
}

/** The same within a transaction that has taken the agreement. The others hear that something lies before them. */
export async function handOver(
  tx: Transaction,
  standing: Standing,
  { partner, wishes }: { readonly partner: string; readonly wishes: readonly Wish[] },
  telling: Telling,
): Promise<Result<string, Overtaken>> {
  const { id: agreement, cooperation, version } = standing;
  const { at } = telling;
  const { text } = version;
  const bringers = await findBringers(
    tx,
    agreement,
    wishes.map(({ paragraph }) => paragraph),
  );
  const isSpeaker = partnersOf(text).includes(partner);
  const overtaken = wishes.filter((wish) => !isCurrent(text, wish) || !isBroughtBy(wish));
  if (!isSpeaker || overtaken.length > 0) return not({ paragraphs: overtaken.map(({ paragraph }) => paragraph) });
  const proposal = newId(at);
  const changes = wishes.map((wish) => ({ ...wish, id: newId(at), proposal, partner }));
  await insertChanges(tx, standing, changes, dayOf(at));
  await confirmOwn(tx, standing, { partner, paragraphs: wishes.map(({ after }) => after) }, dayOf(at));
  await note(tx, partner, { at, act: 'agreement.proposed', byRole: 'organisation', about: `agreement/${agreement}` });
  await tellPartners(tx, { cooperation, by: partner }, telling);
  return ok(proposal);

  /** Whoever answers a new idea with words of its own does not become the one who had it. */
  function isBroughtBy({ paragraph, after }: Change): boolean {
    const isThere = findParagraph(text, paragraph) !== null;
    return isThere || after?.origin === partner || after?.origin === bringers.get(paragraph);
  }
}
