import type { Reader, Transaction } from '../../platform/database/index.ts';
import './tables.ts';

/** Organisations by whether their protection runs or is over. */
export async function findTerms(
  db: Reader,
): Promise<{ readonly running: readonly string[]; readonly over: readonly string[] }> {
  const rows = await db
    .selectFrom('protection_term')
    .select(['organisation', 'ended_on'])
    .orderBy('organisation')
    .execute();
  const running = new Set(rows.flatMap(({ organisation, ended_on }) => (ended_on === null ? [organisation] : [])));
  const over = new Set(rows.map(({ organisation }) => organisation).filter((id) => !running.has(id)));
  return { running: [...running], over: [...over] };
}

/** Nobody has asked to end anything: what was asked before may have been taken back since. */
export async function forgetEndAsks(tx: Transaction): Promise<void> {
  await tx
    .updateTable('protection_term')
    .set({ asked_at: null, asked_mark: null })
    .where('asked_at', 'is not', null)
    .execute();
}
