import { calleeName, place, report, sources, walk } from './source.ts';
import type { Finding, SourceFile } from './source.ts';

/** Check 9: whoever opens a writing transaction in an area has called `demand(may…)` before. */
export function checkVerbs(root: string): Finding[] {
  return sources(root, ['src/areas/**/*.ts', 'src/areas/**/*.tsx']).flatMap(check);
}

function check(file: SourceFile): Finding[] {
  const writes: number[] = [];
  const demands: number[] = [];
  walk(file, {
    CallExpression(node) {
      if (calleeName(node) === 'demand') demands.push(node.start);
      if (calleeName(node) === 'write' && isDatabase(file.text, node.callee.start, node.callee.end))
        writes.push(node.start);
    },
  });
  const [first] = writes;
  if (first === undefined) return [];
  if (file.path.includes('/pages/')) {
    return [{ where: place(file, first), why: 'a page writes: only a verb may, so that its policy is asked' }];
  }
  if (demands.some((at) => at < first)) return [];
  return [{ where: place(file, first), why: 'a verb writes without demand(may…) before it' }];
}

/** `ctx.db.write` and `db.write`, not `stdout.write`. */
function isDatabase(text: string, start: number, end: number): boolean {
  return /(^|\.)\s*(db|database)\s*\.\s*write$/.test(text.slice(start, end));
}

if (import.meta.main) report(checkVerbs);
