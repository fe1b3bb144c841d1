import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { sql } from 'kysely';
import type { Database, Transaction } from '../database/index.ts';
import type { Column, Line } from './lines.ts';
import { FORMAT, rowsAtOnce } from './lines.ts';
import { stepsTaken, tablesInside } from './tables-inside.ts';

export interface DumpOptions {
  readonly site: string;
  readonly now: Date;
  /** Tables whose rows stay out. */
  readonly leftOut: readonly string[];
  /** Paths of the files that belong to it, asked for inside the same transaction. */
  readonly files: (tx: Transaction) => Promise<readonly string[]>;
}

export interface Counts {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

const PIECE_BYTES = 48 * 1_024;

/**
 * Gives the lines of a whole installation to `take`, read in one transaction that sees a single moment,
 * while others go on writing on a server. On the embedded database they wait for its end.
 *
 * @example
 * await dump(database, { site, now, leftOut: ['session'], files: async () => [] }, async (lines) => { … });
 */
export async function dump<Result>(
  database: Database,
  options: DumpOptions,
  take: (lines: AsyncIterable<string>) => Promise<Result>,
): Promise<Result> {
  return database.owner(async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx);
    // The wall holds for the owner of the tables too; days and numbers are written the same everywhere.
    await sql`select set_config('geflecht.actor', 'system', true), set_config('TimeZone', 'UTC', true),
      set_config('DateStyle', 'ISO', true), set_config('IntervalStyle', 'postgres', true),
      set_config('extra_float_digits', '1', true), set_config('bytea_output', 'hex', true)`.execute(tx);
    return take(linesOf(tx, database.engine, options));
  });
}

async function* linesOf(tx: Transaction, engine: string, options: DumpOptions): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const write = (line: Line): string => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    return text;
  };
  const { site, now, leftOut, files } = options;
  const counts = { rows: 0, tables: 0, files: 0 };
  yield write({
    backup: { format: FORMAT, site, madeAt: now.toISOString(), engine, schema: await stepsTaken(tx), leftOut },
  });
  for (const [table, columns] of await tablesInside(tx)) {
    if (leftOut.includes(table)) continue;
    counts.tables += 1;
    yield write({ table, columns });
    for await (const rows of rowsOf(tx, table, columns)) {
      counts.rows += rows.length;
      yield rows.map((row) => write({ row })).join('');
    }
  }
  for (const path of await files(tx)) {
    let isThere = false;
    for await (const piece of piecesOf(path)) {
      isThere = true;
      yield write({ file: basename(path), piece: piece.toString('base64') });
    }
    if (isThere) counts.files += 1;
  }
  yield `${JSON.stringify({ end: { ...counts, sha256: hash.digest('hex') } } satisfies Line)}\n`;
}

/** Every value as the database writes it as text: the one form that both engines read back to the same byte. */
async function* rowsOf(
  tx: Transaction,
  table: string,
  columns: readonly Column[],
): AsyncGenerator<readonly (readonly (string | null)[])[]> {
  const cells = sql.join(columns.map(([name]) => sql`${sql.ref(name)}::text`));
  await sql`declare backup_rows no scroll cursor for select array[${cells}] as cells from ${sql.table(table)}`.execute(
    tx,
  );
  const most = rowsAtOnce(columns);
  for (;;) {
    const { rows } = await sql<{ cells: (string | null)[] }>`
      fetch ${sql.lit(most)} from backup_rows`.execute(tx);
    if (rows.length > 0) yield rows.map(({ cells: row }) => row);
    if (rows.length < most) break;
  }
  await sql`close backup_rows`.execute(tx);
}

/** A file that an import has let go of meanwhile is not missed. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (file === null) return;
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(PIECE_BYTES), 0, PIECE_BYTES);
      if (bytesRead === 0) break;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
