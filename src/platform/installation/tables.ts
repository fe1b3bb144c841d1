import type { Generated } from 'kysely';

/** The one row that says what this installation is. */
export interface InstallationTable {
  id: Generated<number>;
  site: string;
  invented: boolean;
  begun_at: Date;
}

declare module '../database/tables.ts' {
  interface Tables {
    installation: InstallationTable;
  }
}
