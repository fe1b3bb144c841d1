import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockedPackages, type LockedPackage } from './lock-packages.ts';
import { report } from './source.ts';
import type { Finding } from './source.ts';

/** Licences that ask for nothing but naming; the OFL for fonts. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
  'OFL-1.1',
]);

const REASONS = 'docs/decisions/002-dependencies.md';

/** Every package in the lock file has a licence of the list, or is an exception that is explained. */
export function checkLicences(root: string): Finding[] {
  return licenceFindings(lockedPackages(root), readFileSync(join(root, REASONS), 'utf8'));
}

/** Exceptions stand in the decision as rows `| name | licence | why |` below "Exceptions of licences". */
export function licenceFindings(packages: readonly LockedPackage[], decision: string): Finding[] {
  const exceptions = exceptionsIn(decision);
  const used = new Set<Exception>();
  const findings: Finding[] = [];
  for (const { name, version, licence } of packages) {
    if (licence !== null && isAllowed(licence)) continue;
    const row = exceptions.find((one) => matches(one, name, licence ?? 'none'));
    if (row !== undefined) used.add(row);
    else
      findings.push({
        where: 'package-lock.json',
        why: `${name} ${version}: licence ${licence ?? 'none'} is not allowed`,
      });
  }
  for (const one of exceptions)
    if (!used.has(one)) findings.push({ where: REASONS, why: `nothing needs the exception for ${one.name}` });
  return findings;
}

/** `A OR B`: one of them is enough; `A AND B`: both. */
export function isAllowed(licence: string): boolean {
  const bare = licence.replaceAll(/[()]/g, '');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((part) => ALLOWED.has(part.trim())));
}

interface Exception {
  /** With `*` at its end: also all packages that begin so, as the binaries of one tool do. */
  readonly name: string;
  readonly licence: string;
}

function matches(one: Exception, name: string, licence: string): boolean {
  if (one.licence !== licence) return false;
  return one.name.endsWith('*') ? name.startsWith(one.name.slice(0, -1)) : one.name === name;
}

function exceptionsIn(decision: string): readonly Exception[] {
  const [, section = ''] = decision.split('## Exceptions of licences');
  return section.split('\n').flatMap((line) => {
    const [, name, licence, why] = /^\|\s*([^|]+?)\s*\|\s*([^|]+?)\s*\|\s*([^|]+?)\s*\|\s*$/.exec(line) ?? [];
    if (name === undefined || licence === undefined || why === undefined) return [];
    return name === 'package' || name.startsWith('-') ? [] : [{ name, licence }];
  });
}

if (import.meta.main) report(checkLicences);
