import { note } from '../../platform/chain/index.ts';
import type { Context, ReadContext } from '../../platform/context.ts';
import { demand, may } from './may.ts';
import { hasNotUs } from './store-answer.ts';
import type { TakeUp } from './take-up.ts';
import { NOT_US, type Work } from './work.ts';

/** "Das waren nicht wir": the network hears that whoever reads the mailbox knows nothing of the voice. Ends nothing by itself. */
export async function disputeVoice(ctx: Context, work: Work, link: TakeUp): Promise<void> {
  demand(may.dispute(await isNotUsLink(ctx, work, link)));
  const { organisation } = link;
  const at = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    const about = `/organisationen/${organisation}/rollen`;
    if (await work.raise(tx, { kind: 'voiceDisputed', about, organisation: null }, at))
      await note(tx, organisation, { at, act: 'voice.disputed', byRole: 'link', about: `subject/${organisation}` });
  });
}

/** Whether this link came with the mail about the voice of this organisation, and still counts. */
export async function isNotUsLink(
  { db, clock }: Pick<ReadContext, 'db' | 'clock'>,
  { links }: Pick<Work, 'links'>,
  { organisation, token }: TakeUp,
): Promise<boolean> {
  const hash = links.read(NOT_US, token, clock.now());
  return hash !== null && (await db.read((reader) => hasNotUs(reader, organisation, hash)));
}
