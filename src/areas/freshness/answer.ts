import type { Context, ReadContext } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { note } from '../../platform/chain/index.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { confirm, findSubject, takeTheWord, withdraw } from '../claims/index.ts';
import type { Answer, Ask, Undo } from './confirmation-ask.ts';
import { findWinners } from './entry.ts';
import { demand, may } from './may.ts';
import { seenOf } from './seen.ts';
import { findByToken } from './store.ts';
import { answerAsk } from './store-answer.ts';
import { findVoices, tellVoices } from './voices.ts';
import { CONFIRM, CONTACT, type Work } from './work.ts';

/** The link, and what whoever answers has looked at. */
export interface Looked {
  readonly token: string;
  readonly seen: string;
}

/** "Stimmt noch": one tap confirms all that is shown, in all languages; nothing, if it has changed since it was looked at. */
export async function confirmByLink(ctx: Context, work: Work, { token, seen }: Looked): Promise<Result<true, Saying>> {
  const ask = await openAsk(ctx, work, token);
  demand(may.answer(ask));
  const at = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    const shown = await findSeen(tx, work, ask, seen);
    if (shown === null) return not(CHANGED);
    const confirmed = await confirm(tx, work.register, ask.subject, { role: CONTACT, at });
    // An import has changed it between the two: nothing of this happens.
    if (confirmed.some(({ id }) => !shown.has(id))) throw new ConflictError(CHANGED);
    await settle(tx, ask, {
      answer: 'confirmed',
      act: 'entry.confirmed',
      at,
      undo: { confirmed, source: null, ended: [] },
    });
    return ok(true as const);
  });
}

export const CHANGED = saying('freshness.changed');

/** The claims that are shown, if they are still what was looked at. Nobody else speaks by a form until this transaction ends. */
export async function findSeen(
  tx: Transaction,
  { register }: Pick<Work, 'register'>,
  { subject }: Ask,
  seen: string,
): Promise<ReadonlySet<number> | null> {
  await takeTheWord(tx, subject);
  const winners = await findWinners(tx, register, subject);
  return seenOf(winners) === seen ? new Set(winners.map(({ id }) => id)) : null;
}

/**
 * "Bitte nicht zeigen": from this moment on nobody but the organisation itself sees anything of it. Where somebody
 * speaks for it with an account nothing is hidden: whoever speaks is told that somebody with the link has asked.
 */
export async function withdrawByLink(ctx: Context, work: Work, token: string): Promise<'withdrawn' | 'told'> {
  const ask = await openAsk(ctx, work, token);
  demand(may.answer(ask));
  const at = ctx.clock.now();
  return ctx.db.write(async (tx) => {
    await takeTheWord(tx, ask.subject);
    const voices = await findVoices(tx, work, ask.subject, dayOf(at));
    if (voices.length > 0) {
      await tellVoices(tx, work, { subject: ask.subject, voices, at });
      return 'told';
    }
    await withdraw(tx, work.register, ask.subject, at);
    await settle(tx, ask, {
      answer: 'withdrawn',
      act: 'entry.withdrawn',
      at,
      undo: { confirmed: [], source: null, ended: [] },
    });
    return 'withdrawn';
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
