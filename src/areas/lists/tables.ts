import type { ColumnType, Generated } from 'kysely';
import type { Saying } from '../../plain/words.ts';
import type { Change, Counts, ImportState, ImportStep, Outcome, ReadingChoices, RowFact } from './import.ts';
import type { Licence, Mapping, Rhythm } from './list.ts';

/** JSON that is written as text and read as its value. */
type Stored<Value> = ColumnType<Value, string, string>;
type StoredOrNull<Value> = ColumnType<Value | null, string | null, string | null>;

export interface ListTable {
  id: string;
  title: string;
  publisher: string;
  purpose: string;
  licence: Licence;
  role: string;
  rhythm: Rhythm;
  takedown_contact: string;
  mapping: StoredOrNull<Mapping>;
  made_at: Date;
}

export interface ImportTable {
  id: string;
  list: string;
  state: ImportState;
  file_name: string;
  file: string | null;
  choices: Stored<ReadingChoices>;
  mapping: StoredOrNull<Mapping>;
  counts: Stored<Counts>;
  done: Generated<number>;
  trouble: StoredOrNull<Saying>;
  revision: number | null;
  cover: number | null;
  source: number | null;
  /** The newest revision of the list when this import was compared: a newer one makes the comparison stale. */
  based_on: Generated<number>;
  /** Whose turn it is to work on it: counted on, so that an earlier one notices. */
  turn: Generated<number>;
  worked_at: Date | null;
  asked: ImportStep | null;
  made_at: Date;
  taken_at: Date | null;
  taken_back_at: Date | null;
}

/** A row of the file after comparing. */
export interface ImportRowTable {
  import: string;
  row: number;
  outcome: Outcome;
  key: string | null;
  name: string;
  subject: string | null;
  fingerprint: string | null;
  facts: Stored<readonly RowFact[]>;
  changes: Stored<readonly Change[]>;
  /** Ids of the list's earlier claims that end. */
  ends: number[];
  notes: Stored<readonly Saying[]>;
  /** The question that has to be answered first. */
  question: StoredOrNull<Question>;
  checked_on: string | null;
}

export type Question = PlaceAsked | RowAsked;

/** An ambiguous place, as the list writes it, and what it may be. */
export interface PlaceAsked {
  readonly place: string;
  readonly choices: readonly string[];
}

/** A row that may be another by a new name: the key it would have, that of the other, and which entry that is. */
export interface RowAsked {
  readonly key: string;
  readonly was: string;
  readonly subject: string;
}

/** What a row of a list is in the register: the list's memory. */
export interface ListRowTable {
  list: string;
  key: string;
  subject: string;
  fingerprint: string;
  gone_on: string | null;
  since: number;
  until: number | null;
}

/** What a list means, as somebody has answered: by a spelling a place, by the key of a row the key it had before. */
export interface ListAnswerTable {
  list: string;
  asked: string;
  /** Empty: none of the choices. */
  meant: string;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    list: ListTable;
    import: ImportTable;
    import_row: ImportRowTable;
    list_row: ListRowTable;
    list_answer: ListAnswerTable;
  }
}
