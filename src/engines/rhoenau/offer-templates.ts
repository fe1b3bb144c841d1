import { EVERYDAY_LIFE } from './kinds-of-offer/everyday-life.ts';
import { MEETING_AND_LEARNING } from './kinds-of-offer/meeting-and-learning.ts';
import type { OfferTemplate } from './kinds-of-offer/offer-template.ts';

/** Every kind of offer that the county knows. */
export const OFFER_TEMPLATES: readonly OfferTemplate[] = [...MEETING_AND_LEARNING, ...EVERYDAY_LIFE];
