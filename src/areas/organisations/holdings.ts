import { declareHoldings } from '../../plain/holding.ts';

const shown = { purpose: 'show', readers: ['scope'], keep: { while: 'replaced' } } as const;

export const ORGANISATIONS_HOLDINGS = declareHoldings([
  { table: 'organisation', columns: ['subject'], ...shown, leadsTo: 'organisation' },
  {
    table: 'organisation',
    columns: ['scope', 'since', 'until', 'facts', 'name_keys', 'confirmed_on', 'said_on'],
    ...shown,
  },
]);
