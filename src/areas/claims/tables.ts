import type { ColumnType, Generated } from 'kysely';
import type { Json } from '../../plain/json.ts';
import type { Scope } from '../../plain/scope.ts';
import type { SourceKind } from './claim.ts';
import type { SubjectKind } from './field.ts';

/** A change in many steps that readers see at once, or not at all. */
export interface RevisionTable {
  id: Generated<number>;
  kind: 'import' | 'takeback';
  state: 'pending' | 'current' | 'withdrawn';
  made_at: Date;
}

export interface RevisionSubjectTable {
  revision: number;
  subject: string;
}

export interface SourceTable {
  id: Generated<number>;
  kind: SourceKind;
  /** The list or the organisation that speaks. */
  speaker: string | null;
  publisher: string;
  licence: string;
  takedown_contact: string;
  retrieved_at: Date;
  since: number;
}

export interface SubjectTable {
  id: string;
  kind: SubjectKind;
  forwarded_to: string | null;
  since: number;
  touched_at: Date | null;
}

export interface ClaimTable {
  subject: string;
  id: Generated<number>;
  field: string;
  language: string | null;
  value: ColumnType<Json, string, string>;
  source: number;
  scope: Scope;
  said_at: Date;
  valid_from: string | null;
  valid_to: string | null;
  confirmed_at: Date | null;
  confirmed_by_role: string | null;
  retracted_at: Date | null;
  since: number;
  until: number | null;
}

/** The columns that every projection has; `Own` are its own. */
export interface ProjectionColumns {
  subject: string;
  scope: Scope;
  /** The revision with which the row came, 0 without one. */
  since: number;
  /** The revision with which the row goes. */
  until: number | null;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    revision: RevisionTable;
    revision_subject: RevisionSubjectTable;
    source: SourceTable;
    subject: SubjectTable;
    claim: ClaimTable;
  }
}
