import { tableFile } from './table-file.ts';

/** The places of the invented county Rhönau, `DE-99001`, as an extra table for `openGazetteer`. */
export function rhoenauTable(): string {
  return tableFile('rhoenau.tsv');
}
