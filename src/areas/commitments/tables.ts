import type { Day } from '../../plain/time.ts';
import type { WordState } from './commitment-word.ts';
import type { Mark } from './reminder.ts';

/** What whoever is responsible says of a paragraph as it stood. One word each; taking it back removes it. */
export interface CommitmentWordTable {
  agreement: string;
  cooperation: string;
  paragraph: string;
  hash: string;
  partner: string;
  day: Day;
  state: WordState;
}

/** Which reminders have gone out, so that each goes out once. */
export interface CommitmentReminderTable {
  agreement: string;
  cooperation: string;
  paragraph: string;
  day: Day;
  mark: Mark;
  sent_on: Day;
}

/** The calendar of an organisation. Its address is kept as a hash. */
export interface CalendarFeedTable {
  organisation: string;
  token_hash: string;
  language: string;
  made_on: Day;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    commitment_word: CommitmentWordTable;
    commitment_reminder: CommitmentReminderTable;
    calendar_feed: CalendarFeedTable;
  }
}
