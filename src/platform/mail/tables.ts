import type { ColumnType, Generated } from 'kysely';
import type { Saying } from '../../plain/words.ts';

/** A mail to be sent. Once it has been sent or given up, address and words are gone from the row. */
export interface MailTable {
  id: string;
  /** The address; null once it is settled. */
  receiver: string | null;
  language: string;
  /** What it says, as keys and fillings; null once it is settled. */
  content: ColumnType<MailContent | null, string | null, string | null>;
  written_at: Date;
  state: 'waiting' | 'sent' | 'given up' | 'in the outbox';
  attempts: Generated<number>;
  next_at: Date;
  settled_at: Date | null;
}

/** A mail as sayings: it is put into words when it is sent. */
export interface MailContent {
  readonly subject: Saying;
  readonly paragraphs: readonly Saying[];
  /** A path of this site, made into a full address when it is sent. */
  readonly link: string | null;
}

declare module '../database/tables.ts' {
  interface Tables {
    mail: MailTable;
  }
}
