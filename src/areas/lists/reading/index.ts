export { openTable } from './open-table.ts';
export { MAX_FILE_BYTES, type OpenTable, type TableRow } from './table.ts';
