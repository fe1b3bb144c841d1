import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { buildIfStale } from '../../scripts/build.ts';
import { NODE_BUILD, root } from '../../scripts/bundle.ts';

type Child = 'import-child' | 'deed-child';

/** Builds the program and the process that is killed; beside the program, whose data files it needs. */
export async function buildChild(name: Child = 'import-child'): Promise<void> {
  await buildIfStale();
  const entry = join(root, `test/crash/${name}.ts`);
  await build({ ...NODE_BUILD, sourcemap: false, entryPoints: [entry], outfile: builtOf(name) });
}

function builtOf(name: Child): string {
  return join(root, 'dist', `${name}.js`);
}

/** Lets a process work in a data folder to its end. */
export async function runIn<Result>(
  folder: string,
  args: readonly string[],
): Promise<{ result: Result; milliseconds: number }> {
  const { child } = await start(folder, args);
  const from = performance.now();
  child.send('go');
  const [result] = (await once(child, 'message')) as [Result];
  const milliseconds = performance.now() - from;
  await ended(child);
  return { result, milliseconds };
}

/** Kills a process some time after it began to work. False when it was done before that. */
export async function killIn(folder: string, args: readonly string[], after: number): Promise<boolean> {
  const { child } = await start(folder, args);
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

/** Starts a process and waits for its first message. */
export async function start(
  folder: string,
  args: readonly string[],
  name: Child = 'import-child',
): Promise<{ readonly child: ChildProcess; readonly first: unknown; readonly said: readonly string[] }> {
  const env = { ...process.env, GEFLECHT_DATA: folder, GEFLECHT_LOG: 'error', GEFLECHT_ENV: 'production' };
  // Without the optimising compiler: for a process that lives three seconds it is only work.
  const execArgv = ['--max-old-space-size=384', '--liftoff-only'];
  const child = fork(builtOf(name), [...args], { env, execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(String(chunk)));
  const end = ended(child).then(() => {
    throw new Error(`the process could not open ${folder}:\n${said.join('')}`);
  });
  const [first] = (await Promise.race([once(child, 'message'), end])) as [unknown];
  end.catch(() => undefined);
  return { child, first, said };
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Park and Miller, "Random number generators: good ones are hard to find", CACM 31 (1988). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
