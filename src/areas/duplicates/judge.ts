import { asSystem, type Reader, type Transaction } from '../../platform/database/index.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { findSaid, findSubject, headsOf, standing, takeVeils } from '../claims/index.ts';
import type { MergeContext } from './context.ts';
import { contradictionsIn } from './contradiction.ts';
import { proposeHead, type Weight } from './head.ts';
import { pairOf, restOf, type Judgement, type Outcome, type Pair } from './judgement.ts';
import { demand, may } from './may.ts';
import { mergeIn, roleOf } from './merge.ts';
import { findStanding, isOwn, type Merging } from './standing.ts';
import { findJudgements, insertJudgement } from './store.ts';

export interface Judging {
  readonly a: string;
  readonly b: string;
  readonly outcome: Outcome;
  /** Which of the two belongs to the other, where one does. */
  readonly part?: string | null;
  /** Why; null where nobody has said. */
  readonly words?: string | null;
  /** Which of the two stays; by itself the one that `proposeHead` names. */
  readonly head?: string;
}

export interface Judged {
  readonly judgement: string;
  /** Null where nothing was merged: it is not the same, it was one already, or it contradicts what others have judged. */
  readonly merge: string | null;
}

/**
 * Somebody says how two entries go together. The last word about a pair holds. What is the same becomes one entry,
 * unless that would make one of two that were judged to be different: then both judgements stand, for all to see.
 */
export async function judge(ctx: MergeContext, judging: Judging): Promise<Judged> {
  await ctx.db.read(async (db) => {
    const merging = await mergingAsked(db, ctx, judging);
    if (merging !== null) demand(may.merge(ctx.actor, await findStanding(db, ctx, merging)));
  });
  return ctx.db.write(async (tx) => {
    // Nobody else judges, takes back or merges until this is written: what was read above may have changed.
    await takeVeils(tx);
    return judgeIn(tx, ctx, judging, await mergingAsked(tx, ctx, judging));
  });
}

/** What would be merged; null where nothing would. */
async function mergingAsked(db: Reader, ctx: MergeContext, judging: Judging): Promise<Merging | null> {
  const heads = await headsAsked(db, judging);
  demand(may.judge(ctx.actor, (await isOwn(db, ctx, judging.a)) && (await isOwn(db, ctx, judging.b))));
  return judging.outcome === 'same' ? mergingOf(db, ctx, judging, heads) : null;
}

async function judgeIn(
  tx: Transaction,
  ctx: MergeContext,
  { a, b, outcome, part = null, words = null }: Judging,
  merging: Merging | null,
): Promise<Judged> {
  const now = ctx.clock.now();
  const merge = merging === null ? null : await mergeIn(tx, ctx, merging);
  const pair = pairOf(a, b);
  const id = newId(now);
  await insertJudgement(tx, {
    id,
    pair,
    outcome,
    part: outcome === 'part' && pair.some((one) => one === part) ? part : null,
    day: dayOf(now),
    byRole: roleOf(ctx),
    words,
    restsUntil: restOf(outcome, dayOf(now)),
    merge: merge ?? (outcome === 'same' ? await standingMergeOf(tx, pair) : null),
  });
  return { judgement: id, merge };
}

/** Whoever says again what is one already says it with the merge that stands. */
async function standingMergeOf(db: Reader, pair: Pair): Promise<string | null> {
  const [before] = await asSystem(db, () => findJudgements(db, { pair }));
  return before?.merge ?? null;
}

/** What the two count as today. */
async function headsAsked(db: Reader, { a, b, outcome }: Judging): Promise<readonly [string, string]> {
  const [one, other] = [await findSubject(db, a), await findSubject(db, b)];
  if (one === null || other === null || a === b) throw new NotFoundError();
  if (outcome === 'same' && one.kind !== other.kind) throw new ConflictError(saying('duplicates.otherKind'));
  const heads = await headsOf(db, [a, b]);
  const [headA, headB] = [heads.get(a) ?? a, heads.get(b) ?? b];
  if (headA === headB && outcome !== 'same') throw new ConflictError(saying('duplicates.areOne'));
  return [headA, headB];
}

async function mergingOf(
  db: Reader,
  ctx: MergeContext,
  { a, b, head: wanted }: Judging,
  [one, other]: readonly [string, string],
): Promise<Merging | null> {
  const pair = pairOf(a, b);
  if (one === other) {
    // One by a third: without a merge of its own the answer would be left alone when the others are taken back.
    if ((await standingMergeOf(db, pair)) === null) throw new ConflictError(saying('duplicates.areOneAlready'));
    return null;
  }
  // What others have judged counts too, whoever asks: only whether it is merged leaves this.
  const others = (await asSystem(db, () => findJudgements(db))).filter(
    ({ pair: judged }) => judged.join() !== pair.join(),
  );
  const heads: Judgement['heads'] = pair[0] === a ? [one, other] : [other, one];
  const then: Pick<Judgement, 'pair' | 'heads' | 'outcome'> = { pair, heads, outcome: 'same' };
  if (
    contradictionsIn<Pick<Judgement, 'pair' | 'heads' | 'outcome'>>([...others, then]).length >
    contradictionsIn(others).length
  )
    return null;
  // What would be merged is what the two count as, and nobody has looked at that.
  if (pairOf(one, other).join() !== pair.join()) throw new ConflictError(saying('duplicates.countsElsewhere'));
  const head = await headOf(db, ctx, one, other, wanted);
  return { head, merged: head === one ? other : one };
}

async function headOf(
  db: Reader,
  ctx: MergeContext,
  one: string,
  other: string,
  wanted: string | undefined,
): Promise<string> {
  if (wanted === one || wanted === other) return wanted;
  const { merged, head } = await findStanding(db, ctx, { merged: one, head: other });
  const weights = await weigh(db, [one, other]);
  const weightOf = (subject: string, hasVoice: boolean): Weight => ({
    subject,
    hasVoice,
    isConfirmed: weights.get(subject)?.isConfirmed ?? false,
    claims: weights.get(subject)?.claims ?? 0,
  });
  return proposeHead(weightOf(one, merged.hasVoice || merged.isSealed), weightOf(other, head.hasVoice || head.isSealed))
    .subject;
}

async function weigh(db: Reader, subjects: readonly string[]) {
  const said = await asSystem(db, () => findSaid(db, subjects));
  return new Map(
    [...said].map(([subject, claims]) => {
      const held = standing(claims);
      return [subject, { claims: held.length, isConfirmed: held.some((claim) => claim.confirmedByRole !== null) }];
    }),
  );
}
