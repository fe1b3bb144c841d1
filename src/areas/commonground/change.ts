import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { phaseOn, type Plan } from './conversation.ts';
import { findKept } from './find-kept.ts';
import { demand, may } from './may.ts';
import { parkAnew } from './parking.ts';
import { sayLater } from './say-later.ts';
import { updateConversation, updateRunning } from './store.ts';

/** Changes what is planned. Once it has begun only its end, what waits, and what was not yet said in a language. */
export async function changeConversation(
  { db, actor, clock }: Context,
  id: string,
  plan: Omit<Plan, 'steward'>,
): Promise<void> {
  const conversation = await db.read((reader) => findKept(reader, actor, id));
  demand(may.keep(actor, conversation.steward));
  const today = dayOf(clock.now());
  const phase = phaseOn(conversation, today);
  if (phase === 'ended') throw new ConflictError(saying('commonground.may.closed'));
  if (phase === 'preparing') return db.write((tx) => updateConversation(tx, id, plan));
  const parked = parkAnew(conversation.parked, plan.parked, today);
  const says = sayLater(conversation, plan.says);
  const languages = [...new Set([...conversation.languages, ...plan.languages])];
  await db.write((tx) => updateRunning(tx, id, { endsOn: plan.endsOn, parked, languages, says }));
}
