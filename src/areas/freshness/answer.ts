import type { Context, ReadContext } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { note } from '../../platform/chain/index.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { saying } from '../../plain/words.ts';
import { confirm, findSubject, withdraw } from '../claims/index.ts';
import type { Answer, Ask, Undo } from './confirmation-ask.ts';
import { demand, may } from './may.ts';
import { findByToken } from './store.ts';
import { answerAsk } from './store-answer.ts';
import { CONFIRM, CONTACT, type Work } from './work.ts';

/** "Stimmt noch": one tap confirms all that is shown, in all languages. */
export async function confirmByLink(ctx: Context, work: Work, token: string): Promise<void> {
  const ask = await openAsk(ctx, work, token);
  demand(may.answer(ask));
  const at = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    const confirmed = await confirm(tx, work.register, ask.subject, { role: CONTACT, at });
    await settle(tx, ask, {
      answer: 'confirmed',
      act: 'entry.confirmed',
      at,
      undo: { confirmed, source: null, ended: [] },
    });
  });
}

/** "Bitte nicht zeigen": from this moment on nobody but the organisation itself sees anything of it. */
export async function withdrawByLink(ctx: Context, work: Work, token: string): Promise<void> {
  const ask = await openAsk(ctx, work, token);
  demand(may.answer(ask));
  const at = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    await withdraw(tx, work.register, ask.subject, at);
    await settle(tx, ask, {
      answer: 'withdrawn',
      act: 'entry.withdrawn',
      at,
      undo: { confirmed: [], source: null, ended: [] },
    });
  });
}

/** The ask behind a link; what is forged, expired or made for something else is a plain 404. */
export async function openAsk(ctx: Pick<ReadContext, 'db' | 'clock'>, work: Work, token: string): Promise<Ask> {
  const hash = work.links.read(CONFIRM, token, ctx.clock.now());
  const ask = hash === null ? null : await ctx.db.read((db) => findByToken(db, hash));
  if (ask === null || ask.state === 'closed') throw new NotFoundError();
  return ask;
}

export interface Settled {
  readonly answer: Answer;
  /** What happened, as the chain of the organisation says it. */
  readonly act: string;
  readonly at: Date;
  readonly undo: Undo;
  readonly note?: string | null;
}

/** Marks the ask as answered; whoever was quicker wins, and everything of this transaction is undone. */
export async function settle(
  tx: Transaction,
  ask: Ask,
  { answer, act, at, undo, note: words = null }: Settled,
): Promise<void> {
  if (!(await answerAsk(tx, ask, { answer, at, undo, note: words })))
    throw new ConflictError(saying('freshness.answer.already'));
  const subject = await findSubject(tx, ask.subject);
  if (subject?.kind === 'organisation')
    await note(tx, ask.subject, { at, act, byRole: 'link', about: `subject/${ask.subject}` });
}
