import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './bundle.ts';
import { save } from './steps.ts';

interface Tally {
  readonly stage: string;
  readonly passed: number;
  readonly failed: number;
}

/** `npm test`: everything, in this order. A failure does not stop what comes after it. */
rmSync(join(root, 'test-output'), { recursive: true, force: true });
const tallies: Tally[] = [
  script('check', 'check.ts', 'check.json'),
  script('build', 'build.ts', null),
  suite('unit'),
  suite('postgres'),
  script('boundaries-bite', 'boundaries-bite.ts', 'boundaries-bite.json'),
  suite('proofs'),
  suite('proofs-postgres'),
  suite('crash'),
  suite('journeys'),
];

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
process.stdout.write('\n');
for (const tally of tallies) {
  process.stdout.write(
    `${tally.failed === 0 ? '✓' : '✗'} ${tally.stage.padEnd(18)} ${tally.passed} passed, ${tally.failed} failed\n`,
  );
}
save('summary.json', { passed, failed, stages: tallies });
if (failed > 0 || passed === 0) process.exitCode = 1;

/** A script of this folder. Its report lists steps, each counts as one; without a report it is one step. */
function script(stage: string, file: string, reportFile: string | null): Tally {
  title(stage);
  const isGreen = run([process.execPath, join(import.meta.dirname, file)]);
  const steps = reportFile === null ? [isGreen] : listOf(read(reportFile)).map((step) => flagOf(step, 'isGreen'));
  return tally(stage, steps.filter(Boolean).length, steps.filter((step) => !step).length, isGreen);
}

/** A project of vitest.config.ts, counted from vitest's own report. */
function suite(project: string): Tally {
  title(project);
  const reportFile = `${project}.json`;
  const isGreen = run([
    join(root, 'node_modules', '.bin', 'vitest'),
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join('test-output', reportFile)}`,
  ]);
  const counts = read(reportFile);
  const failedTests = numberOf(counts, 'numFailedTests');
  // A file that cannot even be loaded is a failed suite without a failed test.
  const unloaded = listOf(fieldOf(counts, 'testResults')).filter(
    (file) => fieldOf(file, 'status') === 'failed' && listOf(fieldOf(file, 'assertionResults')).length === 0,
  ).length;
  return tally(project, numberOf(counts, 'numPassedTests'), failedTests + unloaded, isGreen);
}

/** A stage that ended red, or in which nothing ran, has failed, whatever its report says. */
function tally(stage: string, passed: number, failed: number, isGreen: boolean): Tally {
  const isSilent = failed === 0 && (!isGreen || passed === 0);
  return { stage, passed, failed: isSilent ? 1 : failed };
}

function run(parts: readonly string[]): boolean {
  const [program = '', ...args] = parts;
  const path = [join(root, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH'] ?? ''];
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path.join(delimiter) },
  });
  return status === 0;
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

function flagOf(value: unknown, name: string): boolean {
  return fieldOf(value, name) === true;
}
