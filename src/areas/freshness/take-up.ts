import type { Context } from '../../platform/context.ts';
import type { Reader, Transaction } from '../../platform/database/index.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { findSubject } from '../claims/index.ts';
import { openAsk } from './answer.ts';
import { demand, may } from './may.ts';
import { hasTakeUp, keepTakeUp, spendTakeUp } from './store-answer.ts';
import { tellTakenUp } from './tell-taken-up.ts';
import { NOT_US, TAKE_UP, type Work } from './work.ts';

const DAY_MS = 86_400_000;
const TAKE_UP_MS = 7 * DAY_MS;
/** How long somebody who was away can still object. */
const NOT_US_DAYS = 60;

export interface TakeUp {
  readonly organisation: string;
  readonly token: string;
}

/** "Wir sprechen für uns": after an answer, a link with which somebody of the organisation can take up its voice. An earlier one ends. */
export async function makeTakeUpToken(ctx: Context, work: Work, token: string): Promise<TakeUp> {
  const ask = await openAsk(ctx, work, token);
  demand(may.takeUp(ask));
  const subject = await ctx.db.read((db) => findSubject(db, ask.subject));
  if (subject?.kind !== 'organisation') throw new NotFoundError();
  const link = work.links.make(TAKE_UP, new Date(ctx.clock.now().getTime() + TAKE_UP_MS));
  await ctx.db.write((tx) => keepTakeUp(tx, ask.id, link.hash));
  return { organisation: ask.subject, token: link.token };
}

/** Whether this link takes up the voice of this organisation now. Looking does not use it up. */
export async function checkTakeUpToken(
  db: Reader,
  { links, now }: Pick<Work, 'links'> & { readonly now: Date },
  { organisation, token }: TakeUp,
): Promise<boolean> {
  const hash = links.read(TAKE_UP, token, now);
  return hash !== null && hasTakeUp(db, organisation, hash);
}

/**
 * Uses the link up in the transaction of the verb that it allows; false when it is not valid (any more). It does not
 * stay between the two: the function mailbox and the network are told, and how to object.
 */
export async function spendTakeUpToken(
  tx: Transaction,
  work: Work,
  { organisation, token, now }: TakeUp & { readonly now: Date },
): Promise<boolean> {
  const hash = work.links.read(TAKE_UP, token, now);
  if (hash === null) return false;
  const notUs = work.links.make(NOT_US, new Date(now.getTime() + NOT_US_DAYS * DAY_MS));
  if (!(await spendTakeUp(tx, organisation, { hash, notUs: notUs.hash }))) return false;
  await tellTakenUp(tx, work, { organisation, token: notUs.token, at: now });
  return true;
}
