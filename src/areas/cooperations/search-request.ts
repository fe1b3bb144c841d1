import { addDays, type Day } from '../../plain/time.ts';

/** What an organisation looks for in another one, and what it offers for that; ends by itself. */
export interface SearchRequest {
  readonly id: string;
  readonly organisation: string;
  readonly expertise: string;
  readonly field: string | null;
  readonly language: string | null;
  readonly offered: string;
  /** The last day on which it is shown. */
  readonly until: Day;
}

const LONGEST_DAYS = 180;

/** Whether a search request can end on that day: not before today, and not so late that everybody has forgotten it. */
export function mayEndOn(until: Day, today: Day): boolean {
  return until >= today && until <= addDays(today, LONGEST_DAYS);
}
