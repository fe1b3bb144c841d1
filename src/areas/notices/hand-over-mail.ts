import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { removeEml, settleMail } from '../../platform/mail/index.ts';
import { demand, may } from './may.ts';

/** The operator has handed a mail over by hand: address and words go from here at once. */
export async function handOverMail(ctx: Context, outbox: string, id: string): Promise<void> {
  demand(may.handOver(ctx.actor));
  const found = await ctx.db.write((tx) => settleMail(tx, id, 'sent', ctx.clock.now()));
  if (!found) throw new NotFoundError();
  await removeEml(outbox, id);
}
