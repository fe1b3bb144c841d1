import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { LEAST_DAYS, nextAttempt } from './request.ts';
import { giveToPerson, sendRequest } from './send-request.ts';
import { findRequest } from './store.ts';
import { takeSentBefore } from './store-round.ts';
import { withdrawEnded } from './withdraw-request.ts';
import type { Work } from './work.ts';

const STEP = 50;

export interface Round {
  readonly sent: number;
  readonly given: number;
}

/** Asks no more for what is over, sends the reminders that are due, and asks a person of the network where three mails got no answer. Can be repeated. */
export async function remindOfRequests(ctx: Context, work: Work): Promise<Round> {
  demand(may.goRound(ctx.actor));
  await withdrawEnded(ctx, work);
  const at = ctx.clock.now();
  const done = { sent: 0, given: 0 };
  for (let after: string | null = null; ;) {
    const last: string | null = await ctx.db.write(async (tx) => {
      const ids = await takeSentBefore(tx, { day: addDays(dayOf(at), -LEAST_DAYS), after, limit: STEP });
      for (const id of ids) {
        const step = await goOn(tx, work, id, at);
        if (step !== 'wait') done[step] += 1;
      }
      return ids.length < STEP ? null : (ids.at(-1) ?? null);
    });
    if (last === null) return done;
    after = last;
  }
}

async function goOn(tx: Transaction, work: Work, id: string, at: Date): Promise<'wait' | 'sent' | 'given'> {
  const request = await findRequest(tx, id);
  const step = request === null ? 'wait' : nextAttempt(request.attempts, dayOf(at));
  if (request === null || step === 'wait') return 'wait';
  if (step === 'person') {
    await giveToPerson(tx, work, request, at);
    return 'given';
  }
  return sendRequest(tx, work, { request, byRole: 'system', at });
}
