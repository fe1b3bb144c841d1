import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLog, SILENT } from '../platform/log/index.ts';
import { announce } from './announce.ts';
import { AWAY, bringToAnEnd, leaveWhenStopped, PortError, serve, type Web } from './server.ts';

const slow: Web = {
  async fetch(request) {
    if (new URL(request.url).pathname === '/slow') await wait(300);
    return new Response('done');
  },
};

test('requests that were accepted are finished, later ones are not', async () => {
  const serving = await serve(slow, { port: 0 });
  const at = `http://localhost:${serving.port}`;
  expect(await (await fetch(at)).text()).toBe('done');
  const running = fetch(`${at}/slow`);
  await wait(100);
  const closed = serving.close();
  await expect(fetch(at)).rejects.toThrow();
  expect(await (await running).text()).toBe('done');
  await closed;
});

test('a request that hangs is cut off in the end', async () => {
  const serving = await serve({ fetch: () => new Promise<Response>(() => undefined) }, { port: 0 });
  const hanging = fetch(`http://localhost:${serving.port}`).catch(() => 'cut');
  await wait(50);
  await serving.close(200);
  expect(await hanging).toBe('cut');
});

test('a port that is taken is told with what to do', async () => {
  const first = await serve(slow, { port: 0 });
  const second: unknown = await serve(slow, { port: first.port }).catch((error: unknown) => error);
  expect(second).toBeInstanceOf(PortError);
  expect(String(second)).toContain(`PORT=${first.port + 1}`);
  await first.close();
});

test('endings come one after the other, and one that fails does not keep back the rest', async () => {
  const ended: string[] = [];
  const ending = (name: string) => ({ name, end: async () => void ended.push(name) });
  const fails = { name: 'jobs', end: () => Promise.reject(new Error('no')) };
  const lines: string[] = [];
  const log = createLog({ level: 'info', write: (line) => lines.push(line) });
  expect(await bringToAnEnd([ending('web'), fails, ending('database')], log)).toBe(false);
  expect(ended).toEqual(['web', 'database']);
  expect(lines[0]).toContain('"event":"jobs"');
  expect(await bringToAnEnd([ending('lock')], SILENT)).toBe(true);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'after %s the running request is answered and the process ends well',
  async (signal) => {
    const script = `
    import { serve, leaveOnSignal } from './src/app/server.ts';
    import { SILENT } from './src/platform/log/index.ts';
    import { setTimeout as wait } from 'node:timers/promises';
    const web = { fetch: async () => { console.log('asked'); await wait(400); return new Response('done'); } };
    const serving = await serve(web, { port: 0 });
    leaveOnSignal([{ name: 'web', end: () => serving.close() }, { name: 'last', end: async () => console.log('last') }], SILENT);
    console.log(serving.port);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    await once(child.stdout, 'data');
    const answer = fetch(`http://localhost:${said.trim()}`);
    await expect.poll(() => said, { timeout: 15_000 }).toContain('asked');
    child.kill(signal);
    expect(await (await answer).text()).toBe('done');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(said).toContain('last');
  },
);

test('when the database has ended by itself the process ends in order, and says by its code that it wants to be started again', async () => {
  const ended: string[] = [];
  const stop = Promise.withResolvers<void>();
  const code = Promise.withResolvers<number>();
  const endings = ['web', 'home'].map((name) => ({ name, end: async () => void ended.push(name) }));
  leaveWhenStopped(stop.promise, endings, SILENT, (left) => code.resolve(left));
  await wait(20);
  expect(ended).toEqual([]);
  stop.resolve();
  expect([await code.promise, ended]).toEqual([AWAY, ['web', 'home']]);
  expect(AWAY).toBeGreaterThan(0);
});

test('the address is the one line on stdout, the link stands before it elsewhere', () => {
  const said: string[] = [];
  const terminal = {
    out: (text: string) => said.push(`out ${text}`),
    err: (text: string) => said.push(`err ${text}`),
    isWatched: false,
  };
  announce({ origin: 'http://localhost:3000', entrance: 'http://localhost:3000/eintritt/x' }, terminal);
  announce({ origin: 'http://localhost:3000', entrance: null }, terminal);
  expect(said).toEqual([
    'err Zum Eintreten (einmal, binnen eines Tages): http://localhost:3000/eintritt/x\n',
    'out Geflecht läuft: http://localhost:3000\n',
    'out Geflecht läuft: http://localhost:3000\n',
  ]);
});

test('where somebody watches, the link stands apart from the lines of the log, and the address keeps its line', () => {
  const said: string[] = [];
  const say = (text: string) => said.push(text);
  const origin = 'http://localhost:3000';
  announce({ origin, entrance: `${origin}/eintritt/x` }, { out: say, err: say, isWatched: true });
  expect(said).toEqual([
    `\nZum Eintreten (einmal, binnen eines Tages): ${origin}/eintritt/x\n\n`,
    `Geflecht läuft: ${origin}\n`,
  ]);
});
