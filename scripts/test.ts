import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './bundle.ts';
import { save } from './steps.ts';

interface Tally {
  readonly stage: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** What failed, by name, with the first lines of why. */
  readonly failures: readonly string[];
}

/** `npm test`: everything, in this order. A failure does not stop what comes after it. */
rmSync(join(root, 'test-output'), { recursive: true, force: true });
const tallies: Tally[] = [
  script('check', 'check.ts', 'check.json'),
  script('build', 'build.ts', null),
  suite('unit'),
  suite('postgres'),
  script('boundaries-bite', 'boundaries-bite.ts', 'boundaries-bite.json'),
  suite('faults', 'proofs', 'proofs-postgres'),
  suite('crash'),
  suite('journeys'),
];

const WIDEST = Math.max(...tallies.map(({ stage }) => stage.length));
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
process.stdout.write('\n');
for (const { stage, failures } of tallies) {
  for (const failure of failures) process.stdout.write(`── ${stage} ──\n${failure}\n\n`);
}
for (const tally of tallies) {
  const { stage, seconds } = tally;
  process.stdout.write(
    `${tally.failed === 0 ? '✓' : '✗'} ${stage.padEnd(WIDEST)} ${`${Math.round(seconds)} s`.padStart(6)}  ${tally.passed} passed, ${tally.failed} failed\n`,
  );
}
save('summary.json', { passed, failed, stages: tallies });
if (failed > 0 || passed === 0) process.exitCode = 1;

/** A script of this folder. Its report lists steps, each counts as one; without a report it is one step. */
function script(stage: string, file: string, reportFile: string | null): Tally {
  title(stage);
  const { isGreen, seconds } = run([process.execPath, join(import.meta.dirname, file)]);
  const steps = reportFile === null ? [{ name: stage, isGreen }] : listOf(read(reportFile));
  const red = steps.filter((step) => !flagOf(step, 'isGreen'));
  const failures = red.map((step) => textOf(step, 'name'));
  return tally({ stage, passed: steps.length - red.length, failed: red.length, seconds, failures }, isGreen);
}

/**
 * Projects of vitest.config.ts, counted from vitest's own report. Those of one run follow one another without a gap:
 * while the last file of the one is still at work, the next one has begun.
 */
function suite(...projects: readonly string[]): Tally {
  const stage = projects.join(', ');
  title(stage);
  const reportFile = `${projects.join('-')}.json`;
  const { isGreen, seconds } = run([
    join(root, 'node_modules', '.bin', 'vitest'),
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join('test-output', reportFile)}`,
  ]);
  const counts = read(reportFile);
  const files = listOf(fieldOf(counts, 'testResults'));
  const redIn = (file: unknown) => listOf(fieldOf(file, 'assertionResults')).filter(isFailed);
  const red = files.flatMap(redIn);
  // A file that cannot be loaded or prepared is a failed suite without a failed test.
  const unloaded = files.filter((file) => isFailed(file) && redIn(file).length === 0);
  return tally(
    {
      stage,
      passed: numberOf(counts, 'numPassedTests'),
      failed: numberOf(counts, 'numFailedTests') + unloaded.length,
      seconds,
      failures: [
        ...red.map(
          (test) => `${textOf(test, 'fullName')}\n${excerpt(listOf(fieldOf(test, 'failureMessages')).join('\n'))}`,
        ),
        ...unloaded.map((file) => `${textOf(file, 'name')}\n${excerpt(textOf(file, 'message'))}`),
      ],
    },
    isGreen,
  );
}

/** A stage that ended red, or in which nothing ran, has failed, whatever its report says. */
function tally(counted: Tally, isGreen: boolean): Tally {
  const isSilent = counted.failed === 0 && (!isGreen || counted.passed === 0);
  return isSilent ? { ...counted, failed: 1, failures: ['ended red without a failed test, see above'] } : counted;
}

function run(parts: readonly string[]): { readonly isGreen: boolean; readonly seconds: number } {
  const started = performance.now();
  const [program = '', ...args] = parts;
  const path = [join(root, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH'] ?? ''];
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path.join(delimiter) },
  });
  return { isGreen: status === 0, seconds: (performance.now() - started) / 1000 };
}

function title(stage: string): void {
  process.stdout.write(`\n━━ ${stage} ━━\n`);
}

/** The report of a stage that broke off is missing; then the stage has failed (see `tally`). */
function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(root, 'test-output', file), 'utf8'));
  } catch {
    return null;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function numberOf(value: unknown, name: string): number {
  const field = fieldOf(value, name);
  return typeof field === 'number' ? field : 0;
}

function textOf(value: unknown, name: string): string {
  return String(fieldOf(value, name) ?? '');
}

function isFailed(value: unknown): boolean {
  return fieldOf(value, 'status') === 'failed';
}

function excerpt(message: string): string {
  return message.split('\n').slice(0, 25).join('\n').slice(0, 2_000);
}

function flagOf(value: unknown, name: string): boolean {
  return fieldOf(value, name) === true;
}
