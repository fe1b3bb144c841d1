import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importFile, takeBack } from '../../src/areas/lists/index.ts';
import { backUpHome } from '../../src/app/back-up.ts';
import { COMMANDS } from '../../src/app/commands/index.ts';
import { examples } from '../../src/app/demo-files.ts';
import { run } from '../../src/app/terminal.ts';
import { makeKey } from '../../src/platform/backup/index.ts';
import { emptyDatabaseOn } from '../database.ts';
import type { House } from './house.ts';
import { idOf, STATES } from './marks.ts';

/** Where what somebody at the machine was told is kept. */
export const COMMANDS_HEARD: readonly string[] = [
  'restore',
  'chain',
  'disclose',
  'doctor',
  'inventory',
  'find',
  'retain',
].map((command) => `geflecht ${command}`);

const FOLDER = 'FOLDER';
const OWN = idOf('organisation', 'own');
const CALLS: readonly (readonly string[])[] = [
  ...STATES.flatMap((state) => [
    ['chain', idOf('organisation', state)],
    ['disclose', idOf('organisation', state)],
  ]),
  ['chain', OWN, '--json'],
  ['disclose', OWN, '--json'],
  ['disclose', 'Eiserne Elster 14', '--json'],
  ['disclose', 'Blecherner Biber 16'],
  ['doctor', '--json'],
  ['inventory', '--json'],
  ['find', 'organisation'],
  ['export', '--format', 'hsds', FOLDER],
  ['retain', '--json'],
  ['rebuild', '--json'],
];

/**
 * All that somebody at the machine is told without asking for everything. On a copy, which comes there by backup and
 * restore: the house itself is open, and one folder has one process.
 */
export async function hearCommands(
  house: House,
): Promise<readonly { readonly surface: string; readonly text: string }[]> {
  const around = join(house.data, 'copy');
  const folder = join(around, 'written');
  await mkdir(folder, { recursive: true });
  const key = join(around, 'key');
  const { file } = await backUpHome(house.home, join(around, 'backups'), [await makeKey(key)]);
  const before = { ...process.env };
  const server = process.env['GEFLECHT_TEST_DATABASE_URL'];
  Object.assign(process.env, {
    GEFLECHT_DATA: join(around, 'data'),
    GEFLECHT_LOG: 'error',
    ...(server === undefined ? {} : { DATABASE_URL: await emptyDatabaseOn(server) }),
  });
  try {
    const heard: { surface: string; text: string }[] = [];
    for (const call of [['restore', file, '--identity', key, '--as-it-was', '--json'], ...CALLS])
      heard.push(await callOnce(call.map((word) => (word === FOLDER ? folder : word))));
    for (const name of await readdir(folder))
      heard.push({ surface: 'geflecht export', text: await readFile(join(folder, name), 'utf8') });
    return heard;
  } finally {
    process.env = before;
  }
}

async function callOnce(words: readonly string[]): Promise<{ readonly surface: string; readonly text: string }> {
  const texts: string[] = [];
  const code = await run(words, COMMANDS, {
    line: (text) => void texts.push(text),
    json: (value) => void texts.push(JSON.stringify(value)),
    note: (text) => void texts.push(text),
  });
  const [command = ''] = words;
  const text = texts.join('\n');
  // The doctor and a restore may find something odd about a house that was made up.
  if (code !== 0 && !(code === 1 && (command === 'doctor' || command === 'restore')))
    throw new Error(`geflecht ${words.join(' ')} ended with ${code}: ${text}`);
  return { surface: `geflecht ${command}`, text };
}

/** A list is taken in and taken back, as the command line does it. */
export async function importAndTakeBack(house: House, step: () => Promise<void>): Promise<void> {
  const [example] = examples('2026-11-21');
  const { name, bytes } = (await example?.make()) ?? { name: 'x', bytes: '' };
  const path = join(house.data, name);
  await writeFile(path, bytes);
  const file = { path, list: 'Probeliste', key: null, map: new Map<string, string>(), dryRun: false };
  const taken = await importFile(house.home.as('import'), house.home.imports, file);
  await step();
  await takeBack(house.home.imports, taken.import);
  await step();
}
