import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from './bundle.ts';
import { checkLicences, isAllowed, licenceFindings } from './check-licences.ts';
import { lockedPackages, packagesIn, resolve, type LockedPackage } from './lock-packages.ts';
import { sbomOf } from './sbom.ts';

interface Bom {
  bomFormat: string;
  specVersion: string;
  serialNumber: string;
  metadata: { component: { 'bom-ref': string } };
  components: {
    'bom-ref': string;
    type: string;
    name: string;
    version: string;
    purl: string;
    licenses: unknown[];
    scope?: 'optional';
    hashes?: { alg: string; content: string }[];
  }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const project: unknown = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const packages = lockedPackages(root);
const bom: Bom = JSON.parse(sbomOf(project, packages));

test('the list of parts is CycloneDX 1.6, with licence, purl and hash of every package that runs', () => {
  expect([bom.bomFormat, bom.specVersion]).toEqual(['CycloneDX', '1.6']);
  expect(bom.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(bom.components.length).toBeGreaterThan(20);
  for (const one of bom.components) {
    expect(one.type).toBe('library');
    expect(one.purl).toMatch(/^pkg:npm\/(%40[^/@]+\/)?[^/@]+@\d/);
    expect(one.licenses).toHaveLength(1);
    if (one.scope !== 'optional') expect(one.hashes?.[0]?.content).toMatch(/^[0-9a-f]{40,128}$/);
  }
  const unknown = bom.components.filter(({ scope }) => scope === 'optional').map(({ name }) => name);
  for (const name of unknown)
    expect(name).toMatch(/^typst-ts-node-compiler-(android|darwin|win32|linux-arm64|linux-arm-gnueabihf)/);
  expect(unknown).toHaveLength(9);
});

test('every part stands in it once, every edge leads to a part, and no tool of the tests is among them', () => {
  const refs = bom.components.map((one) => one['bom-ref']);
  expect(new Set(refs).size).toBe(refs.length);
  const known = new Set([...refs, bom.metadata.component['bom-ref']]);
  expect(new Set(bom.dependencies.map(({ ref }) => ref))).toEqual(known);
  for (const { dependsOn } of bom.dependencies) for (const ref of dependsOn) expect(known).toContain(ref);
  const names = bom.components.map(({ name }) => name);
  expect(names).toContain('hono');
  expect(names).not.toContain('vitest');
});

test('the same lock file gives the same bytes', () => {
  expect(sbomOf(project, packages.toReversed())).toBe(sbomOf(project, packages));
});

test('a package is found in the nearest folder upwards', () => {
  const paths = new Set(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/b']);
  expect(resolve(paths, 'node_modules/a', 'b')).toBe('node_modules/a/node_modules/b');
  expect(resolve(paths, 'node_modules/a/node_modules/b', 'a')).toBe('node_modules/a');
  expect([resolve(paths, '', 'b'), resolve(paths, '', 'c')]).toEqual(['node_modules/b', null]);
});

test('a licence that is not on the list is a fault, unless the decision gives the reason', () => {
  const [one] = packagesIn({ packages: { '': {}, 'node_modules/x-y': { version: '1.0.0', license: 'GPL-3.0' } } });
  const found = (decision: string, list: readonly LockedPackage[] = one === undefined ? [] : [one]) =>
    licenceFindings(list, decision).map(({ why }) => why);
  expect(found('')).toEqual(['x-y 1.0.0: licence GPL-3.0 is not allowed']);
  expect(found('## Exceptions of licences\n| x* | GPL-3.0 | a reason |')).toEqual([]);
  expect(found('## Exceptions of licences\n| x* | GPL-3.0 | a reason |', [])).toEqual([
    'nothing needs the exception for x*',
  ]);
  expect([isAllowed('(MIT OR GPL-3.0)'), isAllowed('MIT AND GPL-3.0'), isAllowed('Apache-2.0')]).toEqual([
    true,
    false,
    true,
  ]);
  expect(checkLicences(root)).toEqual([]);
});
