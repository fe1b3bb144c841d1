import type { Reader, Transaction } from '../../platform/database/index.ts';
import type { Links } from '../../platform/links/index.ts';
import type { Day } from '../../plain/time.ts';
import type { Words } from '../../plain/words.ts';
import type { Register } from '../claims/index.ts';

/** What asking and answering needs besides the context of a verb; the app puts it together. */
export interface Work {
  readonly links: Links;
  readonly register: Register;
  /** The words of the language that an organisation reads. */
  readonly wordsIn: (language: string) => Words;
  /** Whether somebody speaks for an organisation with an account. */
  readonly isHeld: (db: Reader, organisation: string, today: Day) => Promise<boolean>;
  /** Where those who speak for an organisation read mail, in which language. */
  readonly findMailboxes: (tx: Transaction, organisation: string, today: Day) => Promise<readonly Mailbox[]>;
  /** Leaves a notice in the caller's transaction; false when the same one stands there already. */
  readonly raise: (tx: Transaction, notice: Raised, at: Date) => Promise<boolean>;
}

export interface Mailbox {
  readonly mail: string;
  readonly language: string;
}

/** What somebody has to look at. */
export interface Raised {
  readonly kind: 'voiceTakenUp' | 'voiceDisputed' | 'voiceAsked' | 'voiceSought' | 'withdrawalAsked';
  /** A path of this site. */
  readonly about: string;
  /** For whoever speaks for this organisation; null for the network. */
  readonly organisation: string | null;
}

/** For what the links of this area are made; a link for one opens nothing of the other. */
export const CONFIRM = 'confirm';
export const TAKE_UP = 'take-up';
export const NOT_US = 'not-us';

/** The role that stands behind an answer by link: whoever reads the function mailbox or got the letter. */
export const CONTACT = 'contact';
