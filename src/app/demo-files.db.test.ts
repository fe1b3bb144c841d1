import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import { importFile, type ImportWork } from '../areas/lists/index.ts';
import { openGazetteer, rhoenauTable } from '../areas/places/index.ts';
import { system } from '../plain/actor.ts';
import { fixedClock } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import type { Database } from '../platform/database/index.ts';
import { createEvents } from '../platform/events.ts';
import { SILENT } from '../platform/log/index.ts';
import { loadWords } from '../platform/words/index.ts';
import { examples } from './demo-files.ts';
import { MIGRATIONS } from './migrations.ts';
import { REGISTER } from './register.ts';

const clock = fixedClock('2026-11-21T09:00:00Z');
const actor = system('test');
let database: Database;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  folder = await mkdtemp(join(tmpdir(), 'geflecht-lists-to-try-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

test('every list to try can be read back with all its rows', async () => {
  const pathOf = (file: string) => join(folder, basename(file));
  const db = database.as(actor);
  const gazetteer = openGazetteer({ extra: [rhoenauTable()] });
  const removeFile = (file: string) => rm(pathOf(file), { force: true });
  const work: ImportWork = { actor, db, clock, register: REGISTER, gazetteer, pathOf, removeFile };
  const ctx: Context = { db, actor, clock, words: loadWords('src').in('de'), events: createEvents(SILENT) };
  for (const { name, list, isLater, make } of examples('2026-11-21')) {
    const path = join(folder, name);
    await writeFile(path, (await make()).bytes);
    const counts = await importFile(ctx, work, {
      path,
      list: `probe ${name}`,
      key: null,
      map: new Map(),
      dryRun: true,
    });
    expect([name, counts.rows]).toEqual([name, isLater ? list.nextMonth?.rows.length : list.rows.length]);
  }
}, 60_000);
