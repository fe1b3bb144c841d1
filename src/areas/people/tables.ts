import type { Generated } from 'kysely';
import type { Day } from '../../plain/time.ts';

/** Somebody who can sign in. No real name, no telephone; of days only the last one. */
export interface AccountTable {
  id: string;
  alias: string;
  /** The folded alias, for signing in. */
  alias_key: string;
  /** BCP 47: the language of mails. */
  language: string;
  mail: string | null;
  /** The first day of the month in which it began. */
  began_on: Day;
  seen_on: Day | null;
  /** Argon2id in PHC form; null while there are only passkeys. */
  passphrase: string | null;
  /** Base32; null without a second step. */
  totp_secret: string | null;
  /** The last time step that was used: a code opens once. */
  totp_step: number | null;
  /** The sealed recovery words (`sealWords`). */
  recovery_hash: string | null;
  /** Has come back without its second step: no role counts before a new one is set up. */
  owes_second_step: Generated<boolean>;
}

/** A function that somebody holds: of an organisation, of the coordination, of the operator. */
export interface RoleTable {
  id: string;
  kind: 'organisation' | 'coordination' | 'operator';
  /** The organisation that is spoken for; null for the others. */
  organisation: string | null;
  /** Since when nobody holds it; null while somebody does. */
  vacant_since: Date | null;
}

/** Who holds a role or deputises, from when until when. Once over, the account is gone from it. */
export interface RoleTermTable {
  id: string;
  role: string;
  place: 'holder' | 'deputy';
  account: string | null;
  from_day: Day;
  /** The day it is planned to end, not included; null is open. */
  until_day: Day | null;
  ended_on: Day | null;
}

/** An organisation that the coordination has confirmed in the network. */
export interface AdmissionTable {
  organisation: string;
  admitted_on: Day;
}

/** A sign-in that has shown its passphrase and owes the code of the second step. */
export interface HalfSignInTable {
  token_hash: string;
  account: string;
  ends_at: Date;
}

/** A key on somebody's device, of which only the public half is here. */
export interface PasskeyTable {
  id: string;
  account: string;
  /** What the device calls it, base64url. */
  credential: string;
  /** COSE, base64url. */
  public_key: string;
  /** A chance value of this key: what the device keeps to tell accounts apart. Says nothing about the account. */
  handle: string;
  /** How often it was used, as the device counts; 0 where a device does not count. */
  counter: number;
  /** How the device is reached (`usb`, `internal`, …), separated by blanks. */
  transports: string;
  is_backed_up: boolean;
  label: string;
  made_on: Day;
  used_on: Day | null;
}

/** A question to a device, asked once and good for five minutes. */
export interface CeremonyTable {
  /** SHA-256 of what the form carries. */
  token_hash: string;
  purpose: 'signIn' | 'register' | 'begin';
  /** Who registers; null while nobody is known. */
  account: string | null;
  challenge: string;
  handle: string | null;
  ends_at: Date;
}

/** Somebody asks for a new way in, with the help of colleagues. */
export interface RecoveryTable {
  id: string;
  account: string;
  /** The role whose colleagues are asked. */
  role: string;
  /** The six words that only the asker has, sealed. */
  code_hash: string;
  /** Two words that the asker tells a colleague: only who has spoken with the asker can agree. */
  mark: string;
  asked_at: Date;
  /** A day after the second yes; null before. */
  opens_at: Date | null;
  ends_at: Date;
}

/** A yes to a recovery. */
export interface RecoveryConsentTable {
  recovery: string;
  account: string;
}

/** The day on which an account without a role was told that it will go. */
export interface IdleWarningTable {
  account: string;
  warned_on: Day;
}

/** An open invitation to a place in a role; used up or taken back it is gone. */
export interface InvitationTable {
  id: string;
  role: string;
  place: 'holder' | 'deputy';
  /** The hand-over that it belongs to, where somebody has the place until then. */
  hand_over: string | null;
  /** SHA-256 of what the link carries. */
  token_hash: string;
  /** The six words, sealed. */
  code_hash: string;
  /** Null for the first entrance and the terminal. */
  by_account: string | null;
  by_role: 'organisation' | 'coordination' | 'operator' | 'system' | 'link';
  /** Until when the place is given, not included. */
  until_day: Day | null;
  made_on: Day;
  ends_at: Date;
}

/** A role on its way from its holder to another account; once it is there, the row is gone. */
export interface HandOverTable {
  id: string;
  role: string;
  from_account: string | null;
  /** Null while it is for whoever accepts the invitation. */
  to_account: string | null;
  on_day: Day;
  asked_on: Day;
  confirmed_on: Day | null;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    account: AccountTable;
    idle_warning: IdleWarningTable;
    role: RoleTable;
    role_term: RoleTermTable;
    admission: AdmissionTable;
    passkey: PasskeyTable;
    ceremony: CeremonyTable;
    recovery: RecoveryTable;
    recovery_consent: RecoveryConsentTable;
    half_sign_in: HalfSignInTable;
    invitation: InvitationTable;
    hand_over: HandOverTable;
  }
}
