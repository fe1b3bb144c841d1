import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { csvLine, inventRows, ROW_HEADERS } from '../src/engines/rhoenau/index.ts';
import { startPostgres } from '../test/real-postgres.ts';
import { serveWishes, startMeasured } from './import-process.ts';
import { report, rounded } from './report.ts';

/**
 * Taking invented lists over, with their preview, on PGlite on disk and on a PostgreSQL server: rows per
 * second, cost per row of a large list beside a small one, memory above idle. The peer is a plain `COPY`
 * of the same file into one flat table.
 */
const BENCH = 'import';
const [SMALL = 10_000, LARGE = 100_000] = (process.env['BENCH_ROWS'] ?? '10000,100000').split(',').map(Number);
const MEGABYTE = 1_000_000;

if (process.argv[2] === 'measured') await serveWishes();
else await measure();

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'geflecht-bench-'));
  const server = process.env['BENCH_ONLY'] === 'pglite' ? null : await startPostgres();
  try {
    const small = await writeList(folder, SMALL);
    const large = await writeList(folder, LARGE);
    const copied = await copy(folder, large);
    await onEngine('pglite', folder, {}, small, large, copied);
    if (server !== null) await onEngine('postgres', folder, { DATABASE_URL: server.url }, small, large, null);
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function onEngine(
  engine: string,
  folder: string,
  env: Readonly<Record<string, string>>,
  small: string,
  large: string,
  copied: number | null,
): Promise<void> {
  const say = (figure: string, value: number, unit: string, more = {}) =>
    report({ bench: BENCH, figure: `${figure}, ${engine}`, value: rounded(value), unit, ...more });
  const measured = await startMeasured(import.meta.filename, { ...env, GEFLECHT_DATA: join(folder, engine) });
  try {
    say('resident, open', measured.idle / MEGABYTE, 'MB');
    const first = await measured.ask({ wish: 'import', path: small, list: 'small' });
    const second = await measured.ask({ wish: 'import', path: large, list: 'large' });
    const rate = LARGE / second.seconds;
    const peer =
      copied === null
        ? {}
        : { peer: 'COPY into a flat table', peerValue: rounded(copied), ratio: rounded(copied / rate) };
    say(`${SMALL} rows`, SMALL / first.seconds, 'rows/s');
    say(`${LARGE} rows`, rate, 'rows/s', { goal: '>= 2000', met: rate >= 2_000, ...peer });
    const cost = second.seconds / LARGE / (first.seconds / SMALL);
    say(`cost per row, ${LARGE} : ${SMALL} rows`, cost, 'ratio', { goal: '<= 1.3', met: cost <= 1.3 });
    const above = (Math.max(first.peak, second.peak) - measured.idle) / MEGABYTE;
    say('memory above idle', above, 'MB', { goal: '<= 200', met: above <= 200 });
    const again = await measured.ask({ wish: 'import', path: large, list: 'large' });
    say('the same file again, changes', again.new + again.changed, 'rows', {
      goal: '0',
      met: again.new + again.changed === 0,
    });
    say('the same file again', LARGE / again.seconds, 'rows/s');
    const newest = await measured.ask({ wish: 'takeBack', id: again.import });
    say('taking back an import without changes', newest.seconds, 's');
    const back = await measured.ask({ wish: 'takeBack', id: second.import });
    say('taking back', LARGE / back.seconds, 'rows/s');
    const aboveBack = (Math.max(again.peak, newest.peak, back.peak) - measured.idle) / MEGABYTE;
    say('memory above idle, again and back', aboveBack, 'MB', { goal: '<= 200', met: aboveBack <= 200 });
  } finally {
    await measured.end();
  }
}

async function writeList(folder: string, count: number): Promise<string> {
  const path = join(folder, `list-${count}.csv`);
  const file = createWriteStream(path);
  file.write(csvLine(ROW_HEADERS, ';'));
  for (const row of inventRows(1, count)) {
    if (!file.write(csvLine(row, ';'))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return path;
}

/** Rows per second of the embedded database itself. */
async function copy(folder: string, path: string): Promise<number> {
  const database = await PGlite.create(join(folder, 'copied'));
  await database.exec(`create table flat (${ROW_HEADERS.map((header) => `"${header}" text`).join(', ')})`);
  const file = new Blob([readFileSync(path)]);
  const from = performance.now();
  await database.query(`copy flat from '/dev/blob' with (format csv, header, delimiter ';')`, [], { blob: file });
  const rate = LARGE / ((performance.now() - from) / 1000);
  await database.close();
  return rate;
}
