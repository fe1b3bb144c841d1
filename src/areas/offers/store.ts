import type { Scope } from '../../plain/scope.ts';
import type { Reader } from '../../platform/database/index.ts';
import { findShown, type Facts, type ShownRow } from '../claims/index.ts';

/** What holds about an offer for one scope: one row for each scope that the reader may see. */
export async function findShownOffer(
  db: Reader,
  subject: string,
): Promise<readonly { readonly scope: Scope; readonly facts: Facts }[]> {
  return db.selectFrom('offer').select(['scope', 'facts']).where('subject', '=', subject).orderBy('scope').execute();
}

/** Offers among some subjects: one row for each scope that the reader may see. */
export async function findShownOffers(db: Reader, subjects: readonly string[]): Promise<readonly ShownRow[]> {
  return findShown(db, 'offer', subjects);
}

/** The public offers of a carrier by its folded names. */
export async function findOffersOf(
  db: Reader,
  carrierKeys: readonly string[],
): Promise<readonly { readonly subject: string; readonly facts: Facts }[]> {
  if (carrierKeys.length === 0) return [];
  return db
    .selectFrom('offer')
    .select(['subject', 'facts'])
    .where('carrier_key', 'in', [...carrierKeys])
    .where('scope', '=', 'public')
    .orderBy('subject')
    .execute();
}
