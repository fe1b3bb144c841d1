import type { Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { isAccepted, type ProposedChange } from './proposal.ts';
import { findAccepted, settleChange } from './store-change.ts';
import { insertVersion, type Standing } from './store.ts';
import { isCurrent, partnersOf, withChanges, type AgreementText } from './text.ts';
import type { AcceptedChange } from './version.ts';

/** The version that changes have led to, if there is one, and those of them that had been overtaken. */
export interface TakenOver {
  readonly version: number | null;
  readonly overtaken: readonly string[];
}

/** What everybody but its author has accepted becomes one new version, in a transaction that holds the agreement. */
export async function takeOver(
  tx: Transaction,
  standing: Standing,
  changes: readonly ProposedChange[],
  day: Day,
): Promise<TakenOver> {
  const said = await findAccepted(
    tx,
    changes.map(({ id }) => id),
  );
  const partners = partnersOf(standing.version.text);
  const overtaken: string[] = [];
  const taken: { readonly id: string; readonly change: AcceptedChange }[] = [];
  let text: AgreementText = standing.version.text;
  for (const change of changes) {
    const acceptedBy = said.get(change.id) ?? [];
    if (!isAccepted(change, partners, acceptedBy)) continue;
    if (!isCurrent(text, change)) overtaken.push(change.id);
    else {
      const { id, paragraph, base, after, proposal, partner } = change;
      text = withChanges(text, [change]) ?? text;
      taken.push({
        id,
        change: { paragraph, base, after, proposal, by: partner, acceptedBy: [...acceptedBy].toSorted() },
      });
    }
  }
  if (taken.length === 0) return { version: null, overtaken };
  const number = standing.version.number + 1;
  await insertVersion(tx, standing.cooperation, {
    agreement: standing.id,
    number,
    former: standing.hash,
    day,
    changes: taken.map(({ change }) => change),
    text,
  });
  for (const { id } of taken) await settleChange(tx, id, 'accepted', number);
  return { version: number, overtaken };
}
