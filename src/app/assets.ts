import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import type { Env } from '../platform/http/index.ts';
import { ROOT } from './home.ts';

/** Built files by the name of their source: `main.css` → `assets/main-4F2A….css`. */
export function readAssets(): ReadonlyMap<string, string> {
  const text = readFileSync(join(ROOT, 'dist/assets.json'), 'utf8');
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('dist/assets.json is broken: build again');
  return new Map(Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Their names change with their content, so browsers may keep them for ever. */
export function addAssets(web: Hono<Env>): void {
  web.use(
    '/assets/*',
    serveStatic({
      root: join(ROOT, 'dist'),
      onFound: (_path, c) => {
        c.header('cache-control', 'public, max-age=31536000, immutable');
      },
    }),
  );
}
