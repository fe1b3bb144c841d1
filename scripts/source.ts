import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import type { CallExpression, Comment, Node, Program, VisitorObject } from 'oxc-parser';

/** One thing that a scan does not accept: where (`src/areas/lists/read.ts:12`) and why. */
export interface Finding {
  readonly where: string;
  readonly why: string;
}

/** A scan reads the tree below `root` and lists what it does not accept. */
export type Scan = (root: string) => Finding[];

/** A parsed TypeScript file. `path` is relative to the root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
}

/** Paths below the root that match, sorted, with `/`. */
export function list(root: string, patterns: readonly string[]): string[] {
  return globSync([...patterns], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** All parsed source files below `src` that match, without tests. */
export function sources(root: string, patterns: readonly string[] = ['src/**/*.ts', 'src/**/*.tsx']): SourceFile[] {
  return list(root, patterns)
    .filter((path) => !isTest(path))
    .map((path) => parse(root, path));
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

function parse(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const { program, comments, errors } = parseSync(path, text);
  const [first] = errors;
  if (first !== undefined) throw new Error(`${path}: ${first.message}`);
  return { path, text, program, comments };
}

export function walk(file: SourceFile, visitor: VisitorObject): void {
  new Visitor(visitor).visit(file.program);
}

/** `src/areas/lists/read.ts:12` */
export function place(file: SourceFile, start: number): string {
  return `${file.path}:${file.text.slice(0, start).split('\n').length}`;
}

/** The name that is called: `say` in `say(…)` and in `words.say(…)`. */
export function calleeName(call: CallExpression): string | null {
  if (call.callee.type === 'Identifier') return call.callee.name;
  if (call.callee.type !== 'MemberExpression' || call.callee.computed) return null;
  return call.callee.property.type === 'Identifier' ? call.callee.property.name : null;
}

/** The strings an expression can be, as far as the text tells; `prefix` for a template's fixed beginning. */
export function stringsOf(node: Node): { text: string; start: number; isPrefix: boolean }[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ text: node.value, start: node.start, isPrefix: false }] : [];
    case 'TemplateLiteral':
      return [{ text: node.quasis[0]?.value.cooked ?? '', start: node.start, isPrefix: node.expressions.length > 0 }];
    case 'ConditionalExpression':
      return [...stringsOf(node.consequent), ...stringsOf(node.alternate)];
    case 'LogicalExpression':
      return [...stringsOf(node.left), ...stringsOf(node.right)];
    case 'ParenthesizedExpression':
    case 'TSSatisfiesExpression':
    case 'TSAsExpression':
      return stringsOf(node.expression);
    case 'ArrayExpression':
      return node.elements.flatMap((element) => (element === null ? [] : stringsOf(element)));
    default:
      return [];
  }
}

/** The folder that owns a file: `src/areas/lists`, `src/engines/seek`, `src/platform`. */
export function ownerOf(path: string): string {
  const depth = /^src\/(areas|engines)\//.test(path) ? 3 : 2;
  return path.split('/').slice(0, depth).join('/');
}

/** Runs a scan from the command line: findings on stderr, exit code 1 if there are any. */
export function report(scan: Scan): void {
  const findings = scan(process.cwd());
  for (const { where, why } of findings) process.stderr.write(`${where}  ${why}\n`);
  if (findings.length > 0) process.exitCode = 1;
}
