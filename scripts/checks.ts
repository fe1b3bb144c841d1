import { globSync } from 'node:fs';
import { checkAsvs } from './check-asvs.ts';
import { checkForbidden } from './check-forbidden.ts';
import { checkLicences } from './check-licences.ts';
import { checkTables } from './check-tables.ts';
import { checkVerbs } from './check-verbs.ts';
import { checkWords } from './check-words.ts';
import { checkPermissions } from './permissions.ts';
import type { Scan } from './source.ts';
import { command } from './steps.ts';
import type { Outcome } from './steps.ts';

export type Check = (root: string) => Promise<Outcome>;

/** The checks of the house by name; each prints one line per fault. Numbers: docs/decisions/005-checks.md. */
export const CHECKS = {
  types: (root) => command('types', ['tsc', '-p', '.', '--noEmit', '--pretty', 'false'], root),
  'types of islands': typesOfIslands,
  lint: (root) =>
    command(
      'lint',
      ['oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives', '-f', 'unix'],
      root,
    ),
  unused: (root) => command('unused', ['knip', '--no-progress', '--no-config-hints'], root),
  format: (root) => command('format', ['oxfmt', '--list-different'], root),
  words: (root) => scan('words', checkWords, root),
  tables: (root) => scan('tables', checkTables, root),
  verbs: (root) => scan('verbs', checkVerbs, root),
  permissions: (root) => scan('permissions', checkPermissions, root),
  'forbidden fields': (root) => scan('forbidden fields', checkForbidden, root),
  licences: (root) => scan('licences', checkLicences, root),
  asvs: (root) => scan('asvs', checkAsvs, root),
} as const satisfies Record<string, Check>;

export type CheckName = keyof typeof CHECKS;

/** Islands run in a browser, with other types around them; tsc refuses a project without files. */
async function typesOfIslands(root: string): Promise<Outcome> {
  const name = 'types of islands';
  if (globSync('src/**/browser/*.ts', { cwd: root }).length === 0)
    return { name, isGreen: true, seconds: 0, output: '' };
  return command(name, ['tsc', '-p', 'tsconfig.browser.json', '--noEmit', '--pretty', 'false'], root);
}

async function scan(name: string, work: Scan, root: string): Promise<Outcome> {
  const started = performance.now();
  let output = '';
  try {
    output = work(root)
      .map(({ where, why }) => `${where}  ${why}`)
      .join('\n');
  } catch (error) {
    output = String(error);
  }
  return { name, isGreen: output === '', seconds: (performance.now() - started) / 1000, output };
}
