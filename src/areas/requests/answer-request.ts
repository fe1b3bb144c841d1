import type { Context, ReadContext } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { demand, may } from './may.ts';
import { isYes, type Answer, type Request } from './request.ts';
import { findRequest } from './store.ts';
import { findByToken } from './store-answer.ts';
import { byProgram } from './store-known.ts';
import { takeAnswer } from './take-answer.ts';
import { ANSWER, type Work } from './work.ts';

/** Somebody who holds the link of a mail answers, without an account. */
export async function answerByLink(ctx: Context, work: Work, token: string, answer: Answer): Promise<void> {
  const request = await openRequest(ctx, work, token);
  demand(may.answerByLink(request));
  const { id, cooperation } = request;
  const at = ctx.clock.now();
  await ctx.db.write((tx) => takeAnswer(tx, work, { id, cooperation, answer, byRole: 'link', at }));
}

/** Somebody who speaks for the receiver answers the same, signed in. */
export async function answerRequest(ctx: Context, work: Work, id: string, answer: Answer): Promise<void> {
  const request = await ctx.db.read((db) => findRequest(db, id));
  if (request === null) throw new NotFoundError();
  demand(may.answer(ctx.actor, request));
  const { cooperation } = request;
  const at = ctx.clock.now();
  await ctx.db.write((tx) => takeAnswer(tx, work, { id, cooperation, answer, byRole: 'organisation', at }));
}

/** The request behind a link; what is forged, expired or made for something else is a plain 404. */
export async function openRequest(
  ctx: Pick<ReadContext, 'db' | 'clock'>,
  { links }: Pick<Work, 'links'>,
  token: string,
): Promise<Request> {
  const hash = links.read(ANSWER, token, ctx.clock.now());
  const request = hash === null ? null : await ctx.db.read((db) => findByToken(db, hash));
  if (request === null) throw new NotFoundError();
  return request;
}

/** Whether something has been written that rests on a yes; then it is not taken back by another answer. */
export async function isYesBuiltOn(
  db: Reader,
  { isBuiltOn }: Pick<Work, 'isBuiltOn'>,
  { answer, cooperation, receiver }: Request,
): Promise<boolean> {
  return isYes(answer) && byProgram(db, () => isBuiltOn(db, cooperation, receiver));
}
