import { declareHoldings } from '../../plain/holding.ts';

export const NOTICES_HOLDINGS = declareHoldings([
  {
    table: 'notice',
    columns: ['id', 'kind', 'about', 'raised_on', 'done_on'],
    purpose: 'hint',
    readers: ['organisation', 'keepers'],
    keep: { days: 30, after: 'settled' },
  },
  {
    table: 'notice',
    columns: ['organisation'],
    leadsTo: 'organisation',
    purpose: 'hint',
    readers: ['organisation'],
    keep: { days: 30, after: 'settled' },
  },
]);
