/**
 * A column that names a subject, and what becomes of its rows when the subject counts as another.
 *
 * - `follows`: whoever reads it goes by what the subject counts as
 * - `rests`: it stays with the forwarded one unseen, and is there again once the merge is undone
 * - `sealed`: it is between partners: only who speaks for both may lead it over
 * - `refused`: it has to be settled first, nobody merges over it
 */
export interface Reference {
  /** `table.column` */
  readonly name: `${string}.${string}`;
  readonly becomes: 'follows' | 'rests' | 'sealed' | 'refused';
  /** The column that says that a row is over; from then on it holds nobody back. */
  readonly over?: string;
  /** Whether the column holds several ids: who stands in one together is not the same. */
  readonly isList?: true;
}

/** The table and the column of a reference. */
export function placeOf({ name }: Reference): readonly [table: string, column: string] {
  const [table = '', column = ''] = name.split('.');
  return [table, column];
}
