import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { hiddenIn, offersToProtect } from './follow-carriers.ts';
import type { Register } from './projection.ts';
import { showNow } from './say.ts';
import { findKeptBy } from './store-voice.ts';
import {
  findCarried,
  findNameKeys,
  findProtected,
  findProtectedKeys,
  findToProtect,
  insertProtectedNames,
  removeProtectedNames,
  setProtected,
  setUnprotected,
  takeVeils,
} from './store-protected.ts';
import { knownOf } from './store.ts';
import { touchSubjects } from './store-revision.ts';

/**
 * From now on nothing that leads to the organisation's door or people is shown: of itself, of what it keeps,
 * and of what carries one of its names. Whoever may say so has been asked by the caller.
 */
export async function protectSubject(
  tx: Transaction,
  register: Register,
  organisation: string,
  at: Date,
): Promise<void> {
  await asSystem(tx, async () => {
    await takeVeils(tx);
    await setProtected(tx, [organisation], at, hiddenIn(register));
    const names = await findNameKeys(tx, organisation);
    await insertProtectedNames(tx, organisation, names);
    const offers = await offersToProtect(tx, [
      ...(await findCarried(tx, new Set(names))),
      ...(await findKeptBy(tx, organisation)),
    ]);
    await setProtected(tx, offers, at, hiddenIn(register));
    await touchSubjects(tx, [organisation, ...offers], at);
    await showNow(tx, register, [organisation, ...offers]);
  });
}

/** Shows again what the scopes of the claims say. What another protected organisation keeps or carries stays hidden. */
export async function unprotectSubject(
  tx: Transaction,
  register: Register,
  organisation: string,
  at: Date,
): Promise<void> {
  await asSystem(tx, async () => {
    await takeVeils(tx);
    await setUnprotected(tx, [organisation]);
    await removeProtectedNames(tx, organisation);
    const kinds = await knownOf(tx, await findProtected(tx));
    const offers = [...kinds].flatMap(([id, { kind }]) => (kind === 'offer' ? [id] : []));
    const carried = new Set(await findCarried(tx, await findProtectedKeys(tx)));
    const still = await findToProtect(tx, offers, carried);
    const open = offers.filter((offer) => !still.has(offer));
    await setUnprotected(tx, open);
    await touchSubjects(tx, [organisation, ...open], at);
    await showNow(tx, register, [organisation, ...open]);
  });
}
