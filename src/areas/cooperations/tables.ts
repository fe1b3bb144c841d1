import type { Day } from '../../plain/time.ts';
import type { Phase } from './cooperation.ts';

/** Organisations that do something together. `partners` is what the walls ask: who is in it today. */
export interface CooperationTable {
  id: string;
  partners: string[];
  begun_on: Day;
}

/** Since which phase an organisation has been in a cooperation; stays when it leaves. */
export interface CooperationPartnerTable {
  cooperation: string;
  organisation: string;
  phase: Phase;
  since: Day;
  until: Day | null;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    cooperation: CooperationTable;
    cooperation_partner: CooperationPartnerTable;
  }
}
