import { declareHoldings } from '../../plain/holding.ts';

const together = { purpose: 'cooperate', readers: ['partners'], keep: { while: 'cooperation' } } as const;

export const REVIEWS_HOLDINGS = declareHoldings([
  { table: 'review', columns: ['id', 'cooperation', 'begun_on', 'opened_on'], ...together },
  { table: 'review_part', columns: ['review', 'cooperation', 'words', 'done_on', 'opened_on'], ...together },
  { table: 'review_part', columns: ['organisation'], leadsTo: 'organisation', ...together },
  { table: 'closing_part', columns: ['cooperation', 'words', 'written_on'], ...together },
  { table: 'closing_part', columns: ['organisation'], leadsTo: 'organisation', ...together },
  { table: 'closing_wish', columns: ['cooperation', 'said_on'], ...together },
  { table: 'closing_wish', columns: ['organisation'], leadsTo: 'organisation', ...together },
  { table: 'deletion_wish', columns: ['cooperation', 'said_on'], ...together },
  { table: 'deletion_wish', columns: ['organisation'], leadsTo: 'organisation', ...together },
]);
