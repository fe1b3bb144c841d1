import type { Dice } from '../dice.ts';
import type { Defect, Subject } from '../county.ts';

/** A list while it is being made: rows, what they are about, and what has been spoilt in which row. */
export interface Draft {
  readonly headers: readonly string[];
  readonly rows: string[][];
  readonly truth: (string | null)[];
  readonly defects: Partial<Record<Defect, number[]>>;
}

export type Column<Thing> = readonly [header: string, cell: (thing: Thing, place: number) => string];

/** A clean table: one row for each subject. */
export function draft<Thing extends Subject>(columns: readonly Column<Thing>[], subjects: readonly Thing[]): Draft {
  return {
    headers: columns.map(([header]) => header),
    rows: subjects.map((subject, place) => columns.map(([, cell]) => cell(subject, place))),
    truth: subjects.map(({ id }) => id),
    defects: {},
  };
}

export interface Spoiling {
  readonly defect: Defect;
  readonly header: string;
  readonly count: number;
  /** The cell as it becomes; the same text or null leaves the row alone. */
  readonly to: (cell: string, row: readonly string[]) => string | null;
}

/** Spoils cells of as many rows as asked for, or of all that can be spoilt; chance chooses. */
export function spoil(made: Draft, throws: Dice, { defect, header, count, to }: Spoiling): void {
  const column = columnOf(made, header);
  const marked = new Set(made.defects[defect]);
  let left = count;
  for (const place of throws.shuffled([...made.rows.keys()])) {
    if (left === 0) break;
    const row = made.rows[place];
    const cell = row?.[column];
    if (row === undefined || cell === undefined || marked.has(place)) continue;
    const spoilt = to(cell, row);
    if (spoilt === null || spoilt === cell) continue;
    row[column] = spoilt;
    marked.add(place);
    left--;
  }
  made.defects[defect] = [...marked].toSorted((a, b) => a - b);
}

/** Notes which rows have a defect that lies in the data themselves. */
export function note(made: Draft, defect: Defect, holds: (row: readonly string[], place: number) => boolean): void {
  made.defects[defect] = [...made.rows.keys()].filter((place) => {
    const row = made.rows[place];
    return row !== undefined && holds(row, place);
  });
}

export function cellOf(made: Pick<Draft, 'headers'>, row: readonly string[], header: string): string {
  return row[columnOf(made, header)] ?? '';
}

function columnOf(made: Pick<Draft, 'headers'>, header: string): number {
  const column = made.headers.indexOf(header);
  if (column < 0) throw new Error(`no column ${header}`);
  return column;
}
