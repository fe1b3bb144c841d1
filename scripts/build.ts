import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import type { Metafile } from 'esbuild';
import { NODE_BUILD, root } from './bundle.ts';
import { withLock } from './lock.mjs';
import { writeSbom } from './sbom.ts';
import { makeTemplateIfStale } from './database-template.ts';

const dist = join(root, 'dist');
const stamp = join(dist, '.stamp');

/**
 * Brings `dist/` up to the sources, if they changed. Says so on stderr only when it builds.
 *
 * - `dist/geflecht.js`: the program (`src/app/cli.ts`)
 * - `dist/large-worker.js`: what its threads do that compare large lists (`src/engines/same/threads.ts`)
 * - `dist/assets/`: style, fonts and islands, with a hash in the name
 * - `dist/assets.json`: `{ "main.css": "assets/main-4F2A….css", "progress.js": … }`
 * - `dist/sbom.cdx.json`: what it is made of, see sbom.ts
 * - `dist/database/`: an initialised database, see database-template.ts
 */
export async function buildIfStale(): Promise<void> {
  if (!isStale()) return;
  await withLock(join(root, '.cache', 'build.lock'), async () => {
    if (!isStale()) return;
    const started = performance.now();
    const state = sourceState();
    mkdirSync(join(dist, 'assets'), { recursive: true });
    await Promise.all([buildProgram(), buildAssets()]);
    await makeTemplateIfStale(dist);
    writeSbom();
    writeFileSync(stamp, state);
    process.stderr.write(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
  });
}

function isStale(): boolean {
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourceState();
}

/** Names, sizes and times of all sources: cheap enough to look at on every start. */
function sourceState(): string {
  const hash = createHash('sha256');
  const files = globSync(
    ['src/**/*', 'scripts/{build,bundle,database-template,sbom,lock-packages}.ts', 'package-lock.json'],
    {
      cwd: root,
    },
  );
  for (const file of files.sort()) {
    if (/\.test\.tsx?$/.test(file)) continue;
    const { mtimeMs, size, isFile } = statOf(join(root, file));
    if (isFile) hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function statOf(path: string): { mtimeMs: number; size: number; isFile: boolean } {
  const stat = statSync(path);
  return { mtimeMs: stat.mtimeMs, size: stat.size, isFile: stat.isFile() };
}

async function buildProgram(): Promise<void> {
  if (!existsSync(join(root, 'src/app/cli.ts'))) return;
  const programs = { 'src/app/cli.ts': 'geflecht.js', 'src/engines/same/large-worker.ts': 'large-worker.js' };
  for (const [entry, name] of Object.entries(programs)) {
    await build({ ...NODE_BUILD, entryPoints: [entry], outfile: join(dist, name) });
  }
}

async function buildAssets(): Promise<void> {
  const islands = globSync('src/**/browser/*.ts', { cwd: root }).filter((path) => !/\.(test|d)\.ts$/.test(path));
  const styles = globSync('src/ui/css/main.css', { cwd: root });
  const entryPoints = [...islands, ...styles].map((path) => path.replaceAll('\\', '/')).sort();
  const names = entryPoints.map((path) => basename(path));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two islands are called ${twice}`);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entryPoints.map((path) => ({ in: path, out: basename(path).replace(/\.\w+$/, '') })),
    outdir: join(dist, 'assets'),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: ['es2022', 'chrome110', 'firefox110', 'safari16'],
    loader: { '.woff2': 'file', '.woff': 'file', '.svg': 'file', '.png': 'file' },
    metafile: true,
    logLevel: 'silent',
  });
  const assets = assetsOf(metafile);
  writeFileSync(join(dist, 'assets.json'), `${JSON.stringify(assets, null, 2)}\n`);
  sweep(new Set(Object.values(assets)));
}

/** Name without hash → path below `dist`: `main.css`, `progress.js`, `noto-sans-latin-wght-normal.woff2`. */
function assetsOf(metafile: Metafile): Record<string, string> {
  const assets: Record<string, string> = {};
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const source = output.entryPoint ?? Object.keys(output.inputs)[0];
    if (source === undefined) continue;
    const name = basename(source).replace(/\.ts$/, '.js');
    assets[name] = path.replace(/^dist\//, '');
  }
  return Object.fromEntries(Object.entries(assets).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const DAY = 24 * 60 * 60 * 1000;

/** Pages that were delivered before, and a program that still runs, go on asking for yesterday's files. */
function sweep(kept: ReadonlySet<string>): void {
  for (const path of globSync('assets/*', { cwd: dist })) {
    const isOld = Date.now() - statSync(join(dist, path)).mtimeMs > DAY;
    if (isOld && !kept.has(path.replaceAll('\\', '/'))) rmSync(join(dist, path));
  }
}

if (import.meta.main) await buildIfStale();
