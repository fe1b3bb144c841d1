import type { ColumnType } from 'kysely';
import type { Day } from '../../plain/time.ts';
import type { AnyArchive } from './cooperation-archive.ts';
import type { Paragraph } from './paragraph.ts';
import type { Proof } from './signature.ts';
import type { EntryPlace, PointState } from './talking-point.ts';
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
  /** `reply`: the author answers a question. */
  verdict: 'accept' | 'ask' | 'reply' | 'counter' | 'decline';
  words: string;
}

/** What one partner has written and not handed over yet. */
export interface DraftChangeTable {
  agreement: string;
  cooperation: string;
  partner: string;
  paragraph: string;
  base: string | null;
  after: ColumnType<Paragraph | null, string | null, string | null>;
  reason: string;
  day: Day;
  /** In which order things were written. */
  number: ColumnType<string, never, never>;
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

/** Something to talk about, found in the opened sheets. */
export interface TalkingPointTable {
  id: string;
  cooperation: string;
  words: string;
  refers: Stored<readonly EntryPlace[]>;
  state: PointState;
  partner: string;
  day: Day;
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

/** An agreement, or a whole cooperation, that one organisation keeps to read. */
export interface KeptAgreementTable {
  id: string;
  organisation: string;
  /** The checksum of the archive. */
  hash: string;
  archive: Stored<AnyArchive>;
  kept_on: Day;
}

/** A day on which a partner has heard by mail that something waits for it. */
export interface PartnerToldTable {
  cooperation: string;
  organisation: string;
  day: Day;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    agreement: AgreementTable;
    agreement_version: AgreementVersionTable;
    proposed_change: ProposedChangeTable;
    change_answer: ChangeAnswerTable;
    draft_change: DraftChangeTable;
    paragraph_confirmation: ParagraphConfirmationTable;
    sheet: SheetTable;
    talking_point: TalkingPointTable;
    agreement_signature: AgreementSignatureTable;
    kept_agreement: KeptAgreementTable;
    partner_told: PartnerToldTable;
  }
}
