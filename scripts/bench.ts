import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { buildIfStale } from './build.ts';
import { NODE_BUILD, root } from './bundle.ts';

/**
 * `npm run bench` runs every `bench/*.bench.ts`, `npm run bench -- import finding` the named ones.
 * Each runs in its own process and prints one JSON line per figure on stdout.
 */
const wanted = process.argv.slice(2);
const files = globSync('bench/*.bench.ts', { cwd: root })
  .sort()
  .filter((file) => wanted.length === 0 || wanted.includes(basename(file, '.bench.ts')));

await buildIfStale();
for (const file of files) {
  // Beside the program: its data files are found from there.
  const outfile = join(root, 'dist', `${basename(file, '.ts')}.js`);
  await build({ ...NODE_BUILD, entryPoints: [file], outfile });
  process.stderr.write(`${file}\n`);
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--expose-gc', outfile], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
if (files.length === 0) {
  process.stderr.write('No benchmark of that name in bench/.\n');
  process.exitCode = 1;
}
