import { note } from '../../platform/chain/index.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { demandGoingOn, findPartners } from '../cooperations/index.ts';
import { demand, may } from './may.ts';
import { isWhole, type SheetWords } from './sheet.ts';
import { closeSheet, findOwnWords, keepSheet } from './store-sheet.ts';
import { tellPartners, type Post } from './tell-partners.ts';

interface Sheet {
  readonly cooperation: string;
  readonly organisation: string;
}

/** Keeps what one side writes for itself, as often as it likes, until it is handed over. */
export async function writeSheet(
  { db, actor }: Context,
  { cooperation, organisation, words }: Sheet & { readonly words: SheetWords },
): Promise<Result<null, 'handedOver'>> {
  demand(may.write(actor, organisation));
  return db.write(async (tx) => {
    const partners = await findPartners(tx, cooperation);
    if (!partners.some((one) => one.organisation === organisation)) throw new NotFoundError();
    await demandGoingOn(tx, cooperation);
    return (await keepSheet(tx, { cooperation, organisation, words })) ? ok(null) : not('handedOver');
  });
}

/** Hands a sheet over. All sheets open together, when the last of them is handed over; nothing opens one alone. */
export async function handSheetOver(
  { db, actor, clock }: Context,
  { cooperation, organisation }: Sheet,
  post: Post | null = null,
): Promise<Result<{ readonly areOpen: boolean }, 'notWhole'>> {
  demand(may.write(actor, organisation));
  return db.write(async (tx) => {
    const partners = (await findPartners(tx, cooperation)).map((one) => one.organisation);
    if (!partners.includes(organisation)) throw new NotFoundError();
    await demandGoingOn(tx, cooperation);
    if (!isWhole(await findOwnWords(tx, cooperation, organisation))) return not('notWhole');
    const at = clock.now();
    const areOpen = await closeSheet(tx, { cooperation, organisation, partners, day: dayOf(at) });
    await note(tx, organisation, {
      at,
      act: 'sheet.handedOver',
      byRole: 'organisation',
      about: `cooperation/${cooperation}`,
    });
    if (areOpen) await tellPartners(tx, { cooperation, by: organisation }, { post, at });
    return ok({ areOpen });
  });
}
