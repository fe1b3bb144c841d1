import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import type { Database } from '../database/index.ts';
import { createLog } from '../log/index.ts';
import { openJobs, prepareJobs, type Jobs } from './index.ts';

let database: Database;
let jobs: Jobs;
const lines: string[] = [];
const log = createLog({ level: 'info', write: (line) => lines.push(line) });

beforeAll(async () => {
  database = await openTestDatabase([]);
  await prepareJobs(database, log);
});
afterAll(() => database.close());
beforeEach(() => {
  lines.length = 0;
  jobs = openJobs(database, log, { watchSeconds: 1 });
});
afterEach(() => jobs.stop({ withinMs: 1_000 }));

test('what is handed in is done, with its data', async () => {
  const done: unknown[] = [];
  jobs.define('greet', async (data) => void done.push(data));
  await jobs.start();
  expect(await jobs.send('greet', { list: 'a' })).toBe(true);
  await until(() => done.length === 1);
  expect(done).toEqual([{ list: 'a' }]);
});

test('when something was last done is known to every later process, and nothing is said of what failed or waits', async () => {
  const begun = Date.now();
  jobs.define('sweep', () => Promise.resolve());
  jobs.define('break', () => Promise.reject(new Error('broken')));
  await jobs.start();
  expect(await jobs.lastDone('sweep')).toBeNull();
  await jobs.send('break', {});
  await jobs.send('sweep', {});
  await until(async () => (await jobs.lastDone('sweep')) !== null);
  const done = await openJobs(database, log).lastDone('sweep');
  expect(Math.abs(Number(done) - begun)).toBeLessThan(60_000);
  expect(await jobs.lastDone('break')).toBeNull();
});

test('of one key there is one job at a time; without a key they do not hinder each other', async () => {
  const gate = Promise.withResolvers<void>();
  const done: unknown[] = [];
  jobs.define('take', async (data) => {
    await gate.promise;
    done.push(data['n'] ?? null);
  });
  await jobs.start();
  expect(await jobs.send('take', { n: 1 }, { key: 'list-1' })).toBe(true);
  expect(await jobs.send('take', { n: 2 }, { key: 'list-1' })).toBe(false);
  expect(await jobs.send('take', { n: 3 }, { key: 'list-2' })).toBe(true);
  expect(await jobs.send('take', { n: 4 })).toBe(true);
  expect(await jobs.send('take', { n: 5 })).toBe(true);
  gate.resolve();
  await until(() => done.length === 4);
  expect(new Set(done)).toEqual(new Set([1, 3, 4, 5]));
  await until(async () => jobs.send('take', { n: 6 }, { key: 'list-1' }));
});

test('a job that fails is tried three times, and its error is logged without words', async () => {
  let tries = 0;
  jobs.define('fail', async () => {
    tries += 1;
    throw new Error('anna@example.org');
  });
  await jobs.start();
  await jobs.send('fail', {});
  const state = async () =>
    (await database.sql(`select state::text from jobs.job where name = 'fail'`)).rows[0]?.['state'];
  await until(async () => (await state()) === 'failed');
  expect(tries).toBe(3);
  expect(lines.filter((line) => line.includes('job failed'))).toHaveLength(3);
  expect(lines.join()).not.toContain('anna');
  const { rows } = await database.sql(`select output::text from jobs.job where name = 'fail'`);
  expect(JSON.stringify(rows)).not.toContain('anna');
});

test('a job that is asked to stop ends after its step and goes on after the next start', async () => {
  const steps: string[] = [];
  const handler = (who: string) => async (_data: unknown, signal: AbortSignal) => {
    steps.push(`${who} begins`);
    for (let step = 0; step < 20 && who === 'first'; step += 1) {
      await wait(50);
      signal.throwIfAborted();
    }
    steps.push(`${who} ends`);
  };
  jobs.define('long', handler('first'));
  await jobs.start();
  await jobs.send('long', {});
  await until(() => steps.length === 1);
  await jobs.stop();
  expect(lines.at(-1)).toContain('job put down');

  jobs = openJobs(database, log, { watchSeconds: 1 });
  jobs.define('long', handler('second'));
  await jobs.start();
  await until(() => steps.length === 3);
  expect(steps).toEqual(['first begins', 'second begins', 'second ends']);
});

test('stopping with finish waits for the end of what runs', async () => {
  let ended = false;
  let begun = false;
  jobs.define('whole', async () => {
    begun = true;
    await wait(300);
    ended = true;
  });
  await jobs.start();
  await jobs.send('whole', {});
  await until(() => begun);
  await jobs.stop({ finish: true });
  expect(ended).toBe(true);
});

test('a job whose process was killed is done after the next start', async () => {
  const done: string[] = [];
  jobs.define('survive', async () => void done.push('done'));
  await jobs.start({ work: false });
  await jobs.send('survive', {}, { key: 'one' });
  // What SIGKILL leaves behind: somebody took the job and was never heard of again.
  await database.sql(`
    update jobs.job set state = 'active', started_on = now() - interval '5 minutes',
      heartbeat_on = now() - interval '5 minutes' where name = 'survive'`);
  await jobs.stop();

  jobs = openJobs(database, log, { watchSeconds: 1 });
  jobs.define('survive', async () => void done.push('done'));
  await jobs.start();
  // Embedded at once, on a server when its silence is noticed.
  await until(() => done.length === 1, database.engine === 'pglite' ? 5_000 : 60_000);
  expect(await jobs.send('survive', {}, { key: 'one' })).toBeTypeOf('boolean');
}, 70_000);

test('a queue that is there already is opened quickly', async () => {
  jobs.define('greet', async () => undefined);
  const start = performance.now();
  await jobs.start();
  expect(performance.now() - start).toBeLessThan(1_000);
});

async function until(happened: () => boolean | Promise<boolean>, withinMs = 8_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    if (await happened()) return;
    await wait(20);
  }
  throw new Error('it did not happen');
}
