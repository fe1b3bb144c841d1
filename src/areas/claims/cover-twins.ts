import type { Transaction } from '../../platform/database/index.ts';
import { hiddenIn } from './hidden-in.ts';
import type { Register } from './projection.ts';
import { findCovered, findTwins, insertCovers } from './store-cover.ts';
import { findNaming } from './store-named.ts';
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
} from './store-protected.ts';
import { touchSubjects } from './store-revision.ts';
import { findKeptBy } from './store-voice.ts';
import { knownOf } from './store.ts';

/** The protection of an organisation covers itself and its twins of today. Gives back all of them. */
export async function coverTwins(tx: Transaction, organisation: string): Promise<readonly string[]> {
  const covered = [organisation, ...(await findTwins(tx, organisation))];
  await insertCovers(tx, organisation, covered);
  return covered;
}

/**
 * Protects covered organisations, what they keep, and what is carried under one of their names, besides some offers
 * that are known to be carried so. Gives back what has to be shown anew: those that were not protected before, and
 * the networks that name one of the organisations.
 */
export async function protectCovered(
  tx: Transaction,
  register: Register,
  {
    organisations,
    carried,
    at,
  }: {
    readonly organisations: readonly string[];
    readonly carried: readonly string[];
    readonly at: Date;
  },
): Promise<readonly string[]> {
  const offers = new Set(carried);
  const names = new Set<string>();
  const before = new Set(await findProtected(tx, organisations));
  await setProtected(tx, organisations, at, hiddenIn(register));
  for (const organisation of organisations) {
    const keys = await findNameKeys(tx, organisation);
    await insertProtectedNames(tx, organisation, keys);
    for (const key of keys) names.add(key);
    for (const kept of await findKeptBy(tx, organisation)) offers.add(kept);
  }
  for (const offer of await findCarried(tx, names)) offers.add(offer);
  const wanted = [...(await findToProtect(tx, [...offers], offers))];
  for (const offer of await findProtected(tx, wanted)) before.add(offer);
  await setProtected(tx, wanted, at, hiddenIn(register));
  const fresh = [...organisations, ...wanted].filter((subject) => !before.has(subject));
  const anew = [...fresh, ...(await findNaming(tx, organisations))];
  await touchSubjects(tx, anew, at);
  return anew;
}

/**
 * Opens those of some organisations that no protection covers any more, and the offers that were hidden for their
 * sake only. Gives back what has to be shown anew.
 */
export async function openUncovered(
  tx: Transaction,
  organisations: readonly string[],
  at: Date,
): Promise<readonly string[]> {
  const covered = new Set(await findCovered(tx, organisations));
  const free = organisations.filter((organisation) => !covered.has(organisation));
  if (free.length === 0) return [];
  await setUnprotected(tx, free);
  for (const organisation of free) await removeProtectedNames(tx, organisation);
  const kinds = await knownOf(tx, await findProtected(tx));
  const offers = [...kinds].flatMap(([id, { kind }]) => (kind === 'offer' ? [id] : []));
  const carried = new Set(await findCarried(tx, await findProtectedKeys(tx)));
  const still = await findToProtect(tx, offers, carried);
  const open = [...free, ...offers.filter((offer) => !still.has(offer))];
  await setUnprotected(tx, open);
  const anew = [...open, ...(await findNaming(tx, free))];
  await touchSubjects(tx, anew, at);
  return anew;
}
