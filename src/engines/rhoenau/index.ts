/**
 * The invented county Rhönau: organisations, offers, networks and lists with the defects of real ones,
 * the same for the same seed. No person, association, address or number in it exists.
 */
export { inventCounty, type Wanted } from './invent-county.ts';
export { inventRows, ROW_HEADERS } from './rows.ts';
export { csvLine, csvText } from './csv.ts';
export { COUNTY_ID, COUNTY_NAME, DISTRICTS, RHOENAU_PLACES } from './places.ts';
export type {
  County,
  Defect,
  Fact,
  HeadCell,
  List,
  ListFormat,
  Network,
  NextMonth,
  Offer,
  Organisation,
  Rows,
  Subject,
} from './county.ts';
