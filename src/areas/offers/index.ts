export { OFFER_FIELDS, TARGET_GROUPS } from './fields.ts';
export { offerProjection } from './projection.ts';
export { offersStep } from './migrations/2026-11-21-offers.ts';
export { findOffersOf, findShownOffers } from './store.ts';
export { addOfferPages } from './pages/routes.tsx';
