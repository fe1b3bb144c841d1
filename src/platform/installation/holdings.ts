import { declareHoldings } from '../../plain/holding.ts';

export const INSTALLATION_HOLDINGS = declareHoldings([
  {
    table: 'installation',
    columns: ['id', 'site', 'invented', 'begun_at'],
    purpose: 'house',
    readers: ['everyone'],
    keep: { while: 'installation' },
  },
]);
