import { declareHoldings } from '../../plain/holding.ts';

const together = { purpose: 'cooperate', readers: ['partners'], keep: { while: 'cooperation' } } as const;

// The network reads it: everybody whom the coordination has confirmed, and whoever keeps the register.
const sought = {
  purpose: 'cooperate',
  readers: ['scope'],
  keep: { days: 1, after: 'ended' },
  hidesInProtection: true,
} as const;

export const COOPERATIONS_HOLDINGS = declareHoldings([
  { table: 'cooperation', columns: ['id', 'begun_on', 'title', 'concept', 'concept_on'], ...together },
  { table: 'cooperation', columns: ['partners'], leadsTo: 'organisation', ...together },
  { table: 'cooperation_partner', columns: ['cooperation', 'phase', 'since', 'until'], ...together },
  { table: 'cooperation_partner', columns: ['organisation'], leadsTo: 'organisation', ...together },
  {
    table: 'cooperation_plan',
    columns: ['cooperation', 'answers', 'shown_on'],
    ...together,
    readers: ['organisation', 'partners'],
  },
  {
    table: 'cooperation_plan',
    columns: ['organisation'],
    leadsTo: 'organisation',
    ...together,
    readers: ['organisation', 'partners'],
  },
  { table: 'leaving', columns: ['id', 'cooperation', 'declared_on', 'last_day', 'left_on'], ...together },
  { table: 'leaving', columns: ['organisation'], leadsTo: 'organisation', ...together },
  { table: 'closure', columns: ['cooperation', 'day', 'kind', 'kept_until'], ...together },
  {
    table: 'search_request',
    columns: ['id', 'expertise', 'field', 'language', 'offered', 'until'],
    ...sought,
  },
  { table: 'search_request', columns: ['organisation'], leadsTo: 'organisation', ...sought },
]);
