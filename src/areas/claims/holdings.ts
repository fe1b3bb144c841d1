import { declareHoldings } from '../../plain/holding.ts';

const history = { purpose: 'history', readers: ['scope'], keep: { while: 'subject' } } as const;
const turns = { purpose: 'order', readers: ['everyone'], keep: { while: 'installation' } } as const;

export const CLAIMS_HOLDINGS = declareHoldings([
  { table: 'revision', columns: ['id', 'kind', 'state', 'made_at'], ...turns },
  {
    table: 'revision_subject',
    columns: ['subject'],
    ...turns,
    leadsTo: 'organisation',
    readers: ['keepers'],
    keep: { while: 'entry' },
  },
  { table: 'revision_subject', columns: ['revision'], ...turns, readers: ['keepers'], keep: { while: 'entry' } },
  {
    table: 'source',
    columns: ['speaker'],
    purpose: 'source',
    leadsTo: 'organisation',
    readers: ['everyone'],
    keep: { while: 'installation' },
  },
  {
    table: 'source',
    columns: ['id', 'kind', 'publisher', 'licence', 'takedown_contact', 'retrieved_at', 'since'],
    purpose: 'source',
    readers: ['everyone'],
    keep: { while: 'installation' },
  },
  {
    table: 'subject',
    columns: ['id', 'forwarded_to'],
    purpose: 'key',
    leadsTo: 'organisation',
    readers: ['everyone'],
    keep: { while: 'installation' },
  },
  {
    table: 'subject',
    columns: ['kind', 'since', 'touched_at', 'lapsed_at', 'heard_on'],
    purpose: 'order',
    readers: ['everyone'],
    keep: { while: 'subject' },
  },
  {
    table: 'subject',
    columns: ['protected_at', 'hidden_fields', 'withdrawn_at'],
    purpose: 'protection',
    readers: ['everyone'],
    keep: { while: 'subject' },
  },
  { table: 'claim', columns: ['subject'], ...history, leadsTo: 'organisation' },
  { table: 'claim', columns: ['id', 'field', 'language', 'value', 'source', 'scope', 'since', 'until'], ...history },
  {
    table: 'claim',
    columns: ['said_at', 'valid_from', 'valid_to', 'confirmed_at', 'confirmed_by_role', 'retracted_at'],
    ...history,
  },
  {
    table: 'protected_name',
    columns: ['organisation'],
    purpose: 'protection',
    leadsTo: 'organisation',
    readers: ['program'],
    keep: { while: 'subject' },
  },
  {
    table: 'protected_name',
    columns: ['name_key'],
    purpose: 'protection',
    readers: ['program'],
    keep: { while: 'subject' },
  },
  {
    table: 'protection_cover',
    columns: ['covered', 'organisation'],
    purpose: 'protection',
    leadsTo: 'organisation',
    readers: ['program'],
    keep: { while: 'subject' },
  },
  {
    table: 'subject_keeper',
    columns: ['subject', 'organisation'],
    purpose: 'voice',
    leadsTo: 'organisation',
    readers: ['organisation', 'keepers'],
    keep: { while: 'subject' },
  },
]);
