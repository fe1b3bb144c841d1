import type { Context } from '../../platform/context.ts';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { openRequest } from './answer-request.ts';
import { demand, may } from './may.ts';
import { isYes } from './request.ts';
import { hasVoiceLink, keepVoiceLink, spendVoiceLink } from './store-answer.ts';
import { VOICE, type Work } from './work.ts';

const WEEK_MS = 7 * 86_400_000;

export interface VoiceLink {
  readonly organisation: string;
  readonly token: string;
}

/** After a yes by link: a link with which somebody of the receiver takes up its voice, to write along. An earlier one ends. */
export async function makeVoiceLink(
  ctx: Context,
  work: Work,
  token: string,
): Promise<VoiceLink & { readonly cooperation: string }> {
  const { request, opens } = await openRequest(ctx, work, token);
  demand(may.takeUp(opens !== 'nothing' && isYes(request.answer)));
  const link = work.links.make(VOICE, new Date(ctx.clock.now().getTime() + WEEK_MS));
  await ctx.db.write((tx) => keepVoiceLink(tx, request.id, link.hash));
  return { organisation: request.receiver, token: link.token, cooperation: request.cooperation };
}

/** Whether this link takes up the voice of this organisation now. Looking does not use it up. */
export async function checkVoiceLink(
  db: Reader,
  { links, now }: Pick<Work, 'links'> & { readonly now: Date },
  { organisation, token }: VoiceLink,
): Promise<boolean> {
  const hash = links.read(VOICE, token, now);
  return hash !== null && hasVoiceLink(db, organisation, hash);
}

/** Uses the link up in the transaction of the verb that it allows; false when it is not valid (any more). */
export async function spendVoiceToken(
  tx: Transaction,
  { links, now }: Pick<Work, 'links'> & { readonly now: Date },
  { organisation, token }: VoiceLink,
): Promise<boolean> {
  const hash = links.read(VOICE, token, now);
  return hash !== null && spendVoiceLink(tx, organisation, hash);
}
