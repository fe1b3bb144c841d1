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
export const protectSubject = changingVeils(async (tx, register, organisation, at) => {
  const organisations = await coverTwins(tx, organisation);
  return protectCovered(tx, register, { organisations, carried: [], at });
});

/** Shows again what the scopes of the claims say. What another protection covers, keeps or carries stays hidden. */
export const unprotectSubject = changingVeils(async (tx, _, organisation, at) =>
  openUncovered(tx, await removeCovers(tx, organisation), at),
);

type Change<Result> = (tx: Transaction, register: Register, organisation: string, at: Date) => Promise<Result>;

/** As the program, alone among all who write what readers see; what the change gives back is shown anew. */
function changingVeils(change: Change<readonly string[]>): Change<void> {
  return (tx, register, organisation, at) =>
    asSystem(tx, async () => {
      await takeVeils(tx);
      await showNow(tx, register, await change(tx, register, organisation, at));
    });
}
