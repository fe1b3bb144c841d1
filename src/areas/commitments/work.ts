import type { Transaction } from '../../platform/database/index.ts';
import type { Links } from '../../platform/links/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Words } from '../../plain/words.ts';

/** What this area needs of others; the app puts it together. */
export interface Work {
  readonly links: Links;
  /** The words of the language that an organisation reads. */
  readonly wordsIn: (language: string) => Words;
  /** Where an organisation reads mail that is not for one person, and in which language; never to be shown. */
  readonly findMailboxes: (tx: Transaction, organisation: string, today: Day) => Promise<readonly Mailbox[]>;
}

export interface Mailbox {
  readonly mail: string;
  readonly language: string;
}

/** For what the links of calendars are made. */
export const CALENDAR = 'calendar';
