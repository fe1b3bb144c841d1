import { asSystem, type Transaction } from '../../platform/database/index.ts';
import type { Register } from './projection.ts';
import { showNow } from './say.ts';
import { standing } from './stand.ts';
import { endClaims, findClaims } from './store.ts';
import { holdVeils } from './store-protected.ts';
import { touchSubjects } from './store-revision.ts';

/** Corrections by roles do not keep a subject alive: once nobody else says anything about it, they end too. */
export async function endCorrectionsAlone(
  tx: Transaction,
  register: Register,
  subject: string,
  at: Date,
): Promise<void> {
  await asSystem(tx, async () => {
    await holdVeils(tx);
    const left = standing(await findClaims(tx, [subject]));
    if (left.length === 0 || left.some(({ sourceKind }) => sourceKind !== 'role')) return;
    await endClaims(tx, left, 0, at);
    await touchSubjects(tx, [subject], at);
    await showNow(tx, register, [subject]);
  });
}
