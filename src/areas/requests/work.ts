import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Links } from '../../platform/links/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Words } from '../../plain/words.ts';
import type { NamesOf } from '../cooperations/index.ts';

/** What asking and answering needs of areas that it does not know; the app puts it together. */
export interface Work {
  readonly links: Links;
  readonly wordsIn: (language: string) => Words;
  /** The names of organisations as far as `db` may read them. */
  readonly namesOf: NamesOf;
  /** The function mailbox of an organisation, whoever may see it; null where there is none. Only for sending. */
  readonly findMailbox: (tx: Transaction, organisation: string, today: Day) => Promise<Mailbox | null>;
  /** Whether somebody speaks for an organisation with an account. */
  readonly isHeld: (db: Reader, organisation: string, today: Day) => Promise<boolean>;
  /** Leaves a notice in the caller's transaction; false when the same one stands there already. */
  readonly raise: (tx: Transaction, notice: Raised, at: Date) => Promise<boolean>;
  /** What was left about a path needs nobody any more: in the caller's transaction, for one organisation or for all. */
  readonly settle: (tx: Transaction, left: Left, at: Date) => Promise<void>;
  /** How far the agreement of a cooperation has come. */
  readonly reached: (tx: Transaction, cooperation: string) => Promise<Reached>;
  /** Nobody else writes in the agreement of a cooperation until this transaction ends, if there is one. */
  readonly holdAgreement: (tx: Transaction, cooperation: string) => Promise<void>;
  /** Whether something has been written that rests on an organisation being a partner. */
  readonly isBuiltOn: (db: Reader, cooperation: string, organisation: string) => Promise<boolean>;
  /** Somebody has become a partner: the agreement names it from now on, if there is one. */
  readonly joined: (tx: Transaction, joining: Joining) => Promise<void>;
  /** What kind of organisation it is; null where nobody knows. */
  readonly kindOf: (db: Reader, organisation: string) => Promise<string | null>;
}

export type Reached = 'nothing' | 'plan' | 'draft' | 'in force';

export interface Joining {
  readonly cooperation: string;
  readonly organisation: string;
  readonly name: string;
  readonly day: Day;
}

export interface Mailbox {
  readonly mail: string;
  readonly language: string;
}

/** What somebody has to look at. None of them says what was written. */
export interface Raised {
  readonly kind:
    | 'agreeToAsk'
    | 'requestArrived'
    | 'requestAnswered'
    | 'introductionArrived'
    | 'introductionAgreed'
    | 'notReached';
  /** A path of this site. */
  readonly about: string;
  /** For whoever speaks for this organisation; null for the network. */
  readonly organisation: string | null;
}

/** Notices about a path of this site, of all organisations or of this one. */
export interface Left {
  readonly about: string;
  readonly organisation?: string;
}

/** For what the links of this area are made; a link for one opens nothing of the other. */
export const ANSWER = 'answer-request';
export const VOICE = 'request-voice';
export const INTRODUCE = 'introduction';

export const REQUESTS_PATH = '/anfragen';
export const ANSWER_PATH = '/antwort';
/** Where introductions stand on the page of requests. */
export const INTRODUCTIONS_PART = 'introductions';
export const INTRODUCTIONS_PATH = '/vorstellungen';
export const INTRODUCTION_LINK_PATH = '/vorstellung';
export const VOUCH_PATH = '/buergschaften';
