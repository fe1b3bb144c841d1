import type { Day } from '../../plain/time.ts';
import type { FacetName } from './codes.ts';

/** What somebody asks the finder. */
export interface FinderQuery {
  readonly text: string;
  readonly chosen: Readonly<Record<FacetName, readonly string[]>>;
  /** The id of a place, or what was typed for one. */
  readonly place: string | null;
  /** How far around the place; null means within it. */
  readonly km: number | null;
  readonly page: number;
  /** The register as it was known on that day; null is now. */
  readonly stand: Day | null;
}

export const EVERYTHING: FinderQuery = {
  text: '',
  chosen: { field: [], language: [], group: [], day: [], condition: [], kind: [] },
  place: null,
  km: null,
  page: 1,
  stand: null,
};

/** Beyond this page nobody looks; narrowing down helps more. */
export const LAST_PAGE = 50;
export const PAGE_SIZE = 20;
