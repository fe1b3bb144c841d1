import type { Context } from '../../platform/context.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { LEAST_SEEDS } from './conversation.ts';
import { findKept } from './find-kept.ts';
import { demand, may } from './may.ts';
import { setBegun } from './store.ts';
import { findStatements } from './store-statement.ts';

/** Lets a conversation out of preparation: from now on question and first statements stay as they are. */
export async function beginConversation({ db, actor, clock }: Context, id: string): Promise<Result<null, Saying>> {
  const { conversation, statements } = await db.read(async (reader) => ({
    conversation: await findKept(reader, actor, id),
    statements: await findStatements(reader, id),
  }));
  demand(may.keep(actor, conversation.steward));
  const open = statements.filter(({ state }) => state === 'open');
  if (open.length < LEAST_SEEDS) return not(saying('commonground.begin.fewSeeds', { least: LEAST_SEEDS }));
  const today = dayOf(clock.now());
  // It would be over at once, and for good.
  if (conversation.begunOn === null && conversation.endsOn < today) return not(saying('commonground.begin.past'));
  if (conversation.begunOn === null) await db.write((tx) => setBegun(tx, id, today));
  return ok(null);
}
