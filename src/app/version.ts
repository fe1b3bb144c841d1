import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './home.ts';

/** The version of this program, from package.json. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  if (typeof version !== 'string') throw new Error('package.json names no version');
  return version;
}
