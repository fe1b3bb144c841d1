import type { ColumnType, Generated } from 'kysely';
import type { Day } from '../../plain/time.ts';
import type { Answers } from './ballot.ts';
import type { Entry, TakenFrom, Says } from './conversation.ts';
import type { DissentKind } from './dissent.ts';
import type { Parked } from './parking.ts';
import type { Result } from './result.ts';
import type { Reason, StatementState } from './statement.ts';

/** JSON that goes in as text. */
type Stored<Value> = ColumnType<Value, string, string>;

export interface ConversationTable {
  id: string;
  /** Null: the coordination. */
  steward: string | null;
  languages: readonly string[];
  says: Stored<Readonly<Record<string, Says>>>;
  entry: Entry;
  is_public: boolean;
  opens_on: Day;
  ends_on: Day;
  begun_on: Day | null;
  ended_early: Generated<boolean>;
  parked: Stored<readonly Parked[]>;
  taken_from: ColumnType<TakenFrom | null, string | null, never>;
}

/** The way in. The link is shared with everybody who is asked, so its steward can read and print it again. */
export interface ConversationDoorTable {
  conversation: string;
  token: string;
  token_hash: string;
}

/** A code that nobody has used yet: whoever uses it takes it away. */
export interface PaperCodeTable {
  conversation: string;
  seal: string;
}

/** What one person answers, in one row without a name, a time or an order. */
export interface BallotTable {
  /** Keyed hash of the conversation and the mark that only the browser of the person has. */
  key: string;
  conversation: string;
  answers: Stored<Answers>;
}

export interface StatementTable {
  id: string;
  conversation: string;
  language: string;
  texts: Stored<Readonly<Record<string, string>>>;
  machine: readonly string[];
  author: 'steward' | 'participant';
  state: StatementState;
  reason: Reason | null;
}

/** What was done with a statement, on which day; never by whom. */
export interface ModerationTable {
  id: string;
  conversation: string;
  statement: string;
  act: 'declined' | 'let-in';
  reason: Reason | null;
  day: Day;
}

/** How a conversation goes on with a statement over which people part. */
export interface DissentTable {
  statement: string;
  conversation: string;
  kind: DissentKind;
  goes_on: boolean;
  look_again_on: Day | null;
}

/** A result as it stood: numbers about statements and groups, nothing about persons. */
export interface StandTable {
  conversation: string;
  number: number;
  taken_on: Day;
  is_last: boolean;
  result: Stored<Result>;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    conversation: ConversationTable;
    conversation_door: ConversationDoorTable;
    paper_code: PaperCodeTable;
    ballot: BallotTable;
    statement: StatementTable;
    moderation: ModerationTable;
    dissent: DissentTable;
    stand: StandTable;
  }
}
