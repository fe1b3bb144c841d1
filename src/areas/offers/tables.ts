import type { Facts, ProjectionColumns } from '../claims/index.ts';
import type { Day } from '../../plain/time.ts';

/** What holds about an offer, one row for each scope that has facts of its own. */
export interface OfferTable extends ProjectionColumns {
  facts: Facts;
  /** The folded name of the carrier, to list an organisation's offers. */
  carrier_key: string | null;
  confirmed_on: Day | null;
  said_on: Day;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    offer: OfferTable;
  }
}
