import { asSystem, type Transaction } from '../../platform/database/index.ts';
import type { Day } from '../../plain/time.ts';
import { takeAgreementOf } from './store-see-off.ts';
import { findStanding, insertVersion } from './store.ts';
import { partnersOf } from './text.ts';

/**
 * A further partner comes into the text, as a new version, if there is an agreement yet. The words stay; every goal
 * waits for its confirmation too. By the program: whoever let it in has decided, and has held the agreement before it
 * held the cooperation.
 */
export async function welcomePartner(
  tx: Transaction,
  {
    cooperation,
    organisation,
    name,
    day,
  }: { readonly cooperation: string; readonly organisation: string; readonly name: string; readonly day: Day },
): Promise<void> {
  await asSystem(tx, async () => {
    const agreement = await takeAgreementOf(tx, cooperation);
    if (agreement === null) return;
    const { version, hash } = await findStanding(tx, agreement);
    if (partnersOf(version.text).includes(organisation)) return;
    const text = { ...version.text, partners: [...version.text.partners, { id: organisation, name }] };
    await insertVersion(tx, cooperation, {
      agreement,
      number: version.number + 1,
      former: hash,
      day,
      changes: [],
      text,
    });
  });
}
