import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { NODE_BUILD, root } from './bundle.ts';

/** Packages that shape an empty database, beside our own code. */
const SHAPING = ['@electric-sql/pglite', 'pg-boss'];

/**
 * Makes `dist/database/`: a PGlite folder with all migrations applied, by `makeTemplate(folder)` of
 * `src/app/template.ts`. An empty start takes ≈ 4 s and ≈ 850 MB, a start from a copy of this folder
 * well under a second. A child process makes it, so that the memory is given back before the program starts.
 */
export async function makeTemplateIfStale(dist: string): Promise<void> {
  const target = join(dist, 'database');
  const stamp = join(dist, '.database-stamp');
  const script = join(dist, 'template.js');
  await build({ ...NODE_BUILD, sourcemap: false, entryPoints: ['src/app/template.ts'], outfile: script });
  const state = stateOf(script);
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  rmSync(target, { recursive: true, force: true });
  const call = `import { makeTemplate } from ${JSON.stringify(script)}; await makeTemplate(${JSON.stringify(target)});`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', call], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0 || !existsSync(target)) throw new Error('the initialised database could not be made');
  writeFileSync(stamp, state);
}

/** The bundled code that makes the database, and the versions of its packages: the same state, the same database. */
function stateOf(script: string): string {
  const hash = createHash('sha256').update(readFileSync(script));
  for (const name of SHAPING) hash.update(readFileSync(join(root, 'node_modules', name, 'package.json')));
  return hash.digest('hex');
}
