import { declareHoldings } from '../../plain/holding.ts';

const found = { purpose: 'find', readers: ['everyone'], keep: { while: 'replaced' } } as const;

export const FINDING_HOLDINGS = declareHoldings([
  { table: 'finding_entry', columns: ['subject'], ...found, leadsTo: 'organisation' },
  {
    table: 'finding_entry',
    columns: ['scope', 'since', 'until', 'kind', 'facts', 'codes', 'name_terms', 'strong_terms', 'terms'],
    ...found,
  },
  { table: 'finding_entry', columns: ['place', 'postcode', 'confirmed_on', 'said_on', 'ends_on'], ...found },
  { table: 'finding_change', columns: ['subject'], ...found, leadsTo: 'organisation' },
  { table: 'finding_change', columns: ['seq'], ...found },
  { table: 'finding_mark', columns: ['since', 'until'], ...found },
]);
