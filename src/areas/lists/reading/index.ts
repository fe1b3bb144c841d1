export { openTable } from './open-table.ts';
export { BATCH_ROWS, MAX_FILE_BYTES, SAMPLE_ROWS } from './table.ts';
export type { Header, OpenOptions, OpenTable, Sheet, TableFormat, TableRow } from './table.ts';
