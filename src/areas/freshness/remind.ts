import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { dayOf } from '../../plain/time.ts';
import { dueSince, nextStep, type Ask } from './confirmation-ask.ts';
import { findEntry } from './entry.ts';
import { demand, may } from './may.ts';
import { sendAsk } from './send-ask.ts';
import { noteSent, setState, takeSentBefore } from './store.ts';
import type { Work } from './work.ts';

declare module '../../platform/events.ts' {
  interface EventMap {
    /** Nobody has answered: somebody in the network asks. */
    'ask.unanswered': { readonly ask: string; readonly subject: string };
  }
}

const STEP = 50;

/** Sends the reminders that are due, and gives to a person what three mails or a letter could not settle. */
export async function remind(ctx: Context, work: Work): Promise<{ readonly sent: number; readonly given: number }> {
  demand(may.goRound(ctx.actor));
  const done = { sent: 0, given: 0 };
  for (;;) {
    const moved = await ctx.db.write(async (tx) => {
      const asks = await takeSentBefore(tx, dueSince(dayOf(ctx.clock.now())), STEP);
      const given: Ask[] = [];
      let sent = 0;
      for (const ask of asks) {
        const step = nextStep(ask, dayOf(ctx.clock.now()));
        if (step === 'wait') continue;
        if (step === 'remind' && (await sendAgain(tx, ctx, work, ask))) sent += 1;
        else {
          await setState(tx, ask.id, 'with a person');
          given.push(ask);
        }
      }
      return { given, sent };
    });
    done.sent += moved.sent;
    done.given += moved.given.length;
    for (const { id, subject } of moved.given) ctx.events.tell('ask.unanswered', { ask: id, subject });
    if (moved.sent + moved.given.length < STEP) return done;
  }
}

/** False when there is no mailbox any more: then a person asks. */
async function sendAgain(tx: Transaction, ctx: Context, work: Work, ask: Ask): Promise<boolean> {
  const entry = await findEntry(tx, work.register, ask.subject);
  const attempt = ask.attempt + 1;
  const at = ctx.clock.now();
  const tokenHash = entry === null ? null : await sendAsk(tx, work, { entry, attempt, byRole: 'system', at });
  if (tokenHash === null) return false;
  await noteSent(tx, ask.id, { attempt, on: dayOf(at), tokenHash });
  return true;
}
