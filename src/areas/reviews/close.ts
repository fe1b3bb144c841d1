import { findInForce } from '../agreements/index.ts';
import { holdChains, note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { dayOf } from '../../plain/time.ts';
import {
  demandGoingOn,
  endsAlone,
  insertClosure,
  keptUntil,
  takeCooperation,
  type Ending,
} from '../cooperations/index.ts';
import { lastDueOf } from './exit.ts';
import { demand, may } from './may.ts';
import { partnersWith, type Side } from './side.ts';
import { closingPath } from './paths.ts';
import { findWishes, insertWish, removeWish } from './store-closing.ts';
import { tell, type Voices } from './tell.ts';

/**
 * A partner says that it is over. Where nothing is in force between two, that is enough; otherwise it is over when all
 * have said so. Whether it is over now.
 */
export async function close(
  { db, actor, clock }: Context,
  { cooperation, organisation, voices }: Side & { readonly voices: Voices },
): Promise<boolean> {
  demand(may.speak(actor, organisation));
  return db.write(async (tx) => {
    await takeCooperation(tx, cooperation);
    const partners = await partnersWith(tx, { cooperation, organisation });
    await demandGoingOn(tx, cooperation);
    const at = clock.now();
    await insertWish(tx, 'closing_wish', { cooperation, organisation }, dayOf(at));
    const [inForce = null] = await findInForce(tx, [cooperation]);
    const wishes = await findWishes(tx, 'closing_wish', cooperation);
    const isAgreed = partners.every((partner) => wishes.includes(partner));
    if (!isAgreed && !endsAlone({ partners: partners.length, isInForce: inForce !== null })) return false;
    await endCooperation(tx, {
      cooperation,
      partners,
      kind: inForce === null ? 'nothing' : 'together',
      at,
      by: organisation,
    });
    const organisations = partners.filter((one) => one !== organisation);
    await tell(
      tx,
      voices,
      { news: 'cooperationEnded', organisations, day: dayOf(at), path: closingPath(cooperation) },
      at,
    );
    return true;
  });
}

/** A partner would rather go on, as long as not all have said that it is over. */
export async function goOn({ db, actor }: Context, side: Side): Promise<void> {
  demand(may.speak(actor, side.organisation));
  await db.write(async (tx) => {
    await takeCooperation(tx, side.cooperation);
    await partnersWith(tx, side);
    await demandGoingOn(tx, side.cooperation);
    await removeWish(tx, 'closing_wish', side);
  });
}

/** Ends a cooperation whose row is held. Each of its partners finds it in its chain. */
export async function endCooperation(
  tx: Transaction,
  {
    cooperation,
    partners,
    kind,
    at,
    by,
  }: {
    readonly cooperation: string;
    readonly partners: readonly string[];
    readonly kind: Ending;
    readonly at: Date;
    /** The organisation that had the last word; null when the program ends it. */
    readonly by: string | null;
  },
): Promise<void> {
  const day = dayOf(at);
  const [inForce = null] = await findInForce(tx, [cooperation]);
  await insertClosure(tx, { cooperation, day, kind, keptUntil: keptUntil(day, lastDueOf(inForce)) });
  await holdChains(tx, partners);
  for (const partner of partners) {
    const byRole = partner === by ? 'organisation' : 'system';
    await note(tx, partner, { at, act: 'cooperation.ended', byRole, about: `cooperation/${cooperation}` });
  }
}
