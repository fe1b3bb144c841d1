import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One package as the lock file pins it. */
export interface LockedPackage {
  /** Where it lies: `node_modules/pg/node_modules/x`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string | null;
  /** Where it comes from, and its hash (`sha512-…`). */
  readonly resolved: string | null;
  readonly integrity: string | null;
  /** Only for checks and tests. */
  readonly isDev: boolean;
  /** For some systems only: left out where it does not fit. */
  readonly isOptional: boolean;
  /** Names of what it needs, without what is optional. */
  readonly needs: readonly string[];
}

/** All packages of `package-lock.json`, without the project itself. */
export function lockedPackages(root: string): readonly LockedPackage[] {
  return packagesIn(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
}

export function packagesIn(lock: unknown): readonly LockedPackage[] {
  const packages = recordOf(recordOf(lock)['packages']);
  return Object.entries(packages).flatMap(([path, value]) => {
    const entry = recordOf(value);
    if (path === '' || entry['link'] === true) return [];
    return [
      {
        path,
        name: textOf(entry['name']) ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version: textOf(entry['version']) ?? '',
        licence: textOf(entry['license']),
        resolved: textOf(entry['resolved']),
        integrity: textOf(entry['integrity']),
        isDev: entry['dev'] === true || entry['devOptional'] === true,
        isOptional: entry['optional'] === true,
        needs: Object.keys(recordOf(entry['dependencies'] ?? {})),
      },
    ];
  });
}

/** Where Node finds `name` from a package at `from` (`''` is the project): the nearest folder upwards. */
export function resolve(paths: ReadonlySet<string>, from: string, name: string): string | null {
  const nested = from.split('/node_modules/');
  for (let depth = from === '' ? 0 : nested.length; depth >= 0; depth -= 1) {
    const folder = nested.slice(0, depth).join('/node_modules/');
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (paths.has(path)) return path;
  }
  return null;
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error('the lock file has another shape');
  return Object.fromEntries(Object.entries(value));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
