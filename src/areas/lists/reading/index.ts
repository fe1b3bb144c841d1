export { openTable } from './open-table.ts';
export { MAX_FILE_BYTES, type OpenOptions, type OpenTable, type TableRow } from './table.ts';
