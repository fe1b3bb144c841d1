import type { Context, ReadContext } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { dayOf } from '../../plain/time.ts';
import { isPartner } from '../cooperations/index.ts';
import { findEnded } from './ended.ts';
import { demand, may } from './may.ts';
import { isYes, linkOpens, type Answer, type Request } from './request.ts';
import { findRequest } from './store.ts';
import { findByToken } from './store-answer.ts';
import { byProgram } from './store-known.ts';
import { takeAnswer } from './take-answer.ts';
import { ANSWER, type Work } from './work.ts';

/** Somebody who holds the link of a mail answers, without an account. */
export async function answerByLink(ctx: Context, work: Work, token: string, answer: Answer): Promise<void> {
  const { request, opens } = await openRequest(ctx, work, token);
  demand(may.answerByLink(opens === 'request'));
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

export interface OpenRequest {
  readonly request: Request;
  readonly opens: ReturnType<typeof linkOpens>;
}

/** The request behind a link, and what of it is still open; what is forged, expired or made for something else is a plain 404. */
export async function openRequest(
  { db, clock }: Pick<ReadContext, 'db' | 'clock'>,
  work: Pick<Work, 'links' | 'isHeld' | 'isBuiltOn'>,
  token: string,
): Promise<OpenRequest> {
  const now = clock.now();
  const hash = work.links.read(ANSWER, token, now);
  if (hash === null) throw new NotFoundError();
  return db.read(async (reader) => {
    const request = await findByToken(reader, hash);
    if (request === null) throw new NotFoundError();
    const { cooperation, receiver } = request;
    const today = dayOf(now);
    const around = {
      today,
      isHeld: await work.isHeld(reader, receiver, today),
      isAsking: await byProgram(reader, async () => (await findEnded(reader, [request])).length === 0),
      isPartner: await byProgram(reader, () => isPartner(reader, cooperation, receiver)),
      isBuiltOn: await isYesBuiltOn(reader, work, request),
    };
    return { request, opens: linkOpens(request, around) };
  });
}

/** Whether something has been written that rests on a yes; then it is not taken back by another answer. */
export async function isYesBuiltOn(
  db: Reader,
  { isBuiltOn }: Pick<Work, 'isBuiltOn'>,
  { answer, cooperation, receiver }: Request,
): Promise<boolean> {
  return isYes(answer) && byProgram(db, () => isBuiltOn(db, cooperation, receiver));
}
