import type { NoticeKind } from './notice.ts';

/** Something to look at. No words and no names: only what kind it is and where it leads. */
export interface NoticeTable {
  id: string;
  kind: NoticeKind;
  about: string | null;
  organisation: string | null;
  raised_on: string;
  done_on: string | null;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    notice: NoticeTable;
  }
}
