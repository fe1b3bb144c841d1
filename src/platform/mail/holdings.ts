import { declareHoldings } from '../../plain/holding.ts';

const keep = { days: 30, after: 'settled' } as const;

export const MAIL_HOLDINGS = declareHoldings([
  { table: 'mail', columns: ['receiver'], purpose: 'contact', readers: ['operator'], keep },
  { table: 'mail', columns: ['content', 'language'], purpose: 'send', readers: ['operator'], keep },
  {
    table: 'mail',
    columns: ['id', 'written_at', 'state', 'attempts', 'next_at', 'settled_at'],
    purpose: 'job',
    readers: ['operator'],
    keep,
  },
]);
