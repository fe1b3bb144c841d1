import { not, ok } from '../../../plain/result.ts';
import { saying } from '../../../plain/words.ts';
import { decodedChunks } from './decode.ts';
import { flatten, isRecord } from './flatten.ts';
import { pointOf } from './geometry.ts';
import { namedHeaders } from './headers.ts';
import { elementSplitter, type JsonElement } from './json-elements.ts';
import { sampleOf, tableRows, type RawRow } from './rows.ts';
import { SAMPLE_ROWS, type Opened } from './table.ts';
import type { TextFile } from './text-file.ts';

const MAX_COLUMNS = 1000;
const POINT_COLUMNS = { lat: '\u0000lat', lon: '\u0000lon' };

/** Reads through once for the columns, since any element may bring a new one; rows then stream. */
export async function openJson(file: TextFile): Opened {
  const seen = await survey(file);
  if (!seen.isWhole) return not(saying('lists.reading.cutOff'));
  if (seen.count === 0) return not(saying('lists.reading.noRows'));
  const columns = [...seen.columns];
  const originals = columns.map((column) => column.replace('\u0000', ''));
  const { headers, notes } = namedHeaders(originals, []);
  const width = headers.length;
  const source = () => rawRows(file, columns);
  return ok({
    format: seen.isGeo ? 'geojson' : 'json',
    encoding: file.encoding,
    separator: null,
    sheets: [],
    sheet: null,
    headers,
    notes: [
      ...notes,
      ...(seen.strangePoints > 0 ? [saying('lists.reading.note.strangePoints', { count: seen.strangePoints })] : []),
    ],
    sample: sampleOf(
      seen.sample.map((cells) => rawRow(0, cells, columns)),
      width,
    ),
    rows: () => tableRows(source(), width, 0),
    size: file.size,
  });
}

interface Survey {
  count: number;
  isGeo: boolean;
  isWhole: boolean;
  strangePoints: number;
  readonly columns: Set<string>;
  readonly sample: ReadonlyMap<string, string>[];
}

async function survey(file: TextFile): Promise<Survey> {
  const seen: Survey = { count: 0, isGeo: false, isWhole: false, strangePoints: 0, columns: new Set(), sample: [] };
  let hasPoints = false;
  const splitter = elementSplitter();
  for await (const chunk of decodedChunks(file.path, file.encoding)) {
    for (const element of splitter.push(chunk)) {
      seen.count += 1;
      const value = parsed(element);
      if (value === null) continue;
      const cells = cellsOf(value);
      for (const column of cells.keys()) {
        if (column === POINT_COLUMNS.lat || column === POINT_COLUMNS.lon) hasPoints = true;
        else if (seen.columns.size < MAX_COLUMNS) seen.columns.add(column);
      }
      if (isFeature(value)) {
        seen.isGeo = true;
        if (isRecord(value['geometry']) && !cells.has(POINT_COLUMNS.lat)) seen.strangePoints += 1;
      }
      if (seen.sample.length < SAMPLE_ROWS && cells.size > 0) seen.sample.push(cells);
    }
  }
  const { isWhole } = splitter.end();
  if (hasPoints) for (const column of Object.values(POINT_COLUMNS)) seen.columns.add(column);
  return Object.assign(seen, { isWhole });
}

async function* rawRows(file: TextFile, columns: readonly string[]): AsyncGenerator<readonly RawRow[]> {
  const splitter = elementSplitter();
  for await (const chunk of decodedChunks(file.path, file.encoding)) {
    yield splitter.push(chunk).map((element): RawRow => {
      const value = parsed(element);
      if (value === null) return { line: element.line, cells: [element.text.slice(0, 2000)], broken: 'element' };
      return rawRow(element.line, cellsOf(value), columns);
    });
  }
}

function rawRow(line: number, cells: ReadonlyMap<string, string>, columns: readonly string[]): RawRow {
  return { line, cells: columns.map((column) => cells.get(column) ?? '') };
}

function parsed({ text }: JsonElement): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    // Told as the problem of this row; the other rows are read all the same.
    return null;
  }
}

function cellsOf(value: Readonly<Record<string, unknown>>): Map<string, string> {
  if (!isFeature(value)) return flatten(value);
  const properties = isRecord(value['properties']) ? value['properties'] : {};
  const id: unknown = value['id'];
  const cells = flatten(id === undefined || 'id' in properties ? properties : { id, ...properties });
  const point = pointOf(value['geometry']);
  if (point !== null) {
    cells.set(POINT_COLUMNS.lat, String(point.lat));
    cells.set(POINT_COLUMNS.lon, String(point.lon));
  }
  return cells;
}

function isFeature(value: Readonly<Record<string, unknown>>): boolean {
  return value['type'] === 'Feature' && ('geometry' in value || 'properties' in value);
}
