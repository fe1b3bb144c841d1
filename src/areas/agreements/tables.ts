import type { ColumnType } from 'kysely';
import type { Day } from '../../plain/time.ts';
import type { Paragraph } from './paragraph.ts';
import type { Proof } from './signature.ts';
import type { SheetWords } from './sheet.ts';
import type { Version } from './version.ts';

/** JSON that goes in as text. */
type Stored<Value> = ColumnType<Value, string, string>;

export interface AgreementTable {
  id: string;
  cooperation: string;
  begun_on: Day;
}

/** One version: what its hash is about, and beside it the hashes of its paragraphs, for the gate before a signature. */
export interface AgreementVersionTable {
  agreement: string;
  cooperation: string;
  number: number;
  hash: string;
  content: Stored<Version>;
  paragraph_hashes: Stored<Readonly<Record<string, string>>>;
}

export type ChangeState = 'open' | 'accepted' | 'declined' | 'countered' | 'withdrawn';

/** A wish to change one paragraph, as it was handed over with others of the same proposal. */
export interface ProposedChangeTable {
  id: string;
  agreement: string;
  cooperation: string;
  proposal: string;
  partner: string;
  day: Day;
  paragraph: string;
  base: string | null;
  after: ColumnType<Paragraph | null, string | null, string | null>;
  reason: string;
  state: ChangeState;
  /** The version that took it over. */
  version: number | null;
}

/** What a partner says to a change of another. */
export interface ChangeAnswerTable {
  id: string;
  change: string;
  cooperation: string;
  partner: string;
  day: Day;
  verdict: 'accept' | 'ask' | 'counter' | 'decline';
  words: string;
}

export interface ParagraphConfirmationTable {
  agreement: string;
  cooperation: string;
  partner: string;
  hash: string;
  day: Day;
}

/** What one organisation writes for itself before it reads what the others wrote. */
export interface SheetTable {
  cooperation: string;
  organisation: string;
  words: Stored<SheetWords>;
  done_on: Day | null;
  /** Set for all sheets of a cooperation at once, when the last is done. */
  opened_on: Day | null;
}

export interface AgreementSignatureTable {
  agreement: string;
  cooperation: string;
  number: number;
  version: string;
  partner: string;
  day: Day;
  proof: Stored<Proof>;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    agreement: AgreementTable;
    agreement_version: AgreementVersionTable;
    proposed_change: ProposedChangeTable;
    change_answer: ChangeAnswerTable;
    paragraph_confirmation: ParagraphConfirmationTable;
    sheet: SheetTable;
    agreement_signature: AgreementSignatureTable;
  }
}
