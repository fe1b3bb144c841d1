import { declareHoldings } from '../../plain/holding.ts';

const told = { purpose: 'send', readers: ['program'], keep: { days: 30, after: 'made' } } as const;

const together = { purpose: 'cooperate', readers: ['partners'], keep: { while: 'cooperation' } } as const;

export const AGREEMENTS_HOLDINGS = declareHoldings([
  { table: 'agreement', columns: ['id', 'cooperation', 'begun_on'], ...together },
  {
    table: 'agreement_version',
    columns: ['agreement', 'cooperation', 'number', 'hash', 'content', 'paragraph_hashes'],
    ...together,
  },
  {
    table: 'proposed_change',
    columns: [
      'id',
      'agreement',
      'cooperation',
      'proposal',
      'day',
      'paragraph',
      'base',
      'after',
      'reason',
      'state',
      'version',
    ],
    ...together,
  },
  { table: 'proposed_change', columns: ['partner'], leadsTo: 'organisation', ...together },
  { table: 'change_answer', columns: ['id', 'change', 'cooperation', 'day', 'verdict', 'words'], ...together },
  { table: 'change_answer', columns: ['partner'], leadsTo: 'organisation', ...together },
  {
    table: 'draft_change',
    columns: ['agreement', 'cooperation', 'paragraph', 'base', 'after', 'reason', 'day', 'number'],
    ...together,
    readers: ['organisation'],
  },
  { table: 'draft_change', columns: ['partner'], leadsTo: 'organisation', ...together, readers: ['organisation'] },
  { table: 'paragraph_confirmation', columns: ['agreement', 'cooperation', 'hash', 'day'], ...together },
  { table: 'paragraph_confirmation', columns: ['partner'], leadsTo: 'organisation', ...together },
  { table: 'sheet', columns: ['cooperation', 'words', 'done_on', 'opened_on'], ...together },
  { table: 'sheet', columns: ['organisation'], leadsTo: 'organisation', ...together },
  { table: 'talking_point', columns: ['id', 'cooperation', 'words', 'refers', 'state', 'day'], ...together },
  { table: 'talking_point', columns: ['partner'], leadsTo: 'organisation', ...together },
  {
    table: 'agreement_signature',
    columns: ['agreement', 'cooperation', 'number', 'version', 'day', 'proof'],
    ...together,
  },
  { table: 'agreement_signature', columns: ['partner'], leadsTo: 'organisation', ...together },
  {
    table: 'kept_agreement',
    columns: ['id', 'hash', 'archive', 'kept_on'],
    purpose: 'cooperate',
    readers: ['organisation'],
    keep: { while: 'subject' },
  },
  {
    table: 'kept_agreement',
    columns: ['organisation'],
    leadsTo: 'organisation',
    purpose: 'cooperate',
    readers: ['organisation'],
    keep: { while: 'subject' },
  },
  { table: 'partner_told', columns: ['cooperation', 'day'], ...told },
  { table: 'partner_told', columns: ['organisation'], leadsTo: 'organisation', ...told },
]);
