import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.ts';
import { lockedPackages, recordOf, resolve, type LockedPackage } from './lock-packages.ts';

const HASHES: Readonly<Record<string, string>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

/**
 * What the program is made of, as CycloneDX 1.6: every package that runs with it, with licence, origin and hash.
 * The same lock file gives the same bytes: it has no date, and its serial number is made from its content.
 */
export function sbomOf(project: unknown, packages: readonly LockedPackage[]): string {
  const { name, version, license, dependencies } = recordOf(project);
  const running = packages.filter(({ isDev }) => !isDev).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const paths = new Set(running.map(({ path }) => path));
  const refs = new Map(running.map((one) => [one.path, refOf(one)]));
  const refsOf = (from: string, needs: readonly string[]) =>
    [...new Set(needs.flatMap((need) => refs.get(resolve(paths, from, need) ?? '') ?? []))].toSorted();
  const own = `pkg:npm/${String(name)}@${String(version)}`;
  const components = new Map(running.map((one) => [refOf(one), componentOf(one)]));
  const needs = new Map<string, readonly string[]>([[own, refsOf('', Object.keys(recordOf(dependencies)))]]);
  for (const one of running) needs.set(refOf(one), refsOf(one.path, one.needs));
  const content = {
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: String(name),
        version: String(version),
        licenses: [{ license: { id: String(license) } }],
        purl: own,
      },
    },
    components: [...components.values()],
    dependencies: [...needs].map(([ref, dependsOn]) => ({ ref, dependsOn })),
  };
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidFrom(JSON.stringify(content))}`,
    version: 1,
    ...content,
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/** Writes `dist/sbom.cdx.json`. */
export function writeSbom(): string {
  const path = join(root, 'dist', 'sbom.cdx.json');
  mkdirSync(join(root, 'dist'), { recursive: true });
  const project: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(path, sbomOf(project, lockedPackages(root)));
  return path;
}

function componentOf(one: LockedPackage) {
  const { name, version, licence, resolved, integrity, isOptional } = one;
  const [group, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const [algorithm = '', hash = ''] = (integrity ?? '').split('-');
  const alg = HASHES[algorithm];
  return {
    type: 'library',
    'bom-ref': refOf(one),
    ...(group === undefined ? {} : { group }),
    name: bare ?? name,
    version,
    // For another system, and not carried by the registry that the lock file was made with: its hash is not known.
    ...(alg === undefined && isOptional ? { scope: 'optional' } : {}),
    ...(alg === undefined ? {} : { hashes: [{ alg, content: Buffer.from(hash, 'base64').toString('hex') }] }),
    licenses: [licenceOf(licence)],
    purl: refOf(one),
    ...(resolved === null ? {} : { externalReferences: [{ type: 'distribution', url: resolved }] }),
  };
}

function licenceOf(licence: string | null) {
  if (licence === null) return { license: { name: 'unknown' } };
  return / (OR|AND|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } };
}

function refOf({ name, version }: LockedPackage): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** A UUID of version 8 made from a text. */
function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

if (import.meta.main) process.stdout.write(`${writeSbom()}\n`);
