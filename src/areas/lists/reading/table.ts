import type { Result } from '../../../plain/result.ts';
import type { Saying } from '../../../plain/words.ts';

export type TableFormat = 'csv' | 'xlsx' | 'geojson' | 'json';

/** A column: `original` is what the file says, `name` is made to be there and to be unique. */
export interface Header {
  readonly name: string;
  readonly original: string;
}

export interface TableRow {
  /** 1 = first row of data; blank rows are not counted. */
  readonly number: number;
  /** As many as there are headers, unless the row has a problem. */
  readonly cells: readonly string[];
  /** Why this row cannot be taken as it is. */
  readonly problem?: Saying;
}

export interface Sheet {
  readonly name: string;
  readonly rows: number;
}

/** A file that has been looked at and can be read as often as needed; it holds no rows but the sample. */
export interface OpenTable {
  readonly format: TableFormat;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly sheets: readonly Sheet[];
  readonly sheet: string | null;
  readonly headers: readonly Header[];
  /** What a person should know before going on; nothing here stops the reading. */
  readonly notes: readonly Saying[];
  /** The first rows, at most `SAMPLE_ROWS`. */
  readonly sample: readonly (readonly string[])[];
  /** All rows from the first, in batches of at most `BATCH_ROWS`. */
  rows(): AsyncIterable<readonly TableRow[]>;
  /** Bytes of the file. */
  readonly size: number;
}

export interface OpenOptions {
  readonly sheet?: string;
  /** The row of headers, counted from 1 without blank rows; 0 says that there is none. */
  readonly headerRow?: number;
  readonly encoding?: string;
  readonly separator?: string;
}

export type Opened = Promise<Result<OpenTable, Saying>>;

export const SAMPLE_ROWS = 50;
export const BATCH_ROWS = 500;

/** Larger files are refused; whoever takes uploads tells the limit before the upload ends. */
export const MAX_FILE_BYTES = 200_000_000;
/** What an XLSX may unpack to. */
export const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
