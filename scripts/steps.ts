import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './bundle.ts';

/** What became of one step: its own output is kept and shown when it failed. */
export interface Outcome {
  readonly name: string;
  readonly isGreen: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** Runs a command of the project's own packages and collects what it prints. */
export async function command(name: string, parts: readonly string[], cwd = root): Promise<Outcome> {
  const started = performance.now();
  const [program = '', ...args] = parts;
  const path = [join(root, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH'] ?? ''];
  const child = spawn(program, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: path.join(delimiter), NO_COLOR: '1' },
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      output += String(error);
      resolve(1);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
  return { name, isGreen: code === 0, seconds: (performance.now() - started) / 1000, output };
}

/** Runs steps, at most `atOnce` at the same time, and gives the outcomes in the order of the steps. */
export async function runAll(steps: readonly (() => Promise<Outcome>)[], atOnce: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = steps.map((step, index) => ({ step, index }));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      outcomes[next.index] = await next.step();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;
}

/** Shows the output of what failed, then one line per step. */
export function show(outcomes: readonly Outcome[]): void {
  for (const { name, output } of outcomes.filter(({ isGreen }) => !isGreen)) {
    process.stdout.write(`\n── ${name} ──\n${output.trim()}\n`);
  }
  process.stdout.write('\n');
  for (const { name, isGreen, seconds } of outcomes) {
    process.stdout.write(`${isGreen ? '✓' : '✗'} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s\n`);
  }
}

export function save(file: string, content: unknown): void {
  const path = join(root, 'test-output', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}
