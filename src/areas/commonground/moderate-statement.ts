import { randomUUID } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../plain/time.ts';
import { findKeptStatement } from './find-kept.ts';
import { demand, may } from './may.ts';
import type { Reason } from './statement.ts';
import { moderate } from './store-statement.ts';

/** Lets a statement in, or declines it by one of the rules. Both stand in the log that everybody reads who takes part. */
export async function moderateStatement(
  { db, actor, clock }: Context,
  {
    conversation,
    statement,
    reason,
  }: { readonly conversation: string; readonly statement: string; readonly reason: Reason | null },
): Promise<void> {
  const found = await db.read((reader) => findKeptStatement(reader, actor, { conversation, statement }));
  demand(may.keep(actor, found.conversation.steward));
  const day = dayOf(clock.now());
  await db.write((tx) => moderate(tx, conversation, { id: randomUUID(), statement, reason, day }));
}
