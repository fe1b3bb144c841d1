import type { Scope } from '../../plain/scope.ts';
import type { Facts, ProjectionColumns } from '../claims/index.ts';
import type { Day } from '../../plain/time.ts';

/** What holds about an organisation, one row for each scope that has facts of its own. */
export interface OrganisationTable extends ProjectionColumns {
  facts: Facts;
  /** The folded names, to find the organisation that an offer names as its carrier. */
  name_keys: string[];
  confirmed_on: Day | null;
  said_on: Day;
}

/** The picture that an organisation shows of itself; one at most, nothing of an earlier one. */
export interface PictureTable {
  subject: string;
  name: string;
  scope: Scope;
  /** What is to be seen on it, for those who do not see it. */
  alternative: string;
  language: string;
  width: number;
  height: number;
  /** WebP, made here. */
  bytes: Uint8Array;
  said_on: Day;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    organisation: OrganisationTable;
    picture: PictureTable;
  }
}
