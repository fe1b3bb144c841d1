import { findFamily } from '../areas/claims/index.ts';
import { findGoneFrom, findLists } from '../areas/lists/index.ts';
import { findNetworksOf, NETWORKS_PATH } from '../areas/networks/index.ts';
import { findOffersOf } from '../areas/offers/index.ts';
import type { OfferPages } from '../areas/offers/index.ts';
import type { OrganisationPages } from '../areas/organisations/index.ts';
import { offerToolsFor, toolsFor } from './tools.ts';
import { offerNotices, organisationNotices } from './vouched-notice.tsx';

/** What the pages of organisations and offers show of areas that theirs do not know. */
export const NEIGHBOURS: Omit<OrganisationPages & OfferPages, 'frame'> = {
  toolsFor,
  noticesFor: organisationNotices,
  offerToolsFor,
  offerNoticesFor: offerNotices,
  goneFrom: async (db, subject) => findGoneFrom(db, await findFamily(db, [subject])),
  titlesOf: async (db, lists) => {
    if (lists.length === 0) return new Map();
    return new Map((await findLists(db)).filter(({ id }) => lists.includes(id)).map(({ id, title }) => [id, title]));
  },
  offersOf: async (db, nameKeys) =>
    (await findOffersOf(db, nameKeys)).map(({ subject, facts }) => ({ href: `/angebote/${subject}`, facts })),
  networksOf: async (db, organisation) =>
    (await findNetworksOf(db, organisation)).map(({ subject, facts }) => ({
      href: `${NETWORKS_PATH}/${subject}`,
      facts,
    })),
};
