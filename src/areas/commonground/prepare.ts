import { randomUUID } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import type { Plan } from './conversation.ts';
import { demand, may } from './may.ts';
import { seedOf } from './statement.ts';
import { insertConversation } from './store.ts';
import { insertDoor } from './store-door.ts';
import { insertStatements } from './store-statement.ts';
import { DOOR, FOR_GOOD, type Work } from './work.ts';

/** Writes down a conversation with its first statements. Nobody but its steward sees it until it begins. */
export async function prepareConversation(
  { db, actor }: Context,
  { links }: Pick<Work, 'links'>,
  { plan, seeds }: { readonly plan: Plan; readonly seeds: readonly string[] },
): Promise<string> {
  demand(may.prepare(actor, plan.steward));
  const id = randomUUID();
  await db.write(async (tx) => {
    await insertConversation(tx, { ...plan, id, begunOn: null, endedEarly: false, takenFrom: null });
    await insertDoor(tx, id, links.make(DOOR, FOR_GOOD));
    await insertStatements(tx, id, seeds.map(seedOf(plan.languages[0] ?? 'de')));
  });
  return id;
}
