import type { Context } from '../../platform/context.ts';
import { demand, may } from './may.ts';
import { noteActing } from './store-act-for.ts';

/** Whoever speaks for several partners chooses in whose name it is here, until it signs out or chooses again. */
export async function actFor(
  { db, actor }: Context,
  { organisation }: { readonly organisation: string },
): Promise<void> {
  demand(may.actFor(actor, organisation));
  if (actor.kind === 'stranger' || actor.kind === 'system') return;
  const { session } = actor;
  await db.write((tx) => noteActing(tx, session, organisation));
}
