import {
  findArchive,
  findInForce,
  keepForPartner,
  seeOffPartner,
  takeAgreementOf,
  tellPartners,
} from '../agreements/index.ts';
import { holdChains, note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { dayOf } from '../../plain/time.ts';
import {
  departuresOn,
  findClosed,
  findDeparting,
  findLeaving,
  findPartners,
  letGo,
  takeCooperation,
} from '../cooperations/index.ts';
import { endCooperation } from './close.ts';
import { demand, may } from './may.ts';
import { closingPath } from './paths.ts';
import { findWishes } from './store-closing.ts';
import { dropUnsaid, findOpenReview, openWithout } from './store.ts';
import { tell, type Voices } from './tell.ts';

type Round = Pick<Context, 'db' | 'actor' | 'clock'>;

/**
 * Lets out whose last day is over, each cooperation in a transaction of its own. Done again it finds nothing to do;
 * one that fails keeps no other waiting, and is tried again with the next round.
 */
export async function goExitRound(ctx: Round, voices: Voices, signal?: AbortSignal): Promise<number> {
  demand(may.goRound(ctx.actor));
  const today = dayOf(ctx.clock.now());
  const failed: unknown[] = [];
  let gone = 0;
  for (const cooperation of await ctx.db.read((db) => findDeparting(db, today))) {
    signal?.throwIfAborted();
    try {
      gone += await ctx.db.write((tx) => depart(tx, { cooperation, at: ctx.clock.now(), voices }));
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} cooperations could not be left`);
  return gone;
}

async function depart(
  tx: Transaction,
  { cooperation, at, voices }: { readonly cooperation: string; readonly at: Date; readonly voices: Voices },
): Promise<number> {
  // Whoever writes an agreement holds it first and its cooperation then; so does this, or both would wait for ever.
  const agreement = await takeAgreementOf(tx, cooperation);
  await takeCooperation(tx, cooperation);
  if ((await findClosed(tx, [cooperation])).length > 0) return 0;
  const today = dayOf(at);
  const partners = (await findPartners(tx, cooperation)).map(({ organisation }) => organisation);
  const { gone, ends } = departuresOn(today, partners, await findLeaving(tx, [cooperation]));
  const left = partners.filter((partner) => !gone.some(({ organisation }) => organisation === partner));
  const [inForce] = await findInForce(tx, [cooperation]);
  const archive = agreement === null || inForce === undefined ? null : await findArchive(tx, agreement);
  // Those who stay may all have said that it is over, and have waited only for who goes.
  const wishes = await findWishes(tx, 'closing_wish', cooperation);
  const areAgreed = gone.length > 0 && left.every((partner) => wishes.includes(partner));
  const kind = ends ?? (areAgreed ? (inForce === undefined ? 'nothing' : 'together') : null);
  await holdChains(tx, partners);
  for (const leaving of gone) {
    const { organisation, lastDay } = leaving;
    // It has to be able to show what held, also when it reads nothing else any more.
    if (archive !== null) await keepForPartner(tx, { organisation, archive, at });
    if (kind === null) await seeOffPartner(tx, { cooperation, organisation, day: lastDay });
    await letGo(tx, leaving, today);
    await dropUnsaid(tx, { cooperation, organisation });
    const about = `cooperation/${cooperation}`;
    await note(tx, organisation, { at, act: 'cooperation.left', byRole: 'system', about });
  }
  const review = await findOpenReview(tx, cooperation);
  const isOpened = review !== null && (await openWithout(tx, { review, partners: left, day: today }));
  if (isOpened && kind === null) await tellPartners(tx, { cooperation, by: null }, { post: voices, at });
  if (kind !== null) {
    await endCooperation(tx, { cooperation, partners: left, kind, at, by: null });
    const path = closingPath(cooperation);
    await tell(tx, voices, { news: 'cooperationEnded', organisations: left, day: today, path }, at);
  }
  return gone.length;
}
