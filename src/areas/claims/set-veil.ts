import { asSystem, type Transaction } from '../../platform/database/index.ts';
import { coverTwins, openUncovered, protectCovered } from './cover-twins.ts';
import type { Register } from './projection.ts';
import { showNow } from './say.ts';
import { removeCovers } from './store-cover.ts';
import { takeVeils } from './store-protected.ts';

/**
 * From now on nothing that leads to the organisation's door or people is shown: of itself, of what it keeps, of its
 * twins on other lists, and of what carries one of their names. Whoever may say so has been asked by the caller.
 */
export async function protectSubject(
  tx: Transaction,
  register: Register,
  organisation: string,
  at: Date,
): Promise<void> {
  await asSystem(tx, async () => {
    await takeVeils(tx);
    const organisations = await coverTwins(tx, organisation);
    await showNow(tx, register, await protectCovered(tx, register, { organisations, carried: [], at }));
  });
}

/** Shows again what the scopes of the claims say. What another protection covers, keeps or carries stays hidden. */
export async function unprotectSubject(
  tx: Transaction,
  register: Register,
  organisation: string,
  at: Date,
): Promise<void> {
  await asSystem(tx, async () => {
    await takeVeils(tx);
    await showNow(tx, register, await openUncovered(tx, await removeCovers(tx, organisation), at));
  });
}
