import { declareHoldings } from '../../plain/holding.ts';

export const LINKS_HOLDINGS = declareHoldings([
  {
    table: 'link_secret',
    columns: ['only', 'secret'],
    purpose: 'signIn',
    readers: ['program'],
    keep: { while: 'installation' },
  },
]);
