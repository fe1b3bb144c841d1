import { holdChains, note } from '../../platform/chain/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { dayOf } from '../../plain/time.ts';
import { findClosed, findForgettable, findPartners, removeCooperations } from '../cooperations/index.ts';
import { findWishesIn } from './store-closing.ts';

/** Removes what ended so long ago that nobody has to prove it any more, or what none of its partners needs. Their ids. */
export async function sweepCooperations(tx: Transaction, now: Date): Promise<readonly string[]> {
  const over = new Set(await findForgettable(tx, dayOf(now)));
  const wishes = await findWishesIn(tx, 'deletion_wish');
  const ended = new Set((await findClosed(tx, [...wishes.keys()])).map(({ cooperation }) => cooperation));
  for (const [cooperation, said] of wishes) {
    const partners = await findPartners(tx, cooperation);
    if (ended.has(cooperation) && partners.every(({ organisation }) => said.includes(organisation)))
      over.add(cooperation);
  }
  const left: { readonly cooperation: string; readonly organisation: string }[] = [];
  for (const cooperation of over)
    for (const { organisation } of await findPartners(tx, cooperation)) left.push({ cooperation, organisation });
  await holdChains(
    tx,
    left.map(({ organisation }) => organisation),
  );
  for (const { cooperation, organisation } of left) {
    const about = `cooperation/${cooperation}`;
    await note(tx, organisation, { at: now, act: 'cooperation.removed', byRole: 'system', about });
  }
  await removeCooperations(tx, [...over]);
  return [...over];
}
