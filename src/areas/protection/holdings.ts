import { declareHoldings } from '../../plain/holding.ts';

const term = { table: 'protection_term', purpose: 'protection', keep: { while: 'subject' } } as const;

export const PROTECTION_HOLDINGS = declareHoldings([
  { ...term, columns: ['organisation'], readers: ['organisation', 'keepers'], leadsTo: 'organisation' },
  {
    ...term,
    columns: ['id', 'since', 'asked_at', 'asked_mark', 'ended_on'],
    readers: ['organisation', 'keepers'],
  },
  {
    table: 'chain_anchor',
    columns: ['organisation'],
    purpose: 'proof',
    readers: ['organisation'],
    keep: { while: 'subject' },
    leadsTo: 'organisation',
  },
  {
    table: 'chain_anchor',
    columns: ['sent_on'],
    purpose: 'proof',
    readers: ['organisation'],
    keep: { while: 'subject' },
  },
]);
