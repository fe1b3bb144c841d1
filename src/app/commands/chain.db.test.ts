import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabaseOn } from '../../../test/database.ts';
import { idFor } from '../../plain/ids.ts';
import type { Json } from '../../plain/json.ts';
import { findNotes, headOf, note } from '../../platform/chain/index.ts';
import { run } from '../terminal.ts';
import { chainCommand } from './chain.ts';
import { withHome } from './with-home.ts';

const HOUSE = idFor('house');
const server = process.env['GEFLECHT_TEST_DATABASE_URL'];
const before = { ...process.env };
let folder: string;
let head: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geflecht-chain-'));
  Object.assign(process.env, { GEFLECHT_DATA: folder, GEFLECHT_LOG: 'error', LC_ALL: 'de_DE.UTF-8' });
  if (server !== undefined) process.env['DATABASE_URL'] = await emptyDatabaseOn(server);
  head = await withHome(async (home) => {
    const { db, clock } = home.as('test');
    await db.write(async (tx) => {
      for (const about of ['a', 'b', 'c'])
        await note(tx, HOUSE, { at: clock.now(), act: 'role.ended', byRole: 'system', about });
    });
    return headOf(await db.read((reader) => findNotes(reader, HOUSE)));
  });
}, 120_000);
afterAll(async () => {
  process.env = before;
  await rm(folder, { recursive: true });
});

async function call(...words: string[]) {
  const said = { lines: [] as string[], json: [] as Json[], notes: [] as string[] };
  const terminal = {
    line: (text: string) => void said.lines.push(text),
    json: (value: Json) => void said.json.push(value),
    note: (text: string) => void said.notes.push(text),
  };
  return { code: await run(['chain', ...words], { chain: chainCommand }, terminal), ...said };
}

test('a chain that is whole is told with its head, as lines or as JSON', async () => {
  const { code, lines, json } = await call(HOUSE);
  expect([code, lines.length, lines[1], json]).toEqual([0, 2, head, []]);
  const whole = { organisation: HOUSE, kind: 'intact', length: 3, head };
  expect(await call(HOUSE, '--json')).toEqual({ code: 0, lines: [], json: [whole], notes: [] });
  // However it was copied from paper.
  expect((await call(HOUSE, '--head', ` ${head.toUpperCase()} `, '--json')).json).toEqual([whole]);
  expect((await call(idFor('nobody'), '--json')).json).toMatchObject([{ kind: 'intact', length: 0 }]);
}, 60_000);

test('a head that does not stand in it says that the end is missing, with code 1', async () => {
  const foreign = 'f'.repeat(64);
  const { code, notes, lines } = await call(HOUSE, '--head', foreign);
  expect([code, notes.length, lines]).toEqual([1, 1, []]);
  const told = await call(HOUSE, '--head', foreign, '--json');
  expect([told.code, told.json]).toEqual([1, [{ organisation: HOUSE, kind: 'head missing', length: 3 }]]);
}, 60_000);

test('what is no id or no head cannot be looked for, and a wrong call is told how it goes', async () => {
  expect((await call('Frauenverein')).code).toBe(1);
  expect((await call(HOUSE, '--head', 'abc')).code).toBe(1);
  for (const words of [[], [HOUSE, HOUSE], [HOUSE, '--tail', 'x']]) {
    const { code, notes } = await call(...words);
    expect([code, notes[0]?.includes('chain ORGANISATION')]).toEqual([2, true]);
  }
});

// The last one: it leaves a broken chain behind.
test('a note that was changed is named by its place, with code 1', async () => {
  await withHome((home) =>
    home.database.sql(`update chain_note set about = 'x' where chain = $1 and number = 2`, [HOUSE]),
  );
  const { code, notes } = await call(HOUSE);
  expect([code, notes.length, notes[0]?.includes('2')]).toEqual([1, 1, true]);
  const told = await call(HOUSE, '--json');
  expect([told.code, told.json]).toEqual([1, [{ organisation: HOUSE, kind: 'broken', at: 2 }]]);
}, 60_000);
