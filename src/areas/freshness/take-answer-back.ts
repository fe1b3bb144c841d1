import type { Context } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import { note } from '../../platform/chain/index.ts';
import { asSystem } from '../../platform/database/index.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { findSubject, showAgain, unconfirm, unsay } from '../claims/index.ts';
import { openAsk } from './answer.ts';
import { demand, may } from './may.ts';
import { findRunning } from './store.ts';
import { reopenAsk } from './store-answer.ts';
import { findVoices } from './voices.ts';
import type { Work } from './work.ts';

/** Takes an answer back with the link that gave it, within a day: all is as it was before. */
export async function takeAnswerBack(ctx: Context, work: Work, token: string): Promise<void> {
  const ask = await openAsk(ctx, work, token);
  const at = ctx.clock.now();
  demand(may.undo(ask, at));
  const { undo, answeredAt, subject, answer } = ask;
  if (undo === null || answeredAt === null) throw new ConflictError(saying('freshness.answer.tooLate'));
  await ctx.db.write(async (tx) => {
    // Whoever has taken up the voice since then decides alone whether it is shown.
    if (answer === 'withdrawn' && (await findVoices(tx, work, subject, dayOf(at))).length > 0)
      throw new ConflictError(saying('freshness.undo.voice'));
    const running = await asSystem(tx, () => findRunning(tx, subject));
    if (!(await reopenAsk(tx, ask, running === null ? 'open' : 'closed')))
      throw new ConflictError(saying('freshness.answer.tooLate'));
    if (answer === 'withdrawn') await showAgain(tx, work.register, subject, at);
    if (undo.confirmed.length > 0)
      await unconfirm(tx, work.register, subject, { before: undo.confirmed, since: answeredAt, at });
    if (undo.source !== null) await unsay(tx, work.register, subject, { source: undo.source, ended: undo.ended, at });
    if ((await findSubject(tx, subject))?.kind === 'organisation')
      await note(tx, subject, { at, act: 'answer.undone', byRole: 'link', about: `subject/${subject}` });
  });
}
