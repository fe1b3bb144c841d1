import { declareHoldings } from '../../plain/holding.ts';

const together = { purpose: 'cooperate', readers: ['partners'], keep: { while: 'cooperation' } } as const;
const feed = { purpose: 'cooperate', readers: ['organisation'], keep: { while: 'replaced' } } as const;

export const COMMITMENTS_HOLDINGS = declareHoldings([
  { table: 'commitment_word', columns: ['agreement', 'cooperation', 'paragraph', 'hash', 'day', 'state'], ...together },
  { table: 'commitment_word', columns: ['partner'], leadsTo: 'organisation', ...together },
  {
    table: 'commitment_reminder',
    columns: ['agreement', 'cooperation', 'paragraph', 'day', 'mark', 'sent_on'],
    purpose: 'send',
    readers: ['program'],
    keep: { days: 90, after: 'made' },
  },
  { table: 'calendar_feed', columns: ['organisation'], leadsTo: 'organisation', ...feed },
  { table: 'calendar_feed', columns: ['language', 'made_on'], ...feed },
  { table: 'calendar_feed', columns: ['token_hash'], ...feed, readers: ['program'] },
]);
