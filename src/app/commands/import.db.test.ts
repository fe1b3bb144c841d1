import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabaseOn } from '../../../test/database.ts';
import { run } from '../terminal.ts';
import { importCommand } from './import.ts';

const server = process.env['GEFLECHT_TEST_DATABASE_URL'];
const before = { ...process.env };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geflecht-import-'));
  const data = join(folder, 'data');
  Object.assign(process.env, { GEFLECHT_DATA: data, GEFLECHT_LOG: 'error', LC_ALL: 'de_DE.UTF-8' });
  if (server !== undefined) process.env['DATABASE_URL'] = await emptyDatabaseOn(server);
}, 120_000);
afterAll(async () => {
  process.env = before;
  await rm(folder, { recursive: true });
});

async function call(csv: string, list: string): Promise<readonly string[]> {
  const lines: string[] = [];
  const path = join(folder, 'liste.csv');
  await writeFile(path, csv);
  const terminal = { line: (text: string) => void lines.push(text), json: () => {}, note: () => {} };
  expect(await run(['import', path, '--list', list], { import: importCommand }, terminal)).toBe(0);
  return lines;
}

test('rows that are left out because something is unclear are told with the way to bring them in', async () => {
  const told = await call('Name;Ort\nTreff;Neustadt\nBrücke;Chemnitz\n', 'Unklar');
  expect(told[0]).toContain('1 neu');
  expect(told[0]).toContain('1 unklar');
  expect(told[1]).toContain('Unklare Zeilen kommen nicht mit.');
  const clear = await call('Name;Ort\nBrücke;Chemnitz\n', 'Klar');
  expect(clear.join(' ')).not.toContain('Unklare Zeilen');
}, 120_000);
