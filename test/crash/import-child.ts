import { configured } from '../../src/app/commands/with-home.ts';
import { openHome, type Home } from '../../src/app/home.ts';
import {
  advance,
  findImports,
  findListTitled,
  importFile,
  takeBack,
  unfinished,
  type Import,
} from '../../src/areas/lists/index.ts';
import { rebuild } from '../../src/areas/claims/index.ts';
import type { WriteDatabase } from '../../src/platform/context.ts';
import { registerState, type RegisterState } from './register-state.ts';

/**
 * A process that can be killed. It opens the data folder, says `ready`, does on `go` what its arguments name
 * (`import FILE`, `takeBack`), says `wrote` at each write and `done` at the end, and then what the register is like.
 *
 * With `mend` it is the one that comes after a crash: each message names a folder and what was killed there.
 */
const LIST = 'Vereine';

export interface Mended {
  /** What was there right after opening. */
  readonly found: RegisterState;
  /** What was there once everything was gone on with. */
  readonly mended: RegisterState;
  readonly rebuiltSame: boolean;
}

async function importInto(home: Home, path: string): Promise<void> {
  await importFile(home.as('test'), home.imports, { path, list: LIST, key: 'Nr', map: new Map(), dryRun: false });
}

async function importsOf(home: Home): Promise<readonly Import[]> {
  return home.imports.db.read(async (db) => {
    const list = await findListTitled(db, LIST);
    return list === null ? [] : findImports(db, list.id);
  });
}

async function takeNewestBack(home: Home): Promise<void> {
  const newest = (await importsOf(home)).find(({ state }) => state === 'taken');
  if (newest !== undefined) await takeBack(home.imports, newest.id);
}

/** Goes on as the server does when it starts; then does what the interruption came too early for. */
async function mend(home: Home, what: string, path: string): Promise<Mended> {
  const found = await registerState(home);
  for (const { importId, step } of await unfinished(home.imports)) await advance(home.imports, importId, step);
  const [newest, ...earlier] = await importsOf(home);
  if (what === 'import') {
    const isSecond = earlier.some(({ state }) => state === 'taken');
    if (newest?.state === 'compared') await advance(home.imports, newest.id, 'take');
    else if (newest?.state !== 'taken' || !isSecond) await importInto(home, path);
  } else if (newest?.state === 'taken') await takeBack(home.imports, newest.id);
  const mended = await registerState(home);
  const { same } = await rebuild(home.imports);
  return { found, mended, rebuiltSame: Object.values(same).every(Boolean) };
}

async function mendIn(folder: string, what: string, path: string): Promise<Mended> {
  process.env['GEFLECHT_DATA'] = folder;
  const home = await openHome(configured());
  try {
    return await mend(home, what, path);
  } finally {
    await home.close();
  }
}

async function work(opened: Home, what: string, path: string): Promise<void> {
  const home = heardOf(opened);
  if (what === 'import') await importInto(home, path);
  if (what === 'takeBack') await takeNewestBack(home);
  process.send?.('done');
  const state = await registerState(home);
  await home.close();
  process.send?.(state, undefined, {}, () => process.disconnect());
}

/** The same, but each write of an import is told. */
function heardOf(home: Home): Home {
  const { db } = home.imports;
  const heard: WriteDatabase = {
    read: (step) => db.read(step),
    async write(step) {
      const result = await db.write(step);
      process.send?.('wrote');
      return result;
    },
  };
  return { ...home, as: (task) => ({ ...home.as(task), db: heard }), imports: { ...home.imports, db: heard } };
}

const [what = '', path = ''] = process.argv.slice(2);
if (what === 'mend')
  process.on('message', ([folder, killed, file]: [string, string, string | undefined]) => {
    void mendIn(folder, killed, file ?? '').then((mended) => process.send?.(mended));
  });
else {
  const home = await openHome(configured());
  process.once('message', () => void work(home, what, path));
}
process.send?.('ready');
