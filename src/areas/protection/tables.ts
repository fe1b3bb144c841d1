import type { Day } from '../../plain/time.ts';

/** A time in which an organisation is protected. Who began it is not kept; of who asks for its end, only a mark until it is decided. */
export interface ProtectionTermTable {
  id: string;
  organisation: string;
  since: Date;
  /** When somebody asked to end it; null while nobody does. */
  asked_at: Date | null;
  /** The hash of this term and the account that asks: it tells one from another, and does not keep who. */
  asked_mark: string | null;
  ended_on: Day | null;
}

/** An organisation that wants the head of its chain by mail every week. */
export interface ChainAnchorTable {
  organisation: string;
  sent_on: Day | null;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    protection_term: ProtectionTermTable;
    chain_anchor: ChainAnchorTable;
  }
}
