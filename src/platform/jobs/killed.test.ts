import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase } from '../database/index.ts';
import { FolderInUseError, lockFolder, openFolder } from '../files/index.ts';
import { SILENT } from '../log/index.ts';
import { openJobs } from './index.ts';

const CHILD = `
  import { openDatabase } from './src/platform/database/index.ts';
  import { lockFolder, openFolder } from './src/platform/files/index.ts';
  import { SILENT } from './src/platform/log/index.ts';
  import { openJobs } from './src/platform/jobs/index.ts';
  const folder = openFolder(process.argv[1]);
  await lockFolder(folder.path);
  const jobs = openJobs(await openDatabase({ url: null, folder: folder.db, template: null }), SILENT);
  jobs.define('take', async () => { console.log('running'); await new Promise(() => {}); });
  await jobs.start();
  await jobs.send('take', { list: 'a' }, { key: 'a' });`;

test('a job of a process that was killed is taken up by the next one, which gets the folder at once', async () => {
  const path = mkdtempSync(join(tmpdir(), 'killed-'));
  const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await expect(lockFolder(path)).rejects.toThrow(FolderInUseError);
  child.kill('SIGKILL');
  await once(child, 'exit');

  const lock = await lockFolder(path);
  const database = await openDatabase({ url: null, folder: openFolder(path).db, template: null });
  const jobs = openJobs(database, SILENT);
  const done: unknown[] = [];
  jobs.define('take', async (data) => void done.push(data));
  await jobs.start();
  for (let tries = 0; tries < 100 && done.length === 0; tries += 1) await wait(20);
  expect(done).toEqual([{ list: 'a' }]);
  await jobs.stop();
  await database.close();
  await lock.release();
  rmSync(path, { recursive: true });
}, 60_000);
