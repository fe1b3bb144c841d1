/** One note in the chain of an organisation (or of the house). References only: no names, no words that somebody typed. */
export interface ChainNoteTable {
  chain: string;
  number: number;
  noted_at: Date;
  act: string;
  by_role: string;
  about: string;
  former_hash: string;
  hash: string;
}

declare module '../database/tables.ts' {
  interface Tables {
    chain_note: ChainNoteTable;
  }
}
