import { asSystem, type Transaction } from '../../platform/database/index.ts';
import type { Register } from './projection.ts';
import { showNow } from './say.ts';
import { standing } from './stand.ts';
import { findSaid } from './said.ts';
import { endClaims } from './store.ts';
import { holdFamilies } from './store-hold.ts';
import { touchSubjects } from './store-revision.ts';

/** Corrections by roles do not keep a subject alive: once nobody else says anything about it, they end too. */
export async function endCorrectionsAlone(
  tx: Transaction,
  register: Register,
  subject: string,
  at: Date,
): Promise<void> {
  await asSystem(tx, async () => {
    await holdFamilies(tx, [subject]);
    const left = standing((await findSaid(tx, [subject])).get(subject) ?? []);
    if (left.length === 0 || left.some(({ sourceKind }) => sourceKind !== 'role')) return;
    await endClaims(tx, left, 0, at);
    await touchSubjects(tx, [subject, ...left.map((claim) => claim.subject)], at);
    await showNow(tx, register, [subject]);
  });
}
