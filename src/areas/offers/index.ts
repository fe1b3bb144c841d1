export { OFFER_FIELDS, TARGET_GROUPS } from './fields.ts';
export { offerProjection } from './projection.ts';
export { offersStep } from './migrations/2026-11-21-offers.ts';
export { keptOffersStep } from './migrations/2026-11-21-kept-offers.ts';
export { offersReadersStep } from './migrations/2026-11-21-readers.ts';
export { findOffersOf, findShownOffers } from './store.ts';
export { addOfferPages, type OfferPages } from './pages/routes.tsx';
export { addOfferSpeakPages } from './pages/speak.tsx';
export { addOfferPreviewPage } from './pages/preview.tsx';
