import { declareHoldings } from '../../plain/holding.ts';

export const THROTTLE_HOLDINGS = declareHoldings([
  {
    table: 'throttle',
    columns: ['key_hash', 'failures', 'wait_until', 'last_at'],
    purpose: 'guessing',
    readers: ['program'],
    keep: { days: 1, after: 'lastUse' },
  },
]);
