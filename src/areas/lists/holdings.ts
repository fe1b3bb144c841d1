import { declareHoldings } from '../../plain/holding.ts';

const list = { purpose: 'list', readers: ['everyone'], keep: { while: 'list' } } as const;
const work = { purpose: 'import', readers: ['keepers'], keep: { while: 'list' } } as const;
const rows = { purpose: 'import', readers: ['keepers'], keep: { days: 30, after: 'work' } } as const;

export const LISTS_HOLDINGS = declareHoldings([
  { table: 'list', columns: ['id', 'title', 'publisher', 'purpose', 'licence', 'role', 'rhythm', 'made_at'], ...list },
  { table: 'list', columns: ['takedown_contact', 'mapping'], ...list },
  { table: 'import', columns: ['id', 'list', 'state', 'file_name', 'choices', 'mapping', 'counts', 'done'], ...work },
  { table: 'import', columns: ['trouble', 'revision', 'cover', 'source', 'based_on', 'turn', 'asked'], ...work },
  { table: 'import', columns: ['made_at', 'worked_at', 'taken_at', 'taken_back_at'], ...work },
  { table: 'import', columns: ['file'], ...rows },
  { table: 'import_row', columns: ['subject'], ...rows, leadsTo: 'organisation' },
  { table: 'import_row', columns: ['import', 'row', 'outcome', 'key', 'name', 'fingerprint', 'facts'], ...rows },
  { table: 'import_row', columns: ['changes', 'ends', 'notes', 'question', 'checked_on'], ...rows },
  { table: 'list_row', columns: ['subject'], ...list, leadsTo: 'organisation' },
  { table: 'list_row', columns: ['list', 'key', 'fingerprint', 'gone_on', 'since', 'until'], ...list },
  { table: 'list_answer', columns: ['list', 'asked', 'meant'], ...list, readers: ['keepers'] },
]);
