import type { Transaction } from '../../platform/database/index.ts';
import { hiddenIn } from './hidden-in.ts';
import type { Register } from './projection.ts';
import { findCovered, findProtecting, findTwins, insertCovers, removeCoversOver } from './store-cover.ts';
import { familiesOf } from './store-family.ts';
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
import { findHeldBy } from './store-voice.ts';
import { knownOf } from './store-known.ts';

/** The protection of an organisation covers itself, all that count as the same, and its twins of today. Gives back all of them. */
export async function coverTwins(tx: Transaction, organisation: string): Promise<readonly string[]> {
  const entries = (await familiesOf(tx, [organisation])).membersOf(organisation);
  const covered = [...entries, ...(await findTwins(tx, entries))];
  await insertCovers(tx, organisation, covered);
  return covered;
}

/** Protections cover whoever counts as the same from now on. Gives back what has to be shown anew. */
export async function coverFamily(
  tx: Transaction,
  register: Register,
  members: readonly string[],
  at: Date,
): Promise<readonly string[]> {
  const anew: string[] = [];
  for (const organisation of await findProtecting(tx, members, [])) {
    const organisations = await coverTwins(tx, organisation);
    anew.push(...(await protectCovered(tx, register, { organisations, carried: [], at })));
  }
  return anew;
}

/** Some counted as the same until now: what a protection covered for the other's sake only is opened again. */
export async function uncoverSplit(tx: Transaction, members: readonly string[], at: Date): Promise<readonly string[]> {
  const protecting = await findProtecting(tx, members, []);
  if (protecting.length === 0) return [];
  const families = await familiesOf(tx, members);
  const freed: string[] = [];
  for (const organisation of protecting) {
    const own = families.membersOf(organisation);
    const kept = [...own, ...(await findTwins(tx, own))];
    const gone = members.filter((member) => !own.includes(member));
    const others = [...gone, ...(await findTwins(tx, gone))].filter((each) => !kept.includes(each));
    await removeCoversOver(tx, organisation, others);
    freed.push(...others);
  }
  return openUncovered(tx, [...new Set(freed)], at);
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
    const keys = await findNameKeys(tx, [organisation]);
    await insertProtectedNames(tx, organisation, keys);
    for (const key of keys) names.add(key);
    for (const kept of await findHeldBy(tx, [organisation])) offers.add(kept);
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
