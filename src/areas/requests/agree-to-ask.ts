import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import { note } from '../../platform/chain/index.ts';
import { dayOf } from '../../plain/time.ts';
import { saying } from '../../plain/words.ts';
import { findPartners, ownOf } from '../cooperations/index.ts';
import { demand, may } from './may.ts';
import { sendRequest } from './send-request.ts';
import { findConsents, findRequest, insertConsent, takeRequest } from './store.ts';
import { REQUESTS_PATH, type Work } from './work.ts';

/** A partner says yes to asking. With the last yes the request goes out. */
export async function agreeToAsk(ctx: Context, work: Work, id: string): Promise<void> {
  const found = await ctx.db.read(async (db) => {
    const request = await findRequest(db, id);
    return request === null ? null : { request, partners: await findPartners(db, request.cooperation) };
  });
  if (found === null) throw new NotFoundError();
  const own = ownOf(ctx.actor, found.partners);
  demand(may.agreeToAsk(ctx.actor, own, found.request));
  const at = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    const request = await takeRequest(tx, id);
    if (request?.state !== 'waiting') throw new ConflictError(saying('requests.may.moved'));
    await insertConsent(tx, request, own, dayOf(at));
    await note(tx, own, { at, act: 'request.agreedTo', byRole: 'organisation', about: `request/${id}` });
    await work.settle(tx, { about: `${REQUESTS_PATH}/${id}`, organisation: own }, at);
    const consents = await findConsents(tx, id);
    const open = (await findPartners(tx, request.cooperation)).filter(
      ({ organisation }) => organisation !== request.sender && !consents.includes(organisation),
    );
    if (open.length > 0) return;
    await sendRequest(tx, work, { request, byRole: 'organisation', at });
  });
}
