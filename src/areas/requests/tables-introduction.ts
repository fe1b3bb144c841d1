import type { Day } from '../../plain/time.ts';
import type { Consent } from './introduction.ts';

/** A partner introduces another one to somebody. */
export interface IntroductionTable {
  id: string;
  cooperation: string;
  introducer: string;
  introduced: string;
  third: string;
  proposed_on: Day;
  /** Whoever is introduced has said yes, and the third has been asked; before that it knows of nothing. */
  told_on: Day | null;
}

/** One of the two who are asked. */
export interface IntroductionSideTable {
  introduction: string;
  organisation: string;
  token_hash: string | null;
  /** Of the link that says how to reach the other side. */
  contact_hash: string | null;
  answer: Consent | null;
  answered_on: Day | null;
}

/** One organisation vouches for another. Why is nowhere; taken back, it is gone. */
export interface VouchTable {
  organisation: string;
  voucher: string;
  since: Day;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    introduction: IntroductionTable;
    introduction_side: IntroductionSideTable;
    vouch: VouchTable;
  }
}
