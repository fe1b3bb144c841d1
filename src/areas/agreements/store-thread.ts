import type { Reader } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Countered } from './countered.ts';
import type { Paragraph } from './paragraph.ts';
import type { ProposedChange } from './proposal.ts';
import type { ChangeAnswerTable, ChangeState } from './tables.ts';

/** One word about a change: of somebody who answers it, or of its author. */
export interface Said {
  readonly change: string;
  readonly partner: string;
  readonly day: Day;
  readonly verdict: ChangeAnswerTable['verdict'];
  readonly words: string;
}

/** Everything that was said about these changes, by change, in the order in which it was said. */
export async function findThreads(
  db: Reader,
  changes: readonly string[],
): Promise<ReadonlyMap<string, readonly Said[]>> {
  if (changes.length === 0) return new Map();
  const rows = await db
    .selectFrom('change_answer')
    .select(['change', 'partner', 'day', 'verdict', 'words'])
    .where('change', 'in', changes)
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, ({ change }) => change);
}

/** A change with what has become of it. */
export interface SettledChange extends ProposedChange {
  readonly state: Exclude<ChangeState, 'open'>;
  readonly version: number | null;
  readonly day: Day;
  readonly after: Paragraph | null;
}

/** The newest changes of a partner that are settled, the newest first. */
export async function findSettled(
  db: Reader,
  { agreement, partner, most }: { readonly agreement: string; readonly partner: string; readonly most: number },
): Promise<readonly SettledChange[]> {
  const rows = await db
    .selectFrom('proposed_change')
    .select(['id', 'proposal', 'partner', 'paragraph', 'base', 'after', 'reason', 'state', 'version', 'day'])
    .where('agreement', '=', agreement)
    .where('partner', '=', partner)
    .where('state', '!=', 'open')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.flatMap(({ state, ...change }) => (state === 'open' ? [] : [{ ...change, state }]));
}

/** The proposals of an agreement that somebody countered, the newest first. */
export async function findCountered(db: Reader, agreement: string): Promise<readonly Countered[]> {
  return db
    .selectFrom('proposed_change as c')
    .innerJoin('change_answer as a', 'a.change', 'c.id')
    .select(['c.paragraph', 'c.base', 'c.after', 'c.partner', 'a.partner as by'])
    .where('c.agreement', '=', agreement)
    .where('c.state', '=', 'countered')
    .where('a.verdict', '=', 'counter')
    .orderBy('c.id', 'desc')
    .execute();
}
