import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { ProposedChange, Verdict } from './proposal.ts';
import type { Standing } from './store.ts';
import type { ChangeState } from './tables.ts';

export async function insertChanges(
  tx: Transaction,
  { id: agreement, cooperation }: Standing,
  changes: readonly ProposedChange[],
  day: Day,
): Promise<void> {
  await tx
    .insertInto('proposed_change')
    .values(
      changes.map(({ after, ...change }) => ({
        ...change,
        agreement,
        cooperation,
        day,
        after: after === null ? null : JSON.stringify(after),
        state: 'open' as const,
        version: null,
      })),
    )
    .execute();
}

/** Who has brought which change that nobody has settled yet, in some agreements. */
export async function findOpenIn(db: Reader, agreements: readonly string[]): Promise<readonly OpenChange[]> {
  if (agreements.length === 0) return [];
  return db
    .selectFrom('proposed_change')
    .select(['id', 'agreement', 'partner'])
    .where('agreement', 'in', agreements)
    .where('state', '=', 'open')
    .execute();
}

/** A change that waits, without what it says. */
export interface OpenChange {
  readonly id: string;
  readonly agreement: string;
  readonly partner: string;
}

/** Changes that nobody has settled yet, in the order in which they were handed over. */
export async function findOpenChanges(db: Reader, agreement: string): Promise<readonly ProposedChange[]> {
  return db
    .selectFrom('proposed_change')
    .select(['id', 'proposal', 'partner', 'paragraph', 'base', 'after', 'reason'])
    .where('agreement', '=', agreement)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
}

export async function settleChange(
  tx: Transaction,
  id: string,
  state: Exclude<ChangeState, 'open'>,
  version: number | null = null,
): Promise<void> {
  await tx.updateTable('proposed_change').set({ state, version }).where('id', '=', id).execute();
}

export async function insertAnswer(
  tx: Transaction,
  answer: {
    readonly id: string;
    readonly change: string;
    readonly cooperation: string;
    readonly partner: string;
    readonly day: Day;
    readonly verdict: Verdict | 'reply';
    readonly words: string;
  },
): Promise<void> {
  await tx.insertInto('change_answer').values(answer).execute();
}

/** Who has accepted each of these changes so far. */
export async function findAccepted(
  db: Reader,
  changes: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (changes.length === 0) return new Map();
  const rows = await db
    .selectFrom('change_answer')
    .select(['change', 'partner'])
    .where('change', 'in', changes)
    .where('verdict', '=', 'accept')
    .orderBy('id')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ change }) => change)].map(([change, of]) => [
      change,
      [...new Set(of.map(({ partner }) => partner))],
    ]),
  );
}
