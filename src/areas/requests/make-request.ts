import type { Context } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { ConflictError } from '../../platform/errors.ts';
import { holdChains, note } from '../../platform/chain/index.ts';
import { newId } from '../../plain/ids.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { saying, type Saying } from '../../plain/words.ts';
import { demandGoingOn, findPartners, hasOffer, isPartner, ownOf } from '../cooperations/index.ts';
import { keepPace } from './keep-pace.ts';
import { demand, may } from './may.ts';
import { reasonNotToAsk, type RequestWords } from './request.ts';
import { sendRequest } from './send-request.ts';
import { findRequests, insertRequest, replaceLater } from './store.ts';
import { REQUESTS_PATH, type Work } from './work.ts';

export interface NewRequest {
  readonly cooperation: string;
  readonly receiver: string;
  readonly words: RequestWords;
}

/** An organisation asks another one. Where there are several partners already, each says yes to asking first. */
export async function makeRequest(
  ctx: Context,
  work: Work,
  { cooperation, receiver, words }: NewRequest,
): Promise<Result<string, Saying>> {
  const partners = await ctx.db.read((db) => findPartners(db, cooperation));
  const sender = ownOf(ctx.actor, partners);
  demand(may.ask(ctx.actor, sender));
  const at = ctx.clock.now();
  const askedOn = dayOf(at);
  return ctx.db.write(async (tx) => {
    await demandGoingOn(tx, cooperation);
    const reason = await reasonAgainst(tx, { cooperation, sender, receiver, today: askedOn });
    if (reason !== null) return not(reason);
    if (!(await keepPace(tx, 'request', sender, at))) return not(saying('requests.not.today'));
    await replaceLater(tx, cooperation, receiver);
    const others = partners.filter(({ organisation }) => organisation !== sender);
    const id = newId(at);
    const state = others.length === 0 ? 'open' : 'waiting';
    const isFirst = await insertRequest(tx, { id, cooperation, sender, receiver, askedOn, state, words });
    if (!isFirst) throw new ConflictError(saying('requests.not.running'));
    await holdChains(tx, [sender, receiver]);
    await note(tx, sender, { at, act: 'request.made', byRole: 'organisation', about: `request/${id}` });
    const request = { id, cooperation, sender, receiver, attempts: [] };
    if (others.length === 0) await sendRequest(tx, work, { request, byRole: 'organisation', at });
    for (const { organisation } of others)
      await work.raise(tx, { kind: 'agreeToAsk', about: `${REQUESTS_PATH}/${id}`, organisation }, at);
    return ok(id);
  });
}

interface Asking {
  readonly cooperation: string;
  readonly sender: string;
  readonly receiver: string;
  readonly today: string;
}

/** Why this organisation cannot be asked now; null when it can. The page asks before anybody writes a word. */
export async function reasonAgainst(
  db: Reader,
  { cooperation, sender, receiver, today }: Asking,
): Promise<Saying | null> {
  if (await isPartner(db, cooperation, receiver)) return saying('requests.not.partner');
  const reason = reasonNotToAsk(await findRequests(db, [cooperation], receiver), today);
  if (reason !== null) return reason;
  return (await hasOffer(db, cooperation, sender)) ? null : saying(NO_OFFER);
}

/** Nobody is asked before it is written down what can be offered. */
export const NO_OFFER = 'requests.not.offer';
