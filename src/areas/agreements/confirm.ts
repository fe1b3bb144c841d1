import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { not, ok, type Result } from '../../plain/result.ts';
import { dayOf } from '../../plain/time.ts';
import { demand, may } from './may.ts';
import { hashOfParagraph } from './paragraph.ts';
import { insertConfirmation, isSigned, removeConfirmation, takeAgreement } from './store.ts';
import { nobody, type FindMailboxes } from './tell-partners.ts';
import { tellWhenReady } from './tell-ready.ts';
import { partnersOf } from './text.ts';

interface Confirming {
  readonly agreement: string;
  readonly partner: string;
  /** The hash of the paragraph as it was read. */
  readonly hash: string;
}

/** "Dazu stehen wir", "das können wir": a partner confirms the words it has read, if they still stand there. */
export async function confirm(
  { db, actor, clock }: Context,
  { agreement, partner, hash }: Confirming,
  findMailboxes: FindMailboxes = nobody,
): Promise<Result<null, 'movedOn'>> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    const standing = await takeAgreement(tx, agreement);
    const { text } = standing.version;
    if (!partnersOf(text).includes(partner)) throw new NotFoundError();
    if (!text.paragraphs.some((one) => hashOfParagraph(one) === hash)) return not('movedOn');
    const at = clock.now();
    await tellWhenReady(tx, standing, { findMailboxes, at, by: partner }, () =>
      insertConfirmation(tx, standing, { partner, hash }, dayOf(at)),
    );
    return ok(null);
  });
}

/** A partner no longer stands by what it confirmed. What somebody has signed rests on it: then one proposes a change. */
export async function takeConfirmationBack(
  { db, actor }: Context,
  { agreement, partner, hash }: Confirming,
): Promise<Result<null, 'signed'>> {
  demand(may.write(actor, partner));
  return db.write(async (tx) => {
    await takeAgreement(tx, agreement);
    if (await isSigned(tx, agreement, hash)) return not('signed');
    await removeConfirmation(tx, agreement, { partner, hash });
    return ok(null);
  });
}
