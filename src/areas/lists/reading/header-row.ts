import { isKnownHeader } from '../guessing/known-headers.ts';

type Cells = readonly string[];

/** Headers stand within the first rows; what comes later is data. */
const SEARCHED = 20;

/**
 * The index of the row of headers, null if the data begins at once. Rows of a title ("Stand: März",
 * the name of the office) may come first: they fill few cells of a wide table.
 */
export function findHeaderRow(rows: readonly Cells[]): number | null {
  const usual = usualFilled(rows);
  const candidates = rows.slice(0, SEARCHED);
  const known = candidates.findIndex(
    (cells, at) => isHeaderByWords(cells, usual) && areTitles(candidates.slice(0, at), cells),
  );
  if (known >= 0) return known;
  const first = candidates.findIndex((cells) => filled(cells).length >= Math.max(usual * 0.6, Math.min(usual, 2)));
  const row = candidates[first];
  if (row === undefined) return 0;
  return filled(row).some(looksLikeData) ? headerBefore(candidates, first) : first;
}

/** Mail, web address, date, long or decimal number: things that no header says. */
export function looksLikeData(cell: string): boolean {
  const text = cell.trim();
  return (
    /\S@\S+\.\S/.test(text) ||
    /^(https?:\/\/|www\.)/i.test(text) ||
    /^[+-]?\d+[.,]\d+$/.test(text) ||
    /\d{5}/.test(text) ||
    /\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d{2}-\d{2}/.test(text)
  );
}

function isHeaderByWords(cells: Cells, usual: number): boolean {
  const words = filled(cells);
  const known = words.filter(isKnownHeader).length;
  if (words.some(looksLikeData)) return false;
  return usual <= 1 ? known === 1 && words.length === 1 : known >= 2 && known >= words.length * 0.3;
}

/** What is passed over must be much narrower than the headers, or rows of data would be lost. */
function areTitles(rows: readonly Cells[], headers: Cells): boolean {
  return rows.every((cells) => filled(cells).length < filled(headers).length / 2);
}

/** A row of data at full width: headers are only there if the row just before it has several cells. */
function headerBefore(rows: readonly Cells[], data: number): number | null {
  const before = rows[data - 1];
  return before !== undefined && filled(before).length >= 2 && !filled(before).some(looksLikeData) ? data - 1 : null;
}

/** How many cells a row usually fills: the upper quarter, since titles and gaps only make it less. */
function usualFilled(rows: readonly Cells[]): number {
  const counts = rows.map((cells) => filled(cells).length).toSorted((a, b) => a - b);
  return counts[Math.floor(counts.length * 0.75)] ?? 0;
}

function filled(cells: Cells): string[] {
  return cells.filter((cell) => cell.trim() !== '');
}
