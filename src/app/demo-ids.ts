import { idFor } from '../plain/ids.ts';

/** The id of an invented thing in the register; the same in every installation. */
export function inventedId(id: string): string {
  return idFor(`rhoenau/${id}`);
}

/** Key of a list, or `own/<organisation>`, → source. */
export type Sources = ReadonlyMap<string, number>;
