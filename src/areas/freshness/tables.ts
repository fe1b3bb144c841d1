import type { ColumnType, Generated } from 'kysely';
import type { Answer, AskState, Channel, Undo } from './confirmation-ask.ts';

/** No address and no token stands here: the mailbox is read when a mail is sent, and of links and codes only hashes are kept. */
export interface ConfirmationAskTable {
  id: string;
  subject: string;
  channel: Channel;
  attempt: number;
  asked_on: string;
  sent_on: string;
  state: AskState;
  /** One for each mail, and one for each time a code was typed. */
  token_hashes: string[];
  code_hash: string | null;
  code_until: string | null;
  answer: Answer | null;
  answered_at: Date | null;
  note: string | null;
  undo: ColumnType<Undo | null, string | null, string | null>;
  /** The link with which an organisation can go on to speak for itself. */
  take_up_hash: string | null;
  /** The link with which whoever reads the mailbox says that it was somebody else. */
  not_us_hash: Generated<string | null>;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    confirmation_ask: ConfirmationAskTable;
  }
}
