import { declareFields } from '../claims/index.ts';

export const NETWORK_FIELDS = declareFields('network', {
  name: { kind: 'line', perLanguage: true, halfLifeDays: 3650 },
  goal: { kind: 'text', perLanguage: true, halfLifeDays: 365 },
  description: { kind: 'text', perLanguage: true, halfLifeDays: 730 },
  topics: { kind: 'topics', halfLifeDays: 730 },
  place: { kind: 'place', hidesInProtection: true, halfLifeDays: 1825 },
  contactFunction: { kind: 'line', hidesInProtection: true, halfLifeDays: 365 },
  mailbox: { kind: 'mail', hidesInProtection: true, halfLifeDays: 365 },
  website: { kind: 'web', hidesInProtection: true, halfLifeDays: 365 },
  // Who works with whom can put people at risk: public only where the network says so.
  members: { kind: 'subjects', hidesInProtection: true, scope: 'network', halfLifeDays: 365 },
  validFrom: { kind: 'day', halfLifeDays: 3650 },
  validTo: { kind: 'day', halfLifeDays: 3650 },
});
