/** How often something was tried. The key is a hash: nobody reads here who tried what. */
export interface ThrottleTable {
  key_hash: string;
  failures: number;
  /** Until then nothing more is tried. */
  wait_until: Date | null;
  last_at: Date;
}

declare module '../database/tables.ts' {
  interface Tables {
    throttle: ThrottleTable;
  }
}
