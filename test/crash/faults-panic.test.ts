import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/bundle.ts';
import { AWAY } from '../../src/app/server.ts';
import { openDatabase } from '../../src/platform/database/index.ts';

/** Only root may make a small disk. */
const isRoot = userInfo().uid === 0 && process.platform === 'linux';
/** Less than one piece of the log of the database: at the end of the one there is it finds no room for the next. */
const LEFT_BYTES = 8_000_000;
/** A process with a database, and nothing else, that leaves as the house does. */
const CHILD = `
  import { once } from 'node:events';
  import { leaveWhenStopped } from './src/app/server.ts';
  import { openDatabase } from './src/platform/database/index.ts';
  import { createLog } from './src/platform/log/index.ts';
  const database = await openDatabase({ url: null, folder: process.argv[1], template: null });
  await database.exec("create table padding as select n, repeat('x', 100) as v from generate_series(1, 3000) n");
  const log = createLog({ level: 'error', write: (line) => console.log(line) });
  leaveWhenStopped(database.stopped, [{ name: 'database', end: () => database.close() }], log);
  console.log('ready');
  await once(process.stdin, 'data');
  for (let turn = 0; ; turn += 1) {
    await database.sql("update padding set v = repeat('y', 100) where n % 3 = $1", [turn % 3]).then(
      () => console.log('kept'),
      (error) => console.log(error.name + ': ' + error.message),
    );
  }`;

let disk: string;

beforeAll(async () => {
  if (!isRoot) return;
  disk = await mkdtemp(join(tmpdir(), 'geflecht-panic-'));
  execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', disk]);
});
afterAll(async () => {
  if (!isRoot) return;
  execFileSync('/bin/umount', ['-l', disk]);
  await rm(disk, { recursive: true });
});

function fill(): void {
  const file = openSync(join(disk, 'filler'), 'w');
  const free = () => {
    const { bavail, bsize } = statfsSync(disk);
    return bavail * bsize - LEFT_BYTES;
  };
  for (let bytes = free(); bytes > 0; bytes = free()) writeSync(file, Buffer.alloc(Math.min(bytes, 65_536)));
  closeSync(file);
}

test.runIf(isRoot)(
  'a database that has ended by itself ends its process with a code that asks for a new one, and the new one finds all',
  async () => {
    const folder = join(disk, 'db');
    const child = spawn(process.execPath, ['--liftoff-only', '--input-type=module', '-e', CHILD, folder], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    const exited = once(child, 'exit');
    while (!said.includes('ready')) await Promise.race([once(child.stdout, 'data'), exited]);
    fill();
    child.stdin.write('go\n');
    const [code] = await exited;
    expect(code).toBe(AWAY);
    expect(said).toContain('the embedded database has stopped');
    const kept = said.split('kept').length - 1;
    expect(kept).toBeGreaterThan(0);

    rmSync(join(disk, 'filler'));
    const database = await openDatabase({ url: null, folder, template: null });
    const { rows } = await database.sql(`select count(*)::integer as n from padding where v like 'y%'`);
    // In each turn another third: what was acknowledged is there.
    expect(rows).toEqual([{ n: Math.min(kept, 3) * 1_000 }]);
    await database.close();
  },
  120_000,
);
