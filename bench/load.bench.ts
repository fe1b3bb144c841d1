import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../test/real-postgres.ts';
import { startHouse, type House } from './house-process.ts';
import { costs, type Cost } from './load-cost.ts';
import { pathsOf, readOne, readPages, writeWords, type Reading, type Writing } from './load-people.ts';
import { countOwnWords, makeWorld, type World } from './load-world.ts';
import { quantile, report, rounded } from './report.ts';

/**
 * 200 people read and 20 organisations write about themselves, for a minute, in a register of some 20,000 entries:
 * on the embedded database with one process, and on a PostgreSQL server with two. A reader asks for a page every four
 * seconds, a writer opens the form and sends it every six. The readers run in this process, on the same machine.
 */
const BENCH = 'load';
const READERS = 200;
const WRITERS = 20;
const SECONDS = 60;
const PAUSE_MS = { reader: 4_000, writer: 6_000 };
const IDLE_READS = 200;
const GOAL_RATIO = 5;
const only = process.env['BENCH_ONLY'];

if (process.argv[2] === 'prepare') {
  const world = await makeWorld(process.env, WRITERS);
  const prepared: Prepared = { world, costs: await costs(process.env, world) };
  process.send?.(prepared);
  process.disconnect();
  process.exit();
} else await measureBoth();

/** What is there before anybody reads. */
interface Prepared {
  readonly world: World;
  readonly costs: readonly Cost[];
}

async function measureBoth(): Promise<void> {
  if (only !== 'postgres') {
    const folder = await mkdtemp(join(tmpdir(), 'geflecht-bench-'));
    try {
      await measure('pglite', { GEFLECHT_DATA: folder }, 1);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  if (only !== 'pglite') {
    const server = await startPostgres();
    const folder = await mkdtemp(join(tmpdir(), 'geflecht-bench-'));
    try {
      await measure('postgres, two processes', { GEFLECHT_DATA: folder, DATABASE_URL: server.url }, 2);
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** In a process of its own, so that nothing of it is left in the one that reads. */
async function prepare(env: Readonly<Record<string, string>>): Promise<Prepared> {
  const child = fork(process.argv[1] ?? '', ['prepare'], { env: { ...process.env, ...env } });
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`preparing ended with ${code}`)));
  const [prepared] = await Promise.race([once(child, 'message'), failed]);
  failed.catch(() => undefined);
  return prepared;
}

async function measure(where: string, env: Readonly<Record<string, string>>, processes: number): Promise<void> {
  const { world, costs: found } = await prepare(env);
  for (const { kind, calls, cpuMs } of found) {
    report({ bench: BENCH, figure: `${kind}: messages to the database, ${where}`, value: calls, unit: 'count' });
    report({ bench: BENCH, figure: `${kind}: time of the processor, ${where}`, value: rounded(cpuMs), unit: 'ms' });
  }
  const houses: House[] = [];
  for (let count = 0; count < processes; count += 1) houses.push(await startHouse(env));
  const written: Writing = { kept: new Map(), milliseconds: [], errors: [] };
  const busy: Reading = { milliseconds: [], errors: [] };
  const idle: Reading = { milliseconds: [], errors: [] };
  try {
    await readInTurn(world, houses, { milliseconds: [], errors: [] });
    await readInTurn(world, houses, idle);
    const until = performance.now() + SECONDS * 1000;
    const nextPath = pathsOf(world);
    const originOf = (place: number) => houses[place % houses.length]?.origin ?? '';
    await Promise.all([
      ...Array.from({ length: READERS }, (_, place) =>
        readPages(originOf(place), nextPath, { until, pauseMs: PAUSE_MS.reader }, busy),
      ),
      ...world.speakers.map((speaker, place) =>
        writeWords(originOf(place), speaker, { until, pauseMs: PAUSE_MS.writer }, written),
      ),
    ]);
  } finally {
    for (const house of houses) await house.stop();
  }
  const lost = await countLost(env, written.kept);
  tell(where, { world, idle, busy, written, lost });
}

/** Acknowledged words that are not in the register, neither holding nor as history. */
async function countLost(
  env: Readonly<Record<string, string>>,
  kept: ReadonlyMap<string, readonly string[]>,
): Promise<number> {
  const found = await countOwnWords(env, [...kept.keys()], 'topics');
  return [...kept].reduce(
    (sum, [organisation, words]) => sum + Math.max(0, words.length - (found.get(organisation) ?? 0)),
    0,
  );
}

async function readInTurn(world: World, houses: readonly House[], into: Reading): Promise<void> {
  const nextPath = pathsOf(world);
  for (let count = 0; count < IDLE_READS; count += 1)
    await readOne(houses[count % houses.length]?.origin ?? '', nextPath(), into);
}

function tell(
  where: string,
  {
    world,
    idle,
    busy,
    written,
    lost,
  }: {
    readonly world: World;
    readonly idle: Reading;
    readonly busy: Reading;
    readonly written: Writing;
    readonly lost: number;
  },
): void {
  const errors = [...idle.errors, ...busy.errors, ...written.errors];
  for (const error of errors.slice(0, 5)) process.stderr.write(`${error}\n`);
  const writes = [...written.kept.values()].reduce((sum, words) => sum + words.length, 0);
  const median = quantile(idle.milliseconds, 0.5);
  const p95 = quantile(busy.milliseconds, 0.95);
  const figure = (what: string) => `${what}, ${where}`;
  if (errors.length > 0 || lost > 0 || p95 > GOAL_RATIO * median) process.exitCode = 1;
  report({ bench: BENCH, figure: figure('entries'), value: world.entries, unit: 'count' });
  report({ bench: BENCH, figure: figure('pages read'), value: busy.milliseconds.length, unit: 'count' });
  report({ bench: BENCH, figure: figure('words written'), value: writes, unit: 'count' });
  report({
    bench: BENCH,
    figure: figure('errors'),
    value: errors.length,
    unit: 'count',
    goal: '0',
    met: errors.length === 0,
  });
  report({
    bench: BENCH,
    figure: figure('acknowledged words lost'),
    value: lost,
    unit: 'count',
    goal: '0',
    met: lost === 0,
  });
  report({
    bench: BENCH,
    figure: figure('reading, median'),
    value: rounded(quantile(busy.milliseconds, 0.5)),
    unit: 'ms',
  });
  report({
    bench: BENCH,
    figure: figure('opening and sending a form, p95'),
    value: rounded(quantile(written.milliseconds, 0.95)),
    unit: 'ms',
  });
  report({
    bench: BENCH,
    figure: figure('reading, p95'),
    value: rounded(p95),
    unit: 'ms',
    peer: 'median of reading one page after the other, nothing else going on',
    peerValue: rounded(median),
    ratio: rounded(p95 / median),
    goal: `<= ${GOAL_RATIO} times`,
    met: p95 <= GOAL_RATIO * median,
  });
}
