import type { Generated } from 'kysely';

/** Somebody who has come in. Of the token only the SHA-256 is kept: who reads the database cannot come in with it. */
export interface SessionTable {
  id: string;
  token_hash: string;
  actor_kind: 'operator' | 'account';
  /** Whose session it is; null for the first entrance. */
  account: string | null;
  /** Whether both were shown for it: something known and something held. */
  two_factors: Generated<boolean>;
  /** The organisation that its owner has chosen to be here for, of several; null until then. */
  acting_for: Generated<string | null>;
  /** What it was opened with, roughly: enough to recognise one's own telephone in a list. */
  device: string | null;
  /** The hash of the token before the last change of tokens, and until when it still opens: requests cross each other. */
  former_hash: string | null;
  former_until: Date | null;
  rotated_at: Date | null;
  created_at: Date;
  /** The day, not the minute: enough to see a forgotten session, too little to watch somebody. */
  seen_on: string;
  ends_at: Date;
}

/** A link that opens the house once. */
export interface EntranceTable {
  token_hash: string;
  made_at: Date;
  used_at: Date | null;
}

declare module '../database/tables.ts' {
  interface Tables {
    session: SessionTable;
    entrance: EntranceTable;
  }
}
