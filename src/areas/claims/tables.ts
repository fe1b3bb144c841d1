import type { ColumnType, Generated } from 'kysely';
import type { Json } from '../../plain/json.ts';
import type { Scope } from '../../plain/scope.ts';
import type { Day } from '../../plain/time.ts';
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
  /** Since when the mode of protection hides what could lead to a door or a person. */
  protected_at: Date | null;
  /** The fields that it hides, for the second wall; null while it hides nothing. */
  hidden_fields: string[] | null;
  /** Since when nobody has confirmed it for too long, so that public pages leave it out. */
  lapsed_at: Date | null;
  /** The last day on which anybody said or confirmed anything about it; null while nobody has. */
  heard_on: ColumnType<Day | null, never, never>;
  /** Since when it has asked not to be shown. */
  withdrawn_at: Date | null;
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

/** Which organisation speaks for a subject that is not itself, for example its offer. By id: a name can be taken by anybody. */
export interface SubjectKeeperTable {
  subject: string;
  organisation: string;
}

/** The folded names of protected organisations: an offer under one of them is protected too. */
export interface ProtectedNameTable {
  name_key: string;
  organisation: string;
}

/** Which organisations a protection covers: the protected one itself, and those that mean the same door on other lists. */
export interface ProtectionCoverTable {
  covered: string;
  organisation: string;
}

/** What lies over a subject itself, while it is one of several that count as the same. */
export type OwnVeilTable = Pick<SubjectTable, 'protected_at' | 'hidden_fields' | 'lapsed_at' | 'withdrawn_at'> & {
  subject: string;
};

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
    own_veil: OwnVeilTable;
    claim: ClaimTable;
    subject_keeper: SubjectKeeperTable;
    protected_name: ProtectedNameTable;
    protection_cover: ProtectionCoverTable;
  }
}
