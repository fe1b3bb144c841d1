import { declareFields } from '../claims/index.ts';
import { FIELDS_OF_ACTION } from '../organisations/index.ts';

export const TARGET_GROUPS = [
  'everyone',
  'women',
  'men',
  'children',
  'youth',
  'parents',
  'older',
  'newcomers',
  'lgbtiq',
  'volunteers',
  'organisations',
] as const;

const COSTS = ['free', 'fee', 'donation'] as const;

export const OFFER_FIELDS = declareFields('offer', {
  name: { kind: 'line', perLanguage: true, halfLifeDays: 730 },
  carrier: { kind: 'line', halfLifeDays: 730 },
  description: { kind: 'text', perLanguage: true, hidesInProtection: true, halfLifeDays: 365 },
  fieldsOfAction: { kind: 'codes', codes: FIELDS_OF_ACTION, halfLifeDays: 730 },
  topics: { kind: 'topics', hidesInProtection: true, halfLifeDays: 730 },
  languages: { kind: 'languages', halfLifeDays: 365 },
  targetGroups: { kind: 'codes', codes: TARGET_GROUPS, halfLifeDays: 365 },
  times: { kind: 'times', hidesInProtection: true, halfLifeDays: 180 },
  cost: { kind: 'code', codes: COSTS, halfLifeDays: 365 },
  costNote: { kind: 'line', perLanguage: true, hidesInProtection: true, halfLifeDays: 365 },
  nameRequired: { kind: 'answer', halfLifeDays: 365 },
  papersAsked: { kind: 'answer', halfLifeDays: 365 },
  publicBody: { kind: 'answer', halfLifeDays: 1825 },
  anonymousPossible: { kind: 'answer', halfLifeDays: 365 },
  appointment: { kind: 'answer', halfLifeDays: 365 },
  stepFree: { kind: 'answer', halfLifeDays: 730 },
  barriers: { kind: 'text', perLanguage: true, hidesInProtection: true, halfLifeDays: 365 },
  place: { kind: 'place', hidesInProtection: true, halfLifeDays: 730 },
  district: { kind: 'line', hidesInProtection: true, halfLifeDays: 730 },
  street: { kind: 'street', hidesInProtection: true, scope: 'partner', halfLifeDays: 365 },
  point: { kind: 'point', hidesInProtection: true, scope: 'partner', halfLifeDays: 365 },
  contactFunction: { kind: 'line', hidesInProtection: true, halfLifeDays: 365 },
  mailbox: { kind: 'mail', hidesInProtection: true, halfLifeDays: 365 },
  phone: { kind: 'phone', hidesInProtection: true, halfLifeDays: 180 },
  website: { kind: 'web', hidesInProtection: true, halfLifeDays: 365 },
  validFrom: { kind: 'day', halfLifeDays: 3650 },
  validTo: { kind: 'day', halfLifeDays: 3650 },
  internalContact: { kind: 'line', hidesInProtection: true, scope: 'own', neverWider: true, halfLifeDays: 120 },
});
