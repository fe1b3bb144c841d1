export { FIELDS_OF_ACTION, ORGANISATION_FIELDS, ORGANISATION_KINDS } from './fields.ts';
export { organisationProjection } from './projection.ts';
export { organisationsStep } from './migrations/2026-11-21-organisations.ts';
