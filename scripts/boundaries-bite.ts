import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BITES } from './bites.ts';
import type { Bite } from './bites.ts';
import { root } from './bundle.ts';
import { CHECKS } from './checks.ts';
import type { CheckName } from './checks.ts';
import { save, show } from './steps.ts';
import type { Outcome } from './steps.ts';

const COPIED = [
  'src',
  'test',
  'bench',
  'scripts',
  'docs',
  'SECURITY.md',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.browser.json',
  'vitest.config.ts',
  'knip.json',
  '.oxlintrc.json',
  '.oxfmtrc.json',
  '.gitignore',
];

/**
 * Check 12: the rules bite. In a copy of the tree, every rule is broken once; the check that
 * guards it must say so, for that reason and no other. And the copy as it is must be green.
 */
const copy = mkdtempSync(join(tmpdir(), 'geflecht-bite-'));
const outcomes: Outcome[] = [];
try {
  for (const name of COPIED) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const name of new Set(BITES.map(({ by }) => by))) {
    const bites = BITES.filter(({ by }) => by === name);
    outcomes.push(...(await biteWith(name, bites)));
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
const red = outcomes.filter(({ isGreen }) => !isGreen);
show(red);
process.stdout.write(`${outcomes.length - red.length} of ${outcomes.length} rules bite and let the rest pass.\n`);
save(
  'boundaries-bite.json',
  outcomes.map(({ name, isGreen }) => ({ name, isGreen })),
);
if (red.length > 0) process.exitCode = 1;

/** Breaks all rules of one check at the same time, each in files of its own: one run instead of twenty. */
async function biteWith(name: CheckName, bites: readonly Bite[]): Promise<Outcome[]> {
  const unbroken = await CHECKS[name](copy);
  const before = new Set(lines(unbroken));
  const undo = bites.flatMap(({ files }) => Object.entries(files).map(([path, content]) => put(path, content)));
  const broken = await CHECKS[name](copy);
  for (const back of undo.reverse()) back();
  const news = lines(broken).filter((line) => !before.has(line));
  const verdicts = bites.map((bite) => judge(bite, news, broken));
  const strays = news.filter((line) => isFault(line) && !bites.some((bite) => isAbout(bite, line)));
  return [
    { ...unbroken, name: `unbroken: ${name}` },
    { ...broken, name: `only where broken: ${name}`, isGreen: strays.length === 0, output: strays.join('\n') },
    ...verdicts,
  ];
}

function judge(bite: Bite, news: readonly string[], { seconds }: Outcome): Outcome {
  const about = news.filter((line) => isAbout(bite, line));
  const others = about.filter((line) => !bite.says.test(line));
  const isGreen = about.length > 0 && others.length === 0;
  const output =
    about.length === 0 ? `Nobody noticed. Expected ${bite.says}` : `Noticed for another reason:\n${others.join('\n')}`;
  return { name: `${bite.by}: ${bite.rule}`, isGreen, seconds, output };
}

function isAbout(bite: Bite, line: string): boolean {
  return Object.keys(bite.files).some((path) => line.includes(path));
}

/** A line that names a file; the rest are headings and sums. */
function isFault(line: string): boolean {
  return /\.(ts|tsx|json)\b/.test(line);
}

function lines({ output }: Outcome): string[] {
  return output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Writes or appends, and returns how to take it back. */
function put(path: string, content: string): () => void {
  const file = join(copy, path);
  const old = existsSync(file) ? readFileSync(file, 'utf8') : null;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, (old ?? '') + content);
  return () => {
    if (old === null) rmSync(file);
    else writeFileSync(file, old);
  };
}
