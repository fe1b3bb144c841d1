import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answersTo, ASKERS, QUESTIONS } from '../src/app/permissions.ts';
import { root as house } from './bundle.ts';
import { RAISED_RIGHTS } from './raised-rights.ts';
import { calleeName, sources, walk } from './source.ts';
import type { Finding, SourceFile } from './source.ts';

const FILE = 'docs/permissions.md';

/** The table of permissions is what the policies answer, and every verb that writes asks one that stands in it. */
export function checkPermissions(root: string): Finding[] {
  const files = sources(root);
  const known = new Set(QUESTIONS.map(({ area, verb }) => `${area}.${verb}`));
  const findings = verbsOf(files).flatMap(({ path, asks }) =>
    asks
      .filter((name) => !known.has(name))
      .map((name): Finding => ({ where: path, why: `asks may.${name}, which is not in src/app/permissions.ts` })),
  );
  const raising = raisersOf(files);
  for (const path of raising)
    if (!(path in RAISED_RIGHTS))
      findings.push({ where: path, why: 'raises its rights with asSystem: review it and say why in raised-rights.ts' });
  for (const path of Object.keys(RAISED_RIGHTS))
    if (!raising.includes(path)) findings.push({ where: path, why: 'is in raised-rights.ts, but raises no rights' });
  if (readOrEmpty(join(root, FILE)) !== write(files))
    findings.push({ where: FILE, why: 'is stale: node scripts/permissions.ts writes it anew' });
  return findings;
}

/** The whole document. */
function write(files: readonly SourceFile[]): string {
  const askers = Object.keys(ASKERS);
  const rows = QUESTIONS.map((question) => [
    `${question.area}.${question.verb}`,
    question.state,
    ...answersTo(question).map(([, isAllowed]) => (isAllowed ? 'yes' : '–')),
  ]);
  const verbs = verbsOf(files).map(({ path, asks }) => [`\`${path.replace('src/areas/', '')}\``, asks.join(', ')]);
  const raised = Object.entries(RAISED_RIGHTS).map(([path, why]) => [`\`${path.replace('src/', '')}\``, why]);
  return [
    '# Who may do what',
    'Written by `node scripts/permissions.ts` from the policies themselves (`may.ts` of each area). Do not edit.',
    '## What the policies answer',
    '`speaker` speaks for the organisation in question, `neighbour` for another one that is confirmed in the network. A policy that does not ask who is there belongs to a link or a code: whoever holds it.',
    table(['policy', 'state', ...askers], rows),
    '## Which policy each verb asks before it writes',
    table(['verb', 'asks'], verbs),
    '## Raised rights',
    'Where the program acts as itself inside the transaction of somebody, after the policy of the verb has said yes. Everything else is decided by row-level security for the one who acts.',
    table(['where', 'why'], raised),
    '',
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

interface Verb {
  readonly path: string;
  readonly asks: readonly string[];
}

/** Every file of an area that asks a policy, with what it asks: `demand(may.keepLists(actor))`. */
function verbsOf(files: readonly SourceFile[]): readonly Verb[] {
  return files.flatMap((file): Verb[] => {
    const area = /^src\/areas\/([^/]+)\//.exec(file.path)?.[1];
    if (area === undefined) return [];
    const asks = new Set<string>();
    walk(file, {
      CallExpression(node) {
        if (calleeName(node) !== 'demand') return;
        const text = file.text.slice(node.start, node.end);
        for (const [, verb] of text.matchAll(/\bmay\w*\.(\w+)\(/g)) asks.add(`${area}.${verb}`);
      },
    });
    return asks.size === 0 ? [] : [{ path: file.path, asks: [...asks].sort() }];
  });
}

function raisersOf(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => path !== 'src/platform/database/as-system.ts')
    .filter((file) => {
      let isRaising = false;
      walk(file, {
        CallExpression(node) {
          if (calleeName(node) === 'asSystem') isRaising = true;
        },
      });
      return isRaising;
    })
    .map(({ path }) => path);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

if (import.meta.main) {
  if (!process.argv.includes('--check')) writeFileSync(join(house, FILE), write(sources(house)));
  const findings = checkPermissions(house);
  for (const { where, why } of findings) process.stderr.write(`${where}  ${why}\n`);
  if (findings.length > 0) process.exitCode = 1;
}
