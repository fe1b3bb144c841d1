import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, statfsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildIfStale } from '../../scripts/build.ts';
import { NODE_BUILD, root } from '../../scripts/bundle.ts';

type Child = 'import-child' | 'deed-child';

/**
 * Builds the program and the process that is killed; beside the program, whose data files it needs. Its packages are
 * in the one file, but for those with files of their own: a third of a short life would go into reading them.
 */
export async function buildChild(name: Child = 'import-child'): Promise<void> {
  await buildIfStale();
  await build({
    ...NODE_BUILD,
    sourcemap: false,
    packages: 'bundle',
    external: ['@electric-sql/pglite', '@myriaddreamin/typst-ts-node-compiler', 'sharp', 'pg-native'],
    banner: {
      js: `import { createRequire as requireFrom_ } from 'node:module'; const require = requireFrom_(import.meta.url);`,
    },
    entryPoints: [join(root, `test/crash/${name}.ts`)],
    outfile: builtOf(name),
  });
}

const MEMORY = '/dev/shm';
const ROOM = 1024 ** 3;

/** A folder to kill processes in. In memory where there is room: what a process has written stays when it dies, on any disk. */
export function makePlace(name: string): Promise<string> {
  const { bavail, bsize } = existsSync(MEMORY) ? statfsSync(MEMORY) : { bavail: 0, bsize: 0 };
  return mkdtemp(join(bavail * bsize > ROOM ? MEMORY : tmpdir(), `geflecht-${name}-`));
}

function builtOf(name: Child): string {
  return join(root, 'dist', `${name}.js`);
}

/** When each write of a work was there, in milliseconds after it began, and when all was done. */
export interface Course {
  readonly writes: readonly number[];
  readonly milliseconds: number;
}

/** Lets a process work in a data folder to its end. Answers what the register is like then, and how the work went. */
export async function runIn<Result>(
  folder: string,
  args: readonly string[],
): Promise<{ readonly result: Result; readonly course: Course }> {
  const { child, said } = await start(folder, args);
  const writes: number[] = [];
  const results: Result[] = [];
  let milliseconds = 0;
  const from = performance.now();
  child.on('message', (told: 'wrote' | 'done' | Result) => {
    const at = performance.now() - from;
    if (told === 'wrote') writes.push(at);
    else if (told === 'done') milliseconds = at;
    else results.push(told as Result);
  });
  child.send('go');
  await once(child, 'disconnect');
  await ended(child);
  const [result] = results;
  if (result === undefined) throw new Error(`the process in ${folder} ended:\n${said.join('')}`);
  return { result, course: { writes, milliseconds } };
}

/**
 * When a process is killed: as soon as it has said that it is done, or at a moment of the course that its work usually
 * takes, found again by the writes before it, so that a busy machine does not shift it.
 */
export type Moment = 'done' | { readonly at: number; readonly of: Course };

/** Kills a process. False when it was done before that. */
export async function killIn(folder: string, args: readonly string[], moment: Moment): Promise<boolean> {
  const { child } = await start(folder, args);
  const before = moment === 'done' ? [] : moment.of.writes.filter((at) => at < moment.at);
  const rest = moment === 'done' ? null : moment.at - (before.at(-1) ?? 0);
  let [written, isDone] = [0, false];
  const meet = () => {
    if (rest !== null && written === before.length) setTimeout(() => child.kill('SIGKILL'), rest);
  };
  child.on('message', (told: 'wrote' | 'done') => {
    if (told === 'wrote') {
      written += 1;
      meet();
    } else if (told === 'done') {
      isDone = true;
      child.kill('SIGKILL');
    }
  });
  child.send('go');
  meet();
  await ended(child);
  if (child.signalCode !== 'SIGKILL') throw new Error(`the process in ${folder} ended by itself`);
  return isDone === (moment === 'done');
}

/** A process that opens one folder after the other, as the next start after a crash does. */
export interface Mender<Mended> {
  mend(folder: string, args: readonly string[]): Promise<Mended>;
  end(): void;
}

export async function startMender<Mended>(): Promise<Mender<Mended>> {
  const { child, next } = await start('', ['mend']);
  return {
    mend(folder, args) {
      child.send([folder, ...args]);
      return next() as Promise<Mended>;
    },
    end: () => child.disconnect(),
  };
}

/** Works on a copy of a data folder and removes it afterwards. */
export async function withCopy<Result>(
  of: string,
  to: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  cpSync(of, to, { recursive: true });
  try {
    return await work(to);
  } finally {
    await rm(to, { recursive: true, force: true });
  }
}

interface Started {
  readonly child: ChildProcess;
  readonly first: unknown;
  readonly said: readonly string[];
  /** Its next message, for one that speaks only when spoken to; an error when it ends before. */
  readonly next: () => Promise<unknown>;
}

/** Starts a process and waits for its first message. */
export async function start(folder: string, args: readonly string[], name: Child = 'import-child'): Promise<Started> {
  const env = {
    ...process.env,
    GEFLECHT_DATA: folder,
    GEFLECHT_LOG: 'error',
    GEFLECHT_ENV: 'production',
    NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
  };
  // Without the optimising compiler: for a process that lives three seconds it is only work.
  const execArgv = ['--max-old-space-size=384', ...(args[0] === 'mend' ? [] : ['--liftoff-only'])];
  const child = fork(builtOf(name), [...args], { env, execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(String(chunk)));
  const end = ended(child).then(() => {
    throw new Error(`the process in ${folder} ended:\n${said.join('')}`);
  });
  end.catch(() => undefined);
  const next = async () => ((await Promise.race([once(child, 'message'), end])) as [unknown])[0];
  return { child, first: await next(), said, next };
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
