import { declareHoldings } from '../../plain/holding.ts';

const asked = { purpose: 'cooperate', readers: ['partners', 'organisation'], keep: { while: 'cooperation' } } as const;
const program = { ...asked, readers: ['program'] } as const;
const vouched = { purpose: 'cooperate', readers: ['organisation'], keep: { while: 'subject' } } as const;

/** What was written goes after half a year; that somebody has said no stays, so that nobody asks again. */
export const REQUESTS_HOLDINGS = declareHoldings([
  {
    table: 'request',
    columns: [
      'id',
      'cooperation',
      'state',
      'asked_on',
      'was_sent',
      'answer',
      'answer_day',
      'answer_hours',
      'answered_on',
    ],
    ...asked,
  },
  { table: 'request', columns: ['sender', 'receiver'], leadsTo: 'organisation', ...asked },
  { table: 'request', columns: ['take_up_hash'], ...program },
  {
    table: 'request_words',
    columns: ['request', 'words', 'settled_on'],
    ...asked,
    keep: { days: 180, after: 'settled' },
  },
  { table: 'request_attempt', columns: ['request', 'number', 'sent_on'], ...asked },
  { table: 'request_attempt', columns: ['token_hash'], ...program },
  { table: 'request_consent', columns: ['request', 'cooperation', 'said_on'], ...asked, readers: ['partners'] },
  {
    table: 'request_consent',
    columns: ['organisation'],
    leadsTo: 'organisation',
    ...asked,
    readers: ['partners'],
  },
  {
    table: 'introduction',
    columns: ['id', 'cooperation', 'proposed_on', 'told_on'],
    ...asked,
    readers: ['organisation'],
  },
  {
    table: 'introduction',
    columns: ['introducer', 'introduced', 'third'],
    leadsTo: 'organisation',
    ...asked,
    readers: ['organisation'],
  },
  {
    table: 'introduction_side',
    columns: ['introduction', 'answer', 'answered_on'],
    ...asked,
    readers: ['organisation'],
  },
  {
    table: 'introduction_side',
    columns: ['organisation'],
    leadsTo: 'organisation',
    ...asked,
    readers: ['organisation'],
  },
  { table: 'introduction_side', columns: ['token_hash', 'contact_hash'], ...program },
  { table: 'vouch', columns: ['organisation', 'voucher'], leadsTo: 'organisation', ...vouched },
  { table: 'vouch', columns: ['since'], ...vouched },
]);
