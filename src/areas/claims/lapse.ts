import { asSystem, type Transaction } from '../../platform/database/index.ts';
import type { Register } from './projection.ts';
import { showNow } from './say.ts';
import { findToWithdraw, findWithdrawnAt, findWithdrawnWith, setLapsed, setWithdrawn } from './store-freshness.ts';
import { findNaming } from './store-named.ts';
import { findCarried, findNameKeys, holdVeils } from './store-protected.ts';
import { touchSubjects } from './store-revision.ts';

/** Nobody has said or confirmed anything about them for too long: public pages leave them out. */
export async function lapse(tx: Transaction, register: Register, subjects: readonly string[], at: Date): Promise<void> {
  await veilAnew(tx, register, subjects, at, () => setLapsed(tx, subjects, at));
}

/** Somebody has spoken about them again. */
export async function revive(
  tx: Transaction,
  register: Register,
  subjects: readonly string[],
  at: Date,
): Promise<void> {
  await veilAnew(tx, register, subjects, at, () => setLapsed(tx, subjects, null));
}

/**
 * It asks not to be shown: from now on nobody but itself sees anything of it. The offers that it carries go with
 * it, except those that another organisation keeps. Can be repeated, for offers that came later.
 */
export async function withdraw(tx: Transaction, register: Register, subject: string, at: Date): Promise<void> {
  await asSystem(tx, async () => {
    const since = (await findWithdrawnAt(tx, subject)) ?? at;
    const offers = await findCarried(tx, new Set(await findNameKeys(tx, subject)));
    const all = await findToWithdraw(tx, subject, offers);
    await veilAnew(tx, register, all, at, () => setWithdrawn(tx, all, since));
  });
}

/** It wants to be shown again, and with it the offers that were withdrawn with it. */
export async function showAgain(tx: Transaction, register: Register, subject: string, at: Date): Promise<void> {
  await asSystem(tx, async () => {
    const since = await findWithdrawnAt(tx, subject);
    if (since === null) return;
    const offers = await findCarried(tx, new Set(await findNameKeys(tx, subject)));
    const all = await findWithdrawnWith(tx, subject, offers, since);
    await veilAnew(tx, register, all, at, () => setWithdrawn(tx, all, null));
  });
}

async function veilAnew(
  tx: Transaction,
  register: Register,
  subjects: readonly string[],
  at: Date,
  change: () => Promise<void>,
): Promise<void> {
  if (subjects.length === 0) return;
  await asSystem(tx, async () => {
    await holdVeils(tx);
    await change();
    const anew = [...new Set([...subjects, ...(await findNaming(tx, subjects))])];
    await touchSubjects(tx, anew, at);
    await showNow(tx, register, anew);
  });
}
