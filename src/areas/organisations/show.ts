import { NotFoundError } from '../../platform/errors.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { Reader } from '../../platform/database/index.ts';
import { isId } from '../../plain/ids.ts';
import type { Day } from '../../plain/time.ts';
import { accountOf, findSubject, type Account, type Gone } from '../claims/index.ts';
import { ORGANISATION_FIELDS } from './fields.ts';
import type { Picture } from './picture.ts';
import { findPicture } from './store-picture.ts';
import { findShownOrganisation, findShownOrganisations } from './store.ts';

/** What other areas know about an organisation; the app puts it in. */
export interface Neighbours {
  readonly goneFrom: (db: Reader, subject: string) => Promise<readonly Gone[]>;
  /** Titles of lists by their ids. */
  readonly titlesOf: (db: Reader, lists: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

export interface OfferLink {
  readonly href: string;
  readonly facts: Account['facts'];
}

/** A network that says that the organisation belongs to it. */
export interface NetworkLink {
  readonly href: string;
  readonly facts: Account['facts'];
}

export interface ShownSubject {
  readonly account: Account;
  readonly lists: ReadonlyMap<string, string>;
  readonly gone: readonly Gone[];
}

/** Where a subject went when it was found to be the same as another. */
export interface Forwarded {
  readonly forwardedTo: string;
}

export interface OrganisationShown extends ShownSubject {
  readonly offers: readonly OfferLink[];
  readonly networks: readonly NetworkLink[];
  readonly picture: Picture | null;
}

/** An organisation as this reader may see it; what does not exist and what must not be known are the same. */
export async function showOrganisation(
  ctx: ReadContext,
  id: string,
  day: Day | null,
  neighbours: Neighbours & {
    readonly offersOf: (db: Reader, nameKeys: readonly string[]) => Promise<readonly OfferLink[]>;
    readonly networksOf: (db: Reader, organisation: string) => Promise<readonly NetworkLink[]>;
  },
): Promise<OrganisationShown | Forwarded> {
  if (!isId(id)) throw new NotFoundError();
  return ctx.db.read(async (db) => {
    // What is hidden takes as many queries as what does not exist: nobody can tell them apart by the clock.
    const [subject, shown] = [await findSubject(db, id), await findShownOrganisation(db, id)];
    if (subject === null || subject.kind !== 'organisation') throw new NotFoundError();
    // Where the one that it counts as is not for this reader, nobody is led there either.
    if (subject.forwardedTo !== null && (await findShownOrganisations(db, [id])).length > 0)
      return { forwardedTo: subject.forwardedTo };
    if (shown.length === 0) throw new NotFoundError();
    const account = await accountOf(db, { fields: ORGANISATION_FIELDS, subject: id, shown, day });
    if (account === null) throw new NotFoundError();
    // Its offers, networks and picture are looked up as they are today: of an earlier day nothing is said.
    const offers =
      day === null ? await neighbours.offersOf(db, [...new Set(shown.flatMap(({ nameKeys }) => nameKeys))]) : [];
    const networks = day === null ? await neighbours.networksOf(db, id) : [];
    const picture = day === null ? await findPicture(db, id) : null;
    return { account, offers, networks, picture, ...(await aroundOf(db, id, account, neighbours)) };
  });
}

/** The lists behind an account, and those that a subject no longer stands in. */
export async function aroundOf(db: Reader, id: string, account: Account, { goneFrom, titlesOf }: Neighbours) {
  const speakers = [...account.sources.values()].flatMap(({ kind, speaker }) =>
    kind === 'list' && speaker !== null ? [speaker] : [],
  );
  return { lists: await titlesOf(db, [...new Set(speakers)]), gone: await goneFrom(db, id) };
}
