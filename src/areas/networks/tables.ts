import type { Facts, ProjectionColumns } from '../claims/index.ts';
import type { Day } from '../../plain/time.ts';

/** What holds about a network, one row for each scope that has facts of its own. */
export interface NetworkTable extends ProjectionColumns {
  facts: Facts;
  /** The folded name, for the order of the list. */
  name_key: string | null;
  /** The organisations that belong to it, to name the networks of an organisation. */
  members: string[];
  confirmed_on: Day | null;
  said_on: Day;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    network: NetworkTable;
  }
}
