import type { Register } from '../areas/claims/index.ts';
import { findingProjection } from '../areas/finding/index.ts';
import { NETWORK_FIELDS, networkProjection } from '../areas/networks/index.ts';
import { OFFER_FIELDS, offerProjection } from '../areas/offers/index.ts';
import { ORGANISATION_FIELDS, organisationProjection } from '../areas/organisations/index.ts';

/** All kinds of subject and all projections of this installation. */
export const REGISTER: Register = {
  fields: { organisation: ORGANISATION_FIELDS, offer: OFFER_FIELDS, network: NETWORK_FIELDS },
  projections: [organisationProjection, offerProjection, networkProjection, findingProjection],
};
