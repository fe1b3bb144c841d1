import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildIfStale } from '../../scripts/build.ts';
import { root } from '../../scripts/bundle.ts';

/** The built product as a process, with what it says about troubles. */
export interface HouseProcess {
  readonly origin: string;
  isAlive(): boolean;
  readonly log: readonly string[];
  stop(): Promise<void>;
}

/** Starts the product as `npm start` does. `limits` are settings of the shell for it, such as `ulimit -f 1000`. */
export async function startHouse(env: Readonly<Record<string, string>>, limits = ':'): Promise<HouseProcess> {
  await buildIfStale();
  const program = `"${process.execPath}" --liftoff-only "${join(root, 'dist/geflecht.js')}" start`;
  const child = spawn('sh', ['-c', `${limits}; exec ${program}`], {
    env: { ...process.env, GEFLECHT_ENV: 'production', GEFLECHT_LOG: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const log: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => log.push(text));
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/\S+/.exec(text)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code}:\n${log.join('')}`)));
  });
  return {
    origin,
    log,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Tries until it is so, for some seconds. */
export async function eventually(isSo: () => Promise<boolean>, seconds: number): Promise<boolean> {
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    if (await isSo()) return true;
    await wait(100);
  }
  return false;
}
