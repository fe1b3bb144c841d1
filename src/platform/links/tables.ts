/** The one secret that seals the links of this installation. */
export interface LinkSecretTable {
  only: boolean;
  secret: string;
}

declare module '../database/tables.ts' {
  interface Tables {
    link_secret: LinkSecretTable;
  }
}
