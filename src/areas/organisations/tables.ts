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

declare module '../../platform/database/tables.ts' {
  interface Tables {
    organisation: OrganisationTable;
  }
}
