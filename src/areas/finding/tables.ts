import type { Generated } from 'kysely';
import type { Day } from '../../plain/time.ts';
import type { Facts, ProjectionColumns } from '../claims/index.ts';

/** What can be found, one row for each subject with public facts. */
export interface FindingEntryTable extends ProjectionColumns {
  kind: 'organisation' | 'offer';
  facts: Facts;
  /** `facet:value`, separated by blanks. */
  codes: string;
  /** Folded words, separated by blanks; each word stands in one of the three only. */
  name_terms: string;
  strong_terms: string;
  terms: string;
  place: string | null;
  postcode: string | null;
  confirmed_on: Day | null;
  said_on: Day;
  ends_on: Day | null;
}

/** Subjects whose entry has changed for readers, in the order of the changes. Only the newest are kept. */
export interface FindingChangeTable {
  seq: Generated<number>;
  subject: string;
}

/** The revisions that entries come or go with: a reader sees a mark exactly while the revision holds. */
export interface FindingMarkTable {
  since: number;
  until: number | null;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    finding_entry: FindingEntryTable;
    finding_change: FindingChangeTable;
    finding_mark: FindingMarkTable;
  }
}
