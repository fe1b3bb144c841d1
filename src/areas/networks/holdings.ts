import { declareHoldings } from '../../plain/holding.ts';

const shown = { purpose: 'show', readers: ['scope'], keep: { while: 'replaced' } } as const;

export const NETWORKS_HOLDINGS = declareHoldings([
  { table: 'network', columns: ['subject', 'facts', 'members'], ...shown, leadsTo: 'organisation' },
  { table: 'network', columns: ['scope', 'since', 'until', 'name_key', 'confirmed_on', 'said_on'], ...shown },
]);
