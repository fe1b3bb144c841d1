import { note } from '../../platform/chain/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { newId } from '../../plain/ids.ts';
import { protectSubject, type Register } from '../claims/index.ts';
import { insertTerm, takeTerm } from './store.ts';
import { findTerms, forgetEndAsks } from './store-restored.ts';

export interface Restored {
  readonly register: Register;
  /** Organisations that speak for themselves. */
  readonly speaking: readonly string[];
  /** The day of the backup, for the chains. */
  readonly backup: string;
  readonly at: Date;
}

/**
 * After an older state has come back: whoever speaks for itself or was ever protected may have begun a protection
 * since, so each is protected until two of its persons end that. Only as the program itself. Returns those that
 * were protected anyway, and those that are now.
 */
export async function protectRestored(
  tx: Transaction,
  { register, speaking, backup, at }: Restored,
): Promise<{ readonly before: readonly string[]; readonly now: readonly string[] }> {
  await forgetEndAsks(tx);
  const { running, over } = await findTerms(tx);
  const now = [...new Set([...speaking, ...over])].filter((organisation) => !running.includes(organisation)).toSorted();
  for (const organisation of now) {
    await takeTerm(tx, organisation);
    await protectSubject(tx, register, organisation, at);
    await insertTerm(tx, { id: newId(at), organisation, since: at });
    await note(tx, organisation, { at, act: 'protection.begun', byRole: 'system', about: `backup/${backup}` });
  }
  return { before: running, now };
}
