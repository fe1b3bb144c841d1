import type { Transaction } from '../../platform/database/index.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import { keepNotUs } from './store-answer.ts';
import { tellTakenUp } from './tell-taken-up.ts';
import { NOT_US, type Work } from './work.ts';

/** How long somebody who was away can still object. */
const NOT_US_DAYS = 60;

/** A voice was taken up with a link of another area: the mailbox and the network are told all the same, and how to object. */
export async function tellTakenUpOtherwise(
  tx: Transaction,
  work: Work,
  { organisation, now }: { readonly organisation: string; readonly now: Date },
): Promise<void> {
  const link = work.links.make(NOT_US, new Date(`${addDays(dayOf(now), NOT_US_DAYS)}T00:00:00Z`));
  await keepNotUs(tx, organisation, link.hash, now);
  await tellTakenUp(tx, work, { organisation, token: link.token, at: now });
}
