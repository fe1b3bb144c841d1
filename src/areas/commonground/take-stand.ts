import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { not, ok, type Result as Outcome } from '../../plain/result.ts';
import { dayOf, type Day } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { isOver, LEAST_PEOPLE, LEAST_STEP, ROUND_STEP, type Conversation } from './conversation.ts';
import { findKept } from './find-kept.ts';
import { demand, may } from './may.ts';
import { resultOf } from './result.ts';
import { findBallots, shuffleBallots } from './store-ballot.ts';
import { findStandsInside, findUncounted, holdCount, insertStand, setLast } from './store-stand.ts';
import { findStatements } from './store-statement.ts';

/** Counts now, when whoever looks after it asks. */
export async function takeStand({ db, actor, clock }: Context, id: string): Promise<Outcome<null, Saying>> {
  const conversation = await db.read((reader) => findKept(reader, actor, id));
  demand(may.keep(actor, conversation.steward));
  const today = dayOf(clock.now());
  return db.write((tx) => countAnew(tx, conversation, today));
}

/** Counts all conversations in which enough people have come, and for the last time those that are over. */
export async function goConversationRound({ db, actor, clock }: Context, signal?: AbortSignal): Promise<void> {
  demand(may.goRound(actor));
  const today = dayOf(clock.now());
  for (const conversation of await db.read((reader) => findUncounted(reader))) {
    signal?.throwIfAborted();
    await db.write((tx) => countAnew(tx, conversation, today, ROUND_STEP));
  }
}

/**
 * A result of what is answered now. Between two results stand at least five people, so their difference is nobody's
 * answer: of whoever came too late for that at the end nothing is told, and the result before is the last one.
 */
export async function countAnew(
  tx: Transaction,
  { id, ...until }: Pick<Conversation, 'id' | 'endsOn' | 'endedEarly'>,
  today: Day,
  step: number = LEAST_STEP,
): Promise<Outcome<null, Saying>> {
  await holdCount(tx, id);
  const [last] = await findStandsInside(tx, id);
  if (last?.isLast === true) return not(saying('commonground.stand.isLast'));
  const isLast = isOver(until, today);
  const ballots = await findBallots(tx, id);
  const filled = ballots.filter((answers) => Object.keys(answers).length > 0).length;
  if (last !== undefined && filled < last.result.participants + (isLast ? LEAST_STEP : step)) {
    if (!isLast) return not(saying('commonground.stand.step', { step }));
    await setLast(tx, id, last.number);
    await shuffleBallots(tx, id);
    return ok(null);
  }
  const result = filled < LEAST_PEOPLE ? null : resultOf(ballots, await findStatements(tx, id));
  if (result === null) return not(saying('commonground.stand.few', { least: LEAST_PEOPLE }));
  await insertStand(tx, id, { number: (last?.number ?? 0) + 1, takenOn: today, isLast, result });
  if (isLast) await shuffleBallots(tx, id);
  return ok(null);
}
