import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { optionsOf } from './import-process.ts';

const MS_A_TICK = 10;

export interface House {
  readonly origin: string;
  /** What it has taken of the processor since it began; Linux only. */
  cpuMs(): number;
  stop(): Promise<void>;
}

/** The built product as `npm start` starts it. */
export async function startHouse(env: Readonly<Record<string, string>>): Promise<House> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(process.execPath, [...optionsOf('start'), 'scripts/run.ts', 'start'], {
    env: { ...process.env, ...env, PORT: String(port), GEFLECHT_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('http://')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
  return {
    origin: `http://localhost:${port}`,
    cpuMs() {
      const [, rest = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ');
      const [user = 0, system = 0] = rest.split(' ').slice(11, 13).map(Number);
      return (user + system) * MS_A_TICK;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
