import { asSystem, type Transaction } from '../../platform/database/index.ts';
import type { Claim } from './claim.ts';
import type { Register } from './projection.ts';
import {
  CARRIER,
  findCarried,
  findNameKeys,
  findProtected,
  findProtectedKeys,
  findToProtect,
  holdVeils,
  insertProtectedNames,
  keysOf,
  NAMES,
  setProtected,
} from './store-protected.ts';
import { touchSubjects } from './store-revision.ts';

/**
 * Lets the protection follow what is being said: a new offer under a protected name is protected before
 * anybody is shown it, and a new name of a protected organisation counts like the old ones.
 * Gives back what was there already and has to be shown anew.
 */
export async function followCarriers(
  tx: Transaction,
  register: Register,
  claims: readonly Pick<Claim, 'subject' | 'field' | 'value' | 'saidAt'>[],
): Promise<readonly string[]> {
  return asSystem(tx, async () => {
    await holdVeils(tx);
    const carrying = claims.filter(({ field }) => field === CARRIER);
    const known = await findProtectedKeys(tx, keysOf(carrying.map(({ value }) => value)));
    const carried = carrying.filter(({ value }) => keysOf([value]).some((key) => known.has(key)));
    const named = claims.filter(({ field }) => NAMES.includes(field));
    const renamed = await findProtected(tx, [...new Set(named.map(({ subject }) => subject))]);
    if (carried.length === 0 && renamed.length === 0) return [];
    const names = new Set<string>();
    for (const organisation of renamed) {
      const keys = await findNameKeys(tx, organisation);
      await insertProtectedNames(tx, organisation, keys);
      for (const key of keys) names.add(key);
    }
    const offers = await offersToProtect(tx, [
      ...carried.map(({ subject }) => subject),
      ...(await findCarried(tx, names)),
    ]);
    const before = new Set(await findProtected(tx, offers));
    const fresh = offers.filter((offer) => !before.has(offer));
    const at = claims[0]?.saidAt ?? new Date(0);
    await setProtected(tx, fresh, at, hiddenIn(register));
    await touchSubjects(tx, fresh, at);
    return fresh.filter((offer) => !carried.some(({ subject }) => subject === offer));
  });
}

/** Those of some carried or kept offers that protection covers. */
export async function offersToProtect(tx: Transaction, offers: readonly string[]): Promise<readonly string[]> {
  const all = [...new Set(offers)];
  return [...(await findToProtect(tx, all, new Set(all)))];
}

/** What is hidden, of whichever kind of subject: one list for all, as the second wall reads it. */
export function hiddenIn(register: Register): readonly string[] {
  const fields = [register.fields.organisation, register.fields.offer].flatMap(({ fields: declared }) => [
    ...declared.values(),
  ]);
  return [...new Set(fields.filter(({ hidesInProtection }) => hidesInProtection).map(({ name }) => name))].toSorted();
}
