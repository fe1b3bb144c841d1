import { declareHoldings } from '../../plain/holding.ts';

const judged = { purpose: 'key', readers: ['keepers'], keep: { while: 'subject' } } as const;
// Worked out anew every night, and shown only where both entries are.
const found = { purpose: 'key', readers: ['scope', 'keepers'], keep: { while: 'replaced' } } as const;

export const DUPLICATES_HOLDINGS = declareHoldings([
  { table: 'judgement', columns: ['a', 'b'], ...judged, leadsTo: 'organisation' },
  {
    table: 'judgement',
    columns: ['id', 'outcome', 'day', 'by_role', 'words', 'rests_until', 'merge', 'replaced_by', 'taken_back_on'],
    ...judged,
  },
  { table: 'merge', columns: ['merged', 'head'], ...judged, leadsTo: 'organisation' },
  { table: 'merge', columns: ['id', 'day', 'by_role', 'undone_on', 'undone_by_role'], ...judged },
  { table: 'belonging', columns: ['judgement'], ...judged },
  { table: 'belonging', columns: ['part'], ...judged, leadsTo: 'organisation' },
  { table: 'pair_asked', columns: ['a', 'b'], ...found, leadsTo: 'organisation' },
  { table: 'pair_asked', columns: ['kind', 'p', 'outcome', 'reasons', 'effect', 'scope', 'found_on'], ...found },
  {
    table: 'offer_overlap',
    columns: ['a', 'b'],
    ...found,
    readers: ['organisation', 'keepers'],
    leadsTo: 'organisation',
  },
  { table: 'offer_overlap', columns: ['topics', 'found_on'], ...found, readers: ['organisation', 'keepers'] },
  {
    table: 'unasked_merging',
    columns: ['id', 'since', 'by_role', 'until', 'ended_by_role'],
    ...judged,
    keep: { while: 'installation' },
  },
]);
