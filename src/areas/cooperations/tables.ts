import type { ColumnType, Generated } from 'kysely';
import type { Day } from '../../plain/time.ts';
import type { ConceptState, Phase } from './cooperation.ts';
import type { Answers } from './plan.ts';

/** Organisations that do something together. `partners` is what the walls ask: who is in it today. */
export interface CooperationTable {
  id: string;
  partners: string[];
  begun_on: Day;
  /** What it is called until there is a better name. */
  title: Generated<string>;
  concept: Generated<ConceptState>;
  concept_on: Generated<Day | null>;
}

/** Since which phase an organisation has been in a cooperation; stays when it leaves. */
export interface CooperationPartnerTable {
  cooperation: string;
  organisation: string;
  phase: Phase;
  since: Day;
  until: Day | null;
}

/** What one organisation plans, for itself until it shows it to the other partners. */
export interface CooperationPlanTable {
  cooperation: string;
  organisation: string;
  answers: ColumnType<Answers, string, string>;
  shown_on: Day | null;
}

/** What an organisation looks for in another one, until its day. */
export interface SearchRequestTable {
  id: string;
  organisation: string;
  expertise: string;
  field: string | null;
  language: string | null;
  offered: string;
  until: Day;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    cooperation: CooperationTable;
    cooperation_partner: CooperationPartnerTable;
    cooperation_plan: CooperationPlanTable;
    search_request: SearchRequestTable;
  }
}
