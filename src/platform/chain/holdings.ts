import { declareHoldings } from '../../plain/holding.ts';

const rest = { purpose: 'proof', readers: ['organisation'], keep: { while: 'installation' } } as const;

export const CHAIN_HOLDINGS = declareHoldings([
  { table: 'chain_note', columns: ['chain', 'about'], leadsTo: 'organisation', ...rest },
  { table: 'chain_note', columns: ['number', 'noted_at', 'act', 'by_role', 'former_hash', 'hash'], ...rest },
]);
