import { declareHoldings } from '../../plain/holding.ts';

const ask = { purpose: 'ask', readers: ['keepers'], keep: { days: 365, after: 'settled' } } as const;

export const FRESHNESS_HOLDINGS = declareHoldings([
  { table: 'confirmation_ask', columns: ['subject'], leadsTo: 'organisation', ...ask },
  { table: 'confirmation_ask', columns: ['id', 'channel', 'attempt', 'asked_on', 'sent_on', 'state'], ...ask },
  { table: 'confirmation_ask', columns: ['answer', 'answered_at', 'note', 'undo'], ...ask },
  {
    table: 'confirmation_ask',
    columns: ['token_hashes', 'code_hash', 'code_until', 'take_up_hash', 'not_us_hash'],
    ...ask,
    readers: ['program'],
  },
]);
