import { asSystem, type Transaction } from '../../platform/database/index.ts';
import type { Register } from './projection.ts';
import { showNow } from './say.ts';
import { findToWithdraw, findWithdrawnAt, findWithdrawnWith, setLapsed, setWithdrawn } from './store-freshness.ts';
import { holdFamilies } from './store-hold.ts';
import { familiesOf } from './store-family.ts';
import { findNaming } from './store-named.ts';
import { findCarried, findNameKeys } from './store-protected.ts';
import { touchSubjects } from './store-revision.ts';

/** Nobody has said or confirmed anything about them for too long: public pages leave them out. */
export async function lapse(tx: Transaction, register: Register, subjects: readonly string[], at: Date): Promise<void> {
  await veilAnew(tx, register, subjects, at, (all) => setLapsed(tx, all, at));
}

/** Somebody has spoken about them again. */
export async function revive(
  tx: Transaction,
  register: Register,
  subjects: readonly string[],
  at: Date,
): Promise<void> {
  await veilAnew(tx, register, subjects, at, (all) => setLapsed(tx, all, null));
}

/**
 * It asks not to be shown: from now on nobody but itself sees anything of it. The offers that it carries go with
 * it, except those that another organisation keeps. Can be repeated, for offers that came later.
 */
export async function withdraw(tx: Transaction, register: Register, subject: string, at: Date): Promise<void> {
  await asSystem(tx, async () => {
    const since = (await findWithdrawnAt(tx, subject)) ?? at;
    const { all } = await familiesOf(tx, [subject]);
    const offers = await findCarried(tx, new Set(await findNameKeys(tx, all)));
    const those = await findToWithdraw(tx, all, offers);
    await veilAnew(tx, register, those, at, () => setWithdrawn(tx, those, since));
  });
}

/** It wants to be shown again, and with it the offers that were withdrawn with it. */
export async function showAgain(tx: Transaction, register: Register, subject: string, at: Date): Promise<void> {
  await asSystem(tx, async () => {
    const since = await findWithdrawnAt(tx, subject);
    if (since === null) return;
    const { all } = await familiesOf(tx, [subject]);
    const offers = await findCarried(tx, new Set(await findNameKeys(tx, all)));
    const those = await findWithdrawnWith(tx, all, offers, since);
    await veilAnew(tx, register, those, at, () => setWithdrawn(tx, those, null));
  });
}

async function veilAnew(
  tx: Transaction,
  register: Register,
  subjects: readonly string[],
  at: Date,
  change: (all: readonly string[]) => Promise<void>,
): Promise<void> {
  if (subjects.length === 0) return;
  await asSystem(tx, async () => {
    const { all } = await holdFamilies(tx, subjects);
    await change(all);
    const anew = [...new Set([...all, ...(await findNaming(tx, all))])];
    await touchSubjects(tx, anew, at);
    await showNow(tx, register, anew);
  });
}
