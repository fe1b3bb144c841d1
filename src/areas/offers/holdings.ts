import { declareHoldings } from '../../plain/holding.ts';

const shown = { purpose: 'show', readers: ['scope'], keep: { while: 'replaced' } } as const;

export const OFFERS_HOLDINGS = declareHoldings([
  { table: 'offer', columns: ['subject'], ...shown, leadsTo: 'organisation' },
  { table: 'offer', columns: ['scope', 'since', 'until', 'facts', 'carrier_key', 'confirmed_on', 'said_on'], ...shown },
]);
