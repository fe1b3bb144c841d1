import { asSystem, type Transaction } from '../../platform/database/index.ts';
import type { Register } from './projection.ts';
import { showNow } from './say.ts';
import { standing } from './stand.ts';
import { endClaims, findClaims } from './store.ts';
import { reviveClaims } from './store-freshness.ts';
import { holdFamilies } from './store-hold.ts';
import { touchSubjects } from './store-revision.ts';

/** Takes back what one source has said about a subject, and lets hold again what was ended for it. */
export async function unsay(
  tx: Transaction,
  register: Register,
  subject: string,
  { source, ended, at }: { readonly source: number; readonly ended: readonly number[]; readonly at: Date },
): Promise<void> {
  await asSystem(tx, async () => {
    await holdFamilies(tx, [subject]);
    const said = standing(await findClaims(tx, [subject])).filter((claim) => claim.source === source);
    await endClaims(tx, said, 0, at);
    await reviveClaims(tx, subject, ended);
    await touchSubjects(tx, [subject], at);
    await showNow(tx, register, [subject]);
  });
}
