import { declareHoldings } from '../../plain/holding.ts';

const session = { readers: ['program'], keep: { days: 30, after: 'made' } } as const;

export const HTTP_HOLDINGS = declareHoldings([
  { table: 'session', columns: ['account'], purpose: 'session', leadsTo: 'account', ...session },
  { table: 'session', columns: ['acting_for'], purpose: 'session', leadsTo: 'organisation', ...session },
  { table: 'session', columns: ['id', 'actor_kind', 'two_factors', 'ends_at'], purpose: 'session', ...session },
  {
    table: 'session',
    columns: ['token_hash', 'former_hash', 'former_until', 'rotated_at'],
    purpose: 'signIn',
    ...session,
  },
  { table: 'session', columns: ['device', 'created_at', 'seen_on'], purpose: 'session', ...session, readers: ['self'] },
  {
    table: 'entrance',
    columns: ['token_hash', 'made_at', 'used_at'],
    purpose: 'signIn',
    readers: ['program'],
    keep: { days: 1, after: 'made' },
  },
]);
