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
import { registerState, type RegisterState } from './register-state.ts';

/**
 * A process that can be killed. It opens the data folder, says `ready`, and does on `go` what its
 * arguments name: `import FILE`, `takeBack`, or `mend import FILE`, `mend takeBack` after a crash.
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

const [what = '', ...rest] = process.argv.slice(2);
const home = await openHome(configured());
process.once('message', () => {
  void work().then(async (result) => {
    await home.close();
    process.send?.(result, undefined, {}, () => process.disconnect());
  });
});
process.send?.('ready');

async function work(): Promise<Mended | RegisterState> {
  if (what === 'mend') return mend(home, rest[0] ?? '', rest[1] ?? '');
  if (what === 'import') await importInto(home, rest[0] ?? '');
  if (what === 'takeBack') await takeNewestBack(home);
  return registerState(home);
}
