import { declareFields } from '../claims/index.ts';

/** What kind of organisation; the list of product.md, without any ranking. */
export const ORGANISATION_KINDS = [
  'association',
  'initiative',
  'carrier',
  'administration',
  'institution',
  'umbrella',
] as const;

/** The seven fields of action of the network. */
export const FIELDS_OF_ACTION = [
  'housing',
  'education',
  'work',
  'health',
  'transport',
  'selfOrganisation',
  'culture',
] as const;

export const ORGANISATION_FIELDS = declareFields('organisation', {
  name: { kind: 'line', perLanguage: true, halfLifeDays: 3650 },
  shortName: { kind: 'line', halfLifeDays: 3650 },
  kind: { kind: 'code', codes: ORGANISATION_KINDS, halfLifeDays: 1825 },
  description: { kind: 'text', perLanguage: true, hidesInProtection: true, halfLifeDays: 730 },
  fieldsOfAction: { kind: 'codes', codes: FIELDS_OF_ACTION, halfLifeDays: 730 },
  topics: { kind: 'topics', hidesInProtection: true, halfLifeDays: 730 },
  languages: { kind: 'languages', halfLifeDays: 365 },
  offersExpertise: { kind: 'text', perLanguage: true, hidesInProtection: true, halfLifeDays: 365 },
  seeks: { kind: 'text', perLanguage: true, hidesInProtection: true, halfLifeDays: 180 },
  place: { kind: 'place', hidesInProtection: true, halfLifeDays: 1825 },
  district: { kind: 'line', hidesInProtection: true, halfLifeDays: 1825 },
  street: { kind: 'street', hidesInProtection: true, scope: 'partner', halfLifeDays: 730 },
  point: { kind: 'point', hidesInProtection: true, scope: 'partner', halfLifeDays: 730 },
  contactFunction: { kind: 'line', hidesInProtection: true, halfLifeDays: 365 },
  mailbox: { kind: 'mail', hidesInProtection: true, halfLifeDays: 365 },
  phone: { kind: 'phone', hidesInProtection: true, halfLifeDays: 180 },
  phoneTimes: { kind: 'times', hidesInProtection: true, halfLifeDays: 180 },
  website: { kind: 'web', hidesInProtection: true, halfLifeDays: 365 },
  registerNumber: { kind: 'line', hidesInProtection: true, halfLifeDays: 3650 },
  validFrom: { kind: 'day', halfLifeDays: 3650 },
  validTo: { kind: 'day', halfLifeDays: 3650 },
  internalContact: { kind: 'line', hidesInProtection: true, scope: 'own', neverWider: true, halfLifeDays: 120 },
});
