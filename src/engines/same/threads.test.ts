import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { matchAll, type Item, type matchLarge } from './index.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geflecht-threads-'));
  await build({
    entryPoints: {
      bundle: join(import.meta.dirname, 'index.ts'),
      'large-worker': join(import.meta.dirname, 'large-worker.ts'),
    },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
});
afterAll(() => rm(folder, { recursive: true }));

test('in a bundle the threads find their program beside it, and one thread or two give the same', async () => {
  const items: readonly Item[] = Array.from({ length: 60 }, (_, at) => ({
    source: at % 2,
    name: `Kreis ${'abcdefghij'[at % 10]}${'klmnopqrst'[at % 7]}eweg`,
    phones: [`0351 123${100 + (at % 30)}`],
  }));
  const bundled = (await import(pathToFileURL(join(folder, 'bundle.js')).href)) as { matchLarge: typeof matchLarge };
  const { clusters } = matchAll(items);
  expect(clusters.length).toBeGreaterThan(0);
  for (const threads of [0, 1, 2]) {
    expect((await bundled.matchLarge(items, { threads, atOnce: 10 })).clusters).toEqual(clusters);
  }
  await writeFile(join(folder, 'large-worker.js'), 'throw new Error("here I am");');
  await expect(bundled.matchLarge(items, { threads: 2, atOnce: 10 })).rejects.toThrow('here I am');
});
