import { declareHoldings } from '../../plain/holding.ts';

const together = { purpose: 'cooperate', readers: ['partners'], keep: { while: 'cooperation' } } as const;

export const COOPERATIONS_HOLDINGS = declareHoldings([
  { table: 'cooperation', columns: ['id', 'begun_on'], ...together },
  { table: 'cooperation', columns: ['partners'], leadsTo: 'organisation', ...together },
  { table: 'cooperation_partner', columns: ['cooperation', 'phase', 'since', 'until'], ...together },
  { table: 'cooperation_partner', columns: ['organisation'], leadsTo: 'organisation', ...together },
]);
