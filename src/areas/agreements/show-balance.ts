import type { ReadContext } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { findCooperation, isLate, ownOf, type PartnerSince } from '../cooperations/index.ts';
import { measuresOf, turningPoints, type Measure, type VersionBalance } from './balance-sheet.ts';
import { promptsFor } from './balance-prompts.ts';
import type { Saying } from '../../plain/words.ts';
import { findSignatures, findStanding, findVersions, type Standing } from './store.ts';

/** The balance sheet of an agreement, as all of its partners see it. */
export interface ShownBalance {
  readonly standing: Standing;
  readonly versions: readonly VersionBalance[];
  /** Versions that there are beside the shown ones. */
  readonly others: number;
  readonly measures: readonly Measure[];
  readonly phases: readonly PartnerSince[];
  readonly prompts: readonly Saying[];
}

/** Derived anew at each look; nothing of it is kept. 404 for whoever is no partner. */
export async function showBalance({ db, actor }: ReadContext, agreement: string): Promise<ShownBalance> {
  return db.read(async (tx) => {
    const standing = await findStanding(tx, agreement);
    const { text, number } = standing.version;
    const cooperation = await findCooperation(tx, standing.cooperation);
    if (cooperation === null) throw new NotFoundError();
    const { partners, concept } = cooperation;
    ownOf(actor, partners);
    const history = (await findVersions(tx, agreement)).filter(({ version }) => version.number <= number);
    const versions = turningPoints(history, await findSignatures(tx, agreement));
    const late = partners.filter((one) => isLate(one, concept)).map(({ organisation }) => organisation);
    return {
      standing,
      versions,
      others: history.length - versions.length,
      measures: measuresOf(text, versions),
      phases: partners,
      prompts: promptsFor(text, versions.at(-1)?.sides ?? [], late),
    };
  });
}
