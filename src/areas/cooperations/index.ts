export { isLate, type PartnerSince, type Phase } from './cooperation.ts';
export { cooperationsStep } from './migrations/2026-11-21-cooperations.ts';
export { plansStep } from './migrations/2026-11-21-plans.ts';
export { searchRequestsStep } from './migrations/2026-11-21-search-requests.ts';
export { ownOf, voicesOf } from './own.ts';
export { FRESH_DAYS, type CooperationPart, type Pointer, type Stage } from './part.ts';
export { COOPERATIONS_PATH, WORKING_TOGETHER_PATH } from './paths.ts';
export { findPlan, findPlanOffer, hasOffer } from './store-plan.ts';
export { isNothing, offerLines, type Offered } from './offer.ts';
export { FIRST_OFFER_INPUT, readOffered, typedOffer } from './forms-offer.ts';
export { findCooperation, findPartners, isPartner, letIn } from './store.ts';
export { undoLetIn } from './store-undo-let-in.ts';
export { PARTNERS_WALL } from './wall.ts';
export { endsAlone, keptUntil, type Closure, type Ending } from './closure.ts';
export { departuresOn, lastDayAfter, type Leaving } from './leaving.ts';
export { leavingStep } from './migrations/2026-11-21-leaving.ts';
export { cooperationsIndexesStep } from './migrations/2026-11-21-cooperations-indexes.ts';
export { cooperationsByOrganisationStep } from './migrations/2026-11-21-cooperations-by-organisation.ts';
export { refuseEnded } from './migrations/refuse-ended.ts';
export {
  demandGoingOn,
  findClosed,
  findDeparting,
  findForgettable,
  findLeaving,
  insertClosure,
  insertLeaving,
  letGo,
  removeCooperations,
  removeLeaving,
  takeCooperation,
} from './store-leaving.ts';
export { findCooperationsOf, walkCooperations } from './store-walk.ts';
export { type CooperationPages, type NamesOf, type Profile } from './pages/access.ts';
export { askedAt, inTheNameOf } from './pages/asked-at.ts';
export { AsTyped } from './pages/as-typed.tsx';
export { FromPlan } from './pages/from-plan.tsx';
export { type Answers } from './plan.ts';
export { OfferFields, OfferShown } from './pages/offer-fields.tsx';
export { InWhoseName } from './pages/in-whose-name.tsx';
export { addCooperationPages } from './pages/routes.ts';
export { PLAN_PART } from './plan-part.ts';
export { type Criteria, type TimeOfWeek } from './suggest.ts';
export { takeCooperationAlong } from './store-taken.ts';
export { carried, type Taken, type TakenThing, type Taker, type Taking } from './taking.ts';
