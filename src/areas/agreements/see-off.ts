import type { Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { isAccepted, type ProposedChange } from './proposal.ts';
import { findAccepted, findOpenChanges } from './store-change.ts';
import { takeAgreementOf } from './store-see-off.ts';
import { findStanding, insertVersion } from './store.ts';
import { takeOver } from './take-over.ts';
import { partnersOf } from './text.ts';

/**
 * A partner has gone and others go on: a new version without it among the partners, so that those who stay can propose
 * and sign without its word. What the paragraphs say of it stays until they change it; what was in force stays in force
 * until they have signed. What waited only for its yes waits no longer and is the version after that. By the program,
 * which has held the agreement before it held the cooperation.
 */
export async function seeOffPartner(
  tx: Transaction,
  {
    cooperation,
    organisation,
    day,
  }: { readonly cooperation: string; readonly organisation: string; readonly day: Day },
): Promise<void> {
  const agreement = await takeAgreementOf(tx, cooperation);
  if (agreement === null) return;
  const { version, hash } = await findStanding(tx, agreement);
  const partners = version.text.partners.filter(({ id }) => id !== organisation);
  if (partners.length === version.text.partners.length) return;
  const waiting = await findWaitingFor(tx, agreement, partnersOf(version.text));
  const text = { ...version.text, partners };
  await insertVersion(tx, cooperation, { agreement, number: version.number + 1, former: hash, day, changes: [], text });
  await takeOver(tx, await findStanding(tx, agreement), waiting, day);
}

/** What some of these partners have not said yes to. */
async function findWaitingFor(
  tx: Transaction,
  agreement: string,
  partners: readonly string[],
): Promise<readonly ProposedChange[]> {
  const open = await findOpenChanges(tx, agreement);
  const ids = open.map(({ id }) => id);
  const said = await findAccepted(tx, ids);
  return open.filter((change) => !isAccepted(change, partners, said.get(change.id) ?? []));
}
