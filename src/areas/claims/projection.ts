import type { Json } from '../../plain/json.ts';
import type { Tables, Transaction } from '../../platform/database/index.ts';
import type { FieldSet, SubjectKind } from './field.ts';
import type { Projected } from './project.ts';

/**
 * A table that shows what holds: one row for each subject and scope, rebuilt for a subject
 * in the same transaction as its claims change. It has at least the columns of
 * `projectionColumns` (see the migrations) and is written by this area only.
 */
export interface Projection {
  readonly table: keyof Tables & string;
  readonly of: readonly SubjectKind[];
  /** The table's own columns for a row, or null where this projection has no row. Pure. */
  readonly columns: (projected: Projected) => Readonly<Record<string, Json>> | null;
  /** Told about the rows just written, in the same transaction. */
  readonly written?: (tx: Transaction, rows: readonly Readonly<Record<string, Json>>[]) => Promise<void>;
  /** Before everything is written anew: clears what `written` keeps. */
  readonly emptied?: (tx: Transaction) => Promise<void>;
}

/** All kinds of subject and all projections of an installation. The app puts it together. */
export interface Register {
  readonly fields: Readonly<Record<SubjectKind, FieldSet>>;
  readonly projections: readonly Projection[];
}
