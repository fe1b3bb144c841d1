import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsOf } from './import-process.ts';
import { quantile, report, rounded } from './report.ts';

/**
 * Cold starts of the built product on the embedded database, as `npm start` does it, up to the line with the
 * address: on an empty folder, and then again. Resident memory once it listens, one second later, and the highest mark.
 */
const BENCH = 'start';
const TIMES = 5;
const GOAL_SECONDS = 2;
const GOAL_MEGABYTES = 400;

const folder = await mkdtemp(join(tmpdir(), 'geflecht-bench-'));
try {
  const first = await start();
  report({ bench: BENCH, figure: 'first start', value: rounded(first.seconds), unit: 's' });
  const later: Started[] = [];
  for (let time = 0; time < TIMES; time += 1) later.push(await start());
  const seconds = quantile(
    later.map((each) => each.seconds),
    0.5,
  );
  const resident = Math.max(...later.map((each) => each.resident));
  report({
    bench: BENCH,
    figure: `later start, median of ${TIMES}`,
    value: rounded(seconds),
    unit: 's',
    goal: `<= ${GOAL_SECONDS}`,
    met: seconds <= GOAL_SECONDS,
  });
  report({
    bench: BENCH,
    figure: 'resident, listening',
    value: rounded(resident),
    unit: 'MB',
    goal: `<= ${GOAL_MEGABYTES}`,
    met: resident <= GOAL_MEGABYTES,
  });
  report({
    bench: BENCH,
    figure: 'resident, highest while starting',
    value: rounded(Math.max(...later.map(({ highest }) => highest))),
    unit: 'MB',
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}

interface Started {
  readonly seconds: number;
  readonly resident: number;
  readonly highest: number;
}

async function start(): Promise<Started> {
  const from = performance.now();
  const child = spawn(process.execPath, [...optionsOf('start'), 'scripts/run.ts', 'start'], {
    env: { ...process.env, PORT: '0', GEFLECHT_DATA: folder, GEFLECHT_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('http://')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
  const seconds = (performance.now() - from) / 1000;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const megabytes = (what: string) => Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000;
  child.kill('SIGTERM');
  await ended;
  return { seconds, resident: megabytes('VmRSS'), highest: megabytes('VmHWM') };
}
