import { declareHoldings } from '../../plain/holding.ts';

const shown = { purpose: 'show', readers: ['scope'], keep: { while: 'replaced' } } as const;

const picture = { table: 'picture', purpose: 'picture', readers: ['scope'], hidesInProtection: true } as const;

export const ORGANISATIONS_HOLDINGS = declareHoldings([
  { table: 'organisation', columns: ['subject'], ...shown, leadsTo: 'organisation' },
  {
    table: 'organisation',
    columns: ['scope', 'since', 'until', 'facts', 'name_keys', 'confirmed_on', 'said_on'],
    ...shown,
  },
  { ...picture, columns: ['subject'], keep: { while: 'replaced' }, leadsTo: 'organisation' },
  {
    ...picture,
    columns: ['name', 'scope', 'alternative', 'language', 'width', 'height', 'bytes', 'said_on'],
    keep: { while: 'replaced' },
  },
]);
