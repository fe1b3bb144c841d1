import { NotFoundError } from '../../platform/errors.ts';
import type { ReadContext } from '../../platform/context.ts';
import { isId } from '../../plain/ids.ts';
import { fold } from '../../plain/text.ts';
import type { Day } from '../../plain/time.ts';
import { accountOf, findSubject } from '../claims/index.ts';
import { aroundOf, findNamesakes, type Forwarded, type Neighbours, type ShownSubject } from '../organisations/index.ts';
import { OFFER_FIELDS } from './fields.ts';
import { findShownOffer, findShownOffers } from './store.ts';

export interface OfferShown extends ShownSubject {
  /** The organisation that carries it, where exactly one has that name. */
  readonly carrier: string | null;
}

/** An offer as this reader may see it; what does not exist and what must not be known are the same. */
export async function showOffer(
  ctx: ReadContext,
  id: string,
  day: Day | null,
  neighbours: Neighbours,
): Promise<OfferShown | Forwarded> {
  if (!isId(id)) throw new NotFoundError();
  return ctx.db.read(async (db) => {
    // What is hidden takes as many queries as what does not exist: nobody can tell them apart by the clock.
    const [subject, shown] = [await findSubject(db, id), await findShownOffer(db, id)];
    if (subject === null || subject.kind !== 'offer') throw new NotFoundError();
    // Where the one that it counts as is not for this reader, nobody is led there either.
    if (subject.forwardedTo !== null && (await findShownOffers(db, [id])).length > 0)
      return { forwardedTo: subject.forwardedTo };
    if (shown.length === 0) throw new NotFoundError();
    const account = await accountOf(db, { fields: OFFER_FIELDS, subject: id, shown, day });
    if (account === null) throw new NotFoundError();
    const name = account.facts['carrier'];
    const namesakes = typeof name === 'string' ? await findNamesakes(db, [fold(name)]) : [];
    const subjects = [...new Set(namesakes.map(({ subject: one }) => one))];
    return {
      account,
      carrier: subjects.length === 1 ? (subjects[0] ?? null) : null,
      ...(await aroundOf(db, id, account, neighbours)),
    };
  });
}
