import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { configured } from '../src/app/commands/with-home.ts';
import { openHome } from '../src/app/home.ts';
import { importFile, takeBack } from '../src/areas/lists/index.ts';

/** What the measuring process asks of the measured one. */
export type Wish =
  | { readonly wish: 'import'; readonly path: string; readonly list: string }
  | { readonly wish: 'takeBack'; readonly id: string }
  | { readonly wish: 'leave' };

export interface Granted {
  readonly seconds: number;
  readonly import: string;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** The measured process: opens the installation, says so, and then does what it is asked. */
export async function serveWishes(): Promise<void> {
  const home = await openHome(configured());
  home.gazetteer.place('DE');

  async function grant(wish: Wish): Promise<Granted> {
    const from = performance.now();
    let counts = { import: '', new: 0, changed: 0, unchanged: 0 };
    if (wish.wish === 'import') {
      const file = { path: wish.path, list: wish.list, key: null, map: new Map(), dryRun: false };
      counts = await importFile(home.as('import'), home.imports, file);
    } else if (wish.wish === 'takeBack') await takeBack(home.imports, wish.id);
    else await home.close();
    const { import: id, new: fresh, changed, unchanged } = counts;
    return { seconds: (performance.now() - from) / 1000, import: id, new: fresh, changed, unchanged };
  }

  process.on('message', (wish: Wish) => {
    void grant(wish).then((granted) => {
      process.send?.(granted);
      if (wish.wish === 'leave') process.disconnect();
    });
  });
  process.send?.('open');
}

export interface Measured {
  /** Resident bytes while the installation is open and nothing happens. */
  readonly idle: number;
  /** Does something; `peak` are the most resident bytes meanwhile. */
  ask(wish: Wish): Promise<Granted & { readonly peak: number }>;
  end(): Promise<void>;
}

/** Starts the measured process with the options of Node that the command has. */
export async function startMeasured(script: string, env: Readonly<Record<string, string>>): Promise<Measured> {
  const child = fork(script, ['measured'], {
    execArgv: [...optionsOf('geflecht')],
    env: { ...process.env, ...env, GEFLECHT_LOG: 'error' },
  });
  await answer(child);
  await wait(2_000);
  const idle = bytesOf(child, 'VmRSS');
  return {
    idle,
    async ask(wish) {
      // Linux: writing 5 there makes the highest mark begin anew.
      writeFileSync(`/proc/${child.pid}/clear_refs`, '5');
      child.send(wish);
      const granted: Granted = await answer(child);
      return { ...granted, peak: bytesOf(child, 'VmHWM') };
    },
    async end() {
      const ended = once(child, 'exit');
      child.send({ wish: 'leave' });
      await ended;
    },
  };
}

/** The options of Node in a script of package.json. */
export function optionsOf(script: string): readonly string[] {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  return (scripts[script] ?? '').split(' ').filter((part) => part.startsWith('--'));
}

async function answer(child: ChildProcess) {
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the measured process ended with ${code}`))),
  ]);
  return message;
}

function bytesOf(child: ChildProcess, what: 'VmRSS' | 'VmHWM'): number {
  const line = readFileSync(`/proc/${child.pid}/status`, 'utf8')
    .split('\n')
    .find((each) => each.startsWith(what));
  return Number(line?.replace(/\D/g, '') ?? 0) * 1024;
}
