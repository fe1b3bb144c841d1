import { findRenamed } from '../areas/duplicates/index.ts';
import type { ImportWork } from '../areas/lists/index.ts';
import { matchAll } from '../engines/same/index.ts';

/** Which rows of a list are probably others by a new name. */
export const renamedAmong: NonNullable<ImportWork['renamed']> = (kind, rows) => findRenamed(matchAll, kind, rows);
