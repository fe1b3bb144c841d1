import { asSystem, type Transaction } from '../../platform/database/index.ts';
import type { Claim } from './claim.ts';
import { coverTwins, openUncovered, protectCovered } from './cover-twins.ts';
import type { Register } from './projection.ts';
import { findCovered, findProtecting, removeCoversOfSpeakers } from './store-cover.ts';
import { CARRIER, findProtectedKeys, holdVeils, keysOf, NAMES } from './store-protected.ts';

type Said = Pick<Claim, 'subject' | 'field' | 'value' | 'sourceKind' | 'saidAt'>;

/**
 * Lets the protection follow what is being said: a new offer or a twin under a protected name is protected before
 * anybody is shown it, a new name of a protected organisation counts like the old ones, and a twin that begins to
 * speak for itself decides for itself. Gives back what was there already and has to be shown anew.
 */
export async function followCarriers(
  tx: Transaction,
  register: Register,
  claims: readonly Said[],
  at: Date = claims[0]?.saidAt ?? new Date(0),
): Promise<readonly string[]> {
  return asSystem(tx, async () => {
    await holdVeils(tx);
    const heard = await removeCoversOfSpeakers(tx, subjectsOf(claims.filter(({ sourceKind }) => sourceKind === 'own')));
    const opened = await openUncovered(tx, heard, at);
    const named = claims.filter(({ field }) => NAMES.includes(field));
    const twins: string[] = [];
    for (const organisation of await findProtecting(tx, subjectsOf(named), keysOf(named.map(({ value }) => value))))
      twins.push(...(await coverTwins(tx, organisation)));
    const organisations = [...new Set([...twins, ...(await findCovered(tx, subjectsOf(named)))])];
    const carrying = claims.filter(({ field }) => field === CARRIER);
    const known = await findProtectedKeys(tx, keysOf(carrying.map(({ value }) => value)));
    const carried = subjectsOf(carrying.filter(({ value }) => keysOf([value]).some((key) => known.has(key))));
    if (organisations.length === 0 && carried.length === 0) return opened;
    return [...opened, ...(await protectCovered(tx, register, { organisations, carried, at }))];
  });
}

function subjectsOf(claims: readonly Pick<Claim, 'subject'>[]): readonly string[] {
  return [...new Set(claims.map(({ subject }) => subject))];
}
