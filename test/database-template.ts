import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { readdir, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '../scripts/lock.mjs';
import { migrate, openDatabase, type Step } from '../src/platform/database/index.ts';

const FOLDER = '.cache/databases';

/** The folder of an embedded database, bare or with these steps taken, for others to start from; made once for all processes. */
export async function templateWith(steps: readonly Step[] | null): Promise<string> {
  const template = join(FOLDER, keyOf(steps));
  if (!existsSync(template)) await withLock(`${template}.lock`, () => makeUnlessThere(template, steps));
  const now = new Date();
  await utimes(template, now, now);
  return template;
}

/** Other steps, or the same in other words, are another database. */
export function keyOf(steps: readonly Step[] | null): string {
  const hash = createHash('sha256').update(readFileSync('node_modules/@electric-sql/pglite/package.json'));
  if (steps === null) return hash.digest('hex').slice(0, 16);
  hash.update(steps.map(({ name, up }) => `${name} ${String(up)}`).join());
  const files = ['src/**/migrations/*.ts', 'src/**/wall.ts', 'src/platform/database/*.ts'];
  for (const file of globSync(files).toSorted()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

async function makeUnlessThere(template: string, steps: readonly Step[] | null): Promise<void> {
  if (existsSync(template)) return;
  const draft = `${template}.draft`;
  await rm(draft, { recursive: true, force: true });
  const bare = steps === null ? null : await templateWith(null);
  const database = await openDatabase({ url: null, folder: draft, template: bare });
  if (steps !== null) await migrate(database, steps);
  await database.close();
  await rename(draft, template);
  await removeUnused();
}

/** As many as the tests of today need, and those of yesterday's steps once more. */
const KEPT = 20;
const HOUR = 60 * 60 * 1000;

/** Steps that have changed leave a database behind. One that was used within the hour may be in use. */
async function removeUnused(): Promise<void> {
  const templates = (await readdir(FOLDER, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !entry.name.includes('.'))
    .map(({ name }) => ({ path: join(FOLDER, name), used: lastUseOf(join(FOLDER, name)) }))
    .toSorted((a, b) => b.used - a.used);
  const unused = templates.slice(KEPT).filter(({ used }) => used < Date.now() - HOUR);
  for (const { path } of unused) await rm(path, { recursive: true, force: true });
}

/** 0 for one that another process is removing. */
function lastUseOf(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
