import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.ts';

/**
 * Run after every `npm install NAME`. Packages with native parts have one optional package for each
 * system. Where the registry in use does not carry those of other systems (mirrors often do not),
 * npm leaves them out of package-lock.json, and then `npm ci` refuses the whole file. This adds
 * what is missing, with the system it is for, so that nobody else fetches it.
 */
const file = join(root, 'package-lock.json');
const lock: unknown = JSON.parse(readFileSync(file, 'utf8'));
const packages = isRecord(lock) && isRecord(lock['packages']) ? lock['packages'] : {};
let added = 0;

for (const [path, entry] of Object.entries(packages)) {
  if (!isRecord(entry) || !isRecord(entry['optionalDependencies'])) continue;
  for (const [name, version] of Object.entries(entry['optionalDependencies'])) {
    const system = systemOf(name);
    const isThere = [`node_modules/${name}`, `${path}/node_modules/${name}`].some((place) => place in packages);
    if (isThere || system === null || typeof version !== 'string') continue;
    packages[`node_modules/${name}`] = {
      version: version.replace(/^[~^]/, ''),
      ...system,
      ...(entry['dev'] === true ? { dev: true } : {}),
      license: entry['license'],
      optional: true,
    };
    added += 1;
  }
}
if (isRecord(lock)) {
  lock['packages'] = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
}
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stderr.write(`${added} packages of other systems added to package-lock.json.\n`);

/** `@oxfmt/binding-linux-x64-musl` → linux, x64, musl. */
function systemOf(name: string): { os?: string[]; cpu: string[]; libc?: string[] } | null {
  if (name.includes('wasm32')) return { cpu: ['wasm32'] };
  const os = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'].find((word) => name.includes(word));
  const cpu = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'arm'].find((word) =>
    name.includes(`-${word}`),
  );
  if (os === undefined || cpu === undefined) return null;
  const libc = os === 'linux' ? ['gnu', 'musl'].find((word) => name.includes(word)) : undefined;
  if (libc === undefined) return { os: [os], cpu: [cpu] };
  return { os: [os], cpu: [cpu], libc: [libc === 'gnu' ? 'glibc' : libc] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
