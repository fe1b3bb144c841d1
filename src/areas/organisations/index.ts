export { FIELDS_OF_ACTION, ORGANISATION_FIELDS, ORGANISATION_KINDS } from './fields.ts';
export { organisationProjection } from './projection.ts';
export { organisationsStep } from './migrations/2026-11-21-organisations.ts';
export { scopeOf } from './scope.ts';
export { findNamesakes, findShownOrganisations } from './store.ts';
export { aroundOf, type Forwarded, type Neighbours, type ShownSubject } from './show.ts';
export { addOrganisationPages, type OrganisationPages } from './pages/routes.tsx';
