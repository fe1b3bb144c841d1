import type { Context } from '../../platform/context.ts';
import { demand, may } from './may.ts';
import type { NoticeKind } from './notice.ts';
import { insertNotice } from './store.ts';

/** Tells the network about something once; while it is open, the same thing is not told again. */
export async function raiseNotice(
  ctx: Pick<Context, 'db' | 'actor' | 'clock'>,
  kind: NoticeKind,
  about: string | null,
): Promise<void> {
  demand(may.raise(ctx.actor));
  await ctx.db.write((tx) => insertNotice(tx, { kind, about, organisation: null }, ctx.clock.now()));
}
