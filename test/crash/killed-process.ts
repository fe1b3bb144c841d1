import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { buildIfStale } from '../../scripts/build.ts';
import { NODE_BUILD, root } from '../../scripts/bundle.ts';

const CHILD = join(root, 'dist', 'import-child.js');

/** Builds the program and the process that is killed; beside the program, whose data files it needs. */
export async function buildChild(): Promise<void> {
  await buildIfStale();
  const entry = join(root, 'test/crash/import-child.ts');
  await build({ ...NODE_BUILD, sourcemap: false, entryPoints: [entry], outfile: CHILD });
}

/** Lets a process work in a data folder to its end. */
export async function runIn<Result>(
  folder: string,
  args: readonly string[],
): Promise<{ result: Result; milliseconds: number }> {
  const child = await start(folder, args);
  const from = performance.now();
  child.send('go');
  const [result] = (await once(child, 'message')) as [Result];
  const milliseconds = performance.now() - from;
  await ended(child);
  return { result, milliseconds };
}

/** Kills a process some time after it began to work. False when it was done before that. */
export async function killIn(folder: string, args: readonly string[], after: number): Promise<boolean> {
  const child = await start(folder, args);
  const end = ended(child);
  child.send('go');
  const isDone = await Promise.race([once(child, 'message').then(() => true), wait(after).then(() => false)]);
  if (!isDone) child.kill('SIGKILL');
  await end;
  return !isDone && child.signalCode === 'SIGKILL';
}

/** Works on a copy of a data folder and removes it afterwards. */
export async function withCopy<Result>(
  of: string,
  to: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  await cp(of, to, { recursive: true });
  try {
    return await work(to);
  } finally {
    await rm(to, { recursive: true, force: true });
  }
}

async function start(folder: string, args: readonly string[]): Promise<ChildProcess> {
  const env = { ...process.env, GEFLECHT_DATA: folder, GEFLECHT_LOG: 'error', GEFLECHT_ENV: 'production' };
  // Without the optimising compiler: for a process that lives three seconds it is only work.
  const execArgv = ['--max-old-space-size=384', '--liftoff-only'];
  const child = fork(CHILD, [...args], { env, execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(String(chunk)));
  const end = ended(child).then(() => {
    throw new Error(`the process could not open ${folder}:\n${said.join('')}`);
  });
  await Promise.race([once(child, 'message'), end]);
  end.catch(() => undefined);
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
