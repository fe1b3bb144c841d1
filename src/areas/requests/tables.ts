import type { ColumnType } from 'kysely';
import type { Day } from '../../plain/time.ts';
import type { Answer, Hours, RequestState, RequestWords } from './request.ts';

/** That one organisation asks another. What it says stands beside it and goes earlier. */
export interface RequestTable {
  id: string;
  cooperation: string;
  sender: string;
  receiver: string;
  state: RequestState;
  asked_on: Day;
  /** The receiver has been asked; before that it knows of nothing. */
  was_sent: boolean;
  answer: Answer['kind'] | null;
  /** The day of the call, or from which one may ask again. */
  answer_day: Day | null;
  answer_hours: Hours | null;
  answered_on: Day | null;
  /** The link with which the receiver can go on to speak for itself. */
  take_up_hash: string | null;
}

export interface RequestWordsTable {
  request: string;
  words: ColumnType<RequestWords, string, string>;
  /** From then on its days are counted. */
  settled_on: Day | null;
}

/** One mail. The number makes a fourth one impossible; no address and no token stands here. */
export interface RequestAttemptTable {
  request: string;
  number: number;
  sent_on: Day;
  token_hash: string;
}

/** A partner has said yes to asking. */
export interface RequestConsentTable {
  request: string;
  cooperation: string;
  organisation: string;
  said_on: Day;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    request: RequestTable;
    request_words: RequestWordsTable;
    request_attempt: RequestAttemptTable;
    request_consent: RequestConsentTable;
  }
}
