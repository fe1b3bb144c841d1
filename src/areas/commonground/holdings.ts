import { declareHoldings } from '../../plain/holding.ts';
import { KEPT_DAYS } from './conversation.ts';

const open = { purpose: 'converse', readers: ['everyone'], keep: { while: 'installation' } } as const;
const over = { purpose: 'converse', readers: ['program'], keep: { days: KEPT_DAYS, after: 'ended' } } as const;

/** What one person answers is read by nobody and goes; what all say together stays. */
export const COMMONGROUND_HOLDINGS = declareHoldings([
  { table: 'conversation', columns: ['steward'], leadsTo: 'organisation', ...open },
  {
    table: 'conversation',
    columns: [
      'id',
      'languages',
      'says',
      'entry',
      'is_public',
      'opens_on',
      'ends_on',
      'begun_on',
      'ended_early',
      'parked',
      'taken_from',
    ],
    ...open,
  },
  { table: 'conversation_door', columns: ['conversation', 'token'], ...over, readers: ['organisation', 'keepers'] },
  { table: 'conversation_door', columns: ['token_hash'], ...over },
  { table: 'paper_code', columns: ['conversation', 'seal'], ...over },
  { table: 'ballot', columns: ['key', 'conversation', 'answers'], ...over },
  {
    table: 'statement',
    columns: ['id', 'conversation', 'language', 'texts', 'machine', 'author', 'state', 'reason'],
    ...open,
  },
  { table: 'moderation', columns: ['id', 'conversation', 'statement', 'act', 'reason', 'day'], ...open },
  { table: 'dissent', columns: ['statement', 'conversation', 'kind', 'goes_on', 'look_again_on'], ...open },
  { table: 'stand', columns: ['conversation', 'number', 'taken_on', 'is_last', 'result'], ...open },
]);
