import iconv from 'iconv-lite';
import writeXlsxFile from 'write-excel-file/node';
import { csvText, inventCounty, type List, type Rows } from '../engines/rhoenau/index.ts';
import type { Day } from '../plain/time.ts';

/** A list of the invented county as its keepers would send it. */
export interface DemoFile {
  /** `vereine.csv` */
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** A list to try, before its file is made. */
export interface Example {
  /** The file's name; also its address. */
  readonly name: string;
  readonly list: List;
  /** True for the same list a month later. */
  readonly isLater: boolean;
  readonly make: () => Promise<DemoFile>;
}

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The overlapping lists of the county, and the next edition of those that have one. */
export function examples(today: Day, scale = 1): readonly Example[] {
  return inventCounty({ seed: 1, scale, today }).lists.flatMap((list) => [
    exampleOf(list, list, false),
    ...(list.nextMonth === undefined ? [] : [exampleOf(list, list.nextMonth, true)]),
  ]);
}

function exampleOf(list: List, rows: Rows, isLater: boolean): Example {
  const ending = list.format === 'xlsx' ? 'xlsx' : list.format === 'geojson' ? 'geojson' : 'csv';
  const name = `${list.key}${isLater ? '-naechster-monat' : ''}.${ending}`;
  return { name, list, isLater, make: async () => ({ name, ...(await contentOf(list, rows.rows)) }) };
}

async function contentOf(list: List, rows: List['rows']): Promise<Omit<DemoFile, 'name'>> {
  switch (list.format) {
    case 'csv-windows-1252-semicolon':
      return {
        type: `${CSV}; charset=windows-1252`,
        bytes: iconv.encode(csvText(list.headers, rows, ';'), 'windows-1252'),
      };
    case 'csv-utf8-comma':
      return { type: `${CSV}; charset=utf-8`, bytes: iconv.encode(csvText(list.headers, rows, ','), 'utf-8') };
    case 'csv-utf16-tab':
      return {
        type: `${CSV}; charset=utf-16`,
        bytes: iconv.encode(csvText(list.headers, rows, '\t'), 'utf-16le', { addBOM: true }),
      };
    case 'geojson':
      return { type: 'application/geo+json', bytes: Buffer.from(geojson(list.headers, rows)) };
    case 'xlsx':
      return { type: XLSX, bytes: await sheet(list, rows) };
  }
}

function geojson(headers: readonly string[], rows: List['rows']): string {
  const features = rows.map((row) => {
    const properties = Object.fromEntries(headers.map((header, place) => [header, row[place] ?? '']));
    const { lat = '', lon = '', ...rest } = properties;
    const geometry = lat === '' || lon === '' ? null : { type: 'Point', coordinates: [Number(lon), Number(lat)] };
    return { type: 'Feature', geometry, properties: rest };
  });
  return JSON.stringify({ type: 'FeatureCollection', features }, null, 1);
}

/** With its title and merged headers, and with numbers where an office would have typed numbers. */
async function sheet({ head, headers, numbers }: List, rows: List['rows']): Promise<Buffer> {
  const above = headRows(head);
  const below = rows.map((row) =>
    headers.map((header, place) => {
      const text = row[place] ?? '';
      if (text === '') return null;
      return numbers.includes(header) && String(Number(text)) === text
        ? { value: Number(text), type: Number }
        : { value: text, type: String };
    }),
  );
  return writeXlsxFile([...above, ...below]).toBuffer();
}

/** A header that stands alone in two rows is one cell over both, as offices draw it. */
function headRows(head: List['head']) {
  const wide = head.map((cells) =>
    cells.flatMap(({ text, columns }) => [{ text, columns }, ...Array.from({ length: columns - 1 }, () => null)]),
  );
  const isSameAbove = (row: number, column: number): boolean => {
    const cell = wide[row]?.[column];
    const above = wide[row - 1]?.[column];
    return cell?.columns === 1 && above?.columns === 1 && cell.text === above.text;
  };
  return wide.map((cells, row) =>
    cells.map((cell, column) => {
      if (cell === null || isSameAbove(row, column)) return null;
      const spans = {
        ...(cell.columns > 1 ? { columnSpan: cell.columns } : {}),
        ...(isSameAbove(row + 1, column) ? { rowSpan: 2 } : {}),
      };
      return { value: cell.text, type: String, fontWeight: 'bold' as const, ...spans };
    }),
  );
}
