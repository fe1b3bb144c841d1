import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { phaseOn } from './conversation.ts';
import { findKept } from './find-kept.ts';
import { demand, may } from './may.ts';
import { setEnded } from './store.ts';
import { countAnew } from './take-stand.ts';

/** Ends a conversation before its last day is over, and counts for the last time, if enough have come. */
export async function endConversation({ db, actor, clock }: Context, id: string): Promise<void> {
  const conversation = await db.read((reader) => findKept(reader, actor, id));
  demand(may.keep(actor, conversation.steward));
  const today = dayOf(clock.now());
  if (phaseOn(conversation, today) !== 'open') throw new ConflictError(saying('commonground.may.closed'));
  await db.write(async (tx) => {
    await setEnded(tx, id, today);
    await countAnew(tx, { id, endsOn: today, endedEarly: true }, today);
  });
}
