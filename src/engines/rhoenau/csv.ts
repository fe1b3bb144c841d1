/**
 * A table as the text of a CSV file (RFC 4180, lines end with CR LF). Encoding it is up to the caller.
 *
 * @example csvText(['Name', 'Ort'], [['Nähen; Kochen', 'Rhönau']], ';') // 'Name;Ort\r\n"Nähen; Kochen";Rhönau\r\n'
 */
export function csvText(headers: readonly string[], rows: Iterable<readonly string[]>, separator: string): string {
  const lines = [csvLine(headers, separator)];
  for (const row of rows) lines.push(csvLine(row, separator));
  return lines.join('');
}

/** One line of a CSV file with its end, for streams that are too long to be held. */
export function csvLine(cells: readonly string[], separator: string): string {
  return `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`;
}

function quoted(cell: string, separator: string): string {
  const plain = !cell.includes(separator) && !/["\r\n]/.test(cell);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
