import { splitCells } from './csv-cells.ts';
import { recordSplitter } from './csv-records.ts';

/** In the order in which equals win: German Excel writes semicolons. */
const SEPARATORS = [';', '\t', '|', ','] as const;

/** What a sign must reach, or the file has one column. */
const ONE_COLUMN = 0.6;

/** The line with which Excel is told the separator: `sep=;`. */
const DECLARED = /^"?sep=(.)"?[ \t]*(\r\n|\n|\r)/i;

export interface Separator {
  readonly sign: string;
  /** Characters at the start of the text that declare it and are no row. */
  readonly declaration: number;
}

export function detectSeparator(head: string): Separator {
  const declared = DECLARED.exec(head);
  if (declared?.[1] !== undefined) return { sign: declared[1], declaration: declared[0].length };
  let best: { sign: string; score: number } = { sign: ';', score: ONE_COLUMN };
  for (const sign of SEPARATORS) {
    const score = rate(head, sign);
    if (score > best.score * 1.01) best = { sign, score };
  }
  return { sign: best.sign, declaration: 0 };
}

export function newlineOf(head: string): '\n' | '\r' {
  return !head.includes('\n') && head.includes('\r') ? '\r' : '\n';
}

/** How evenly the sign cuts the first records: the share of rows with the usual number of cells. */
function rate(head: string, sign: string): number {
  const splitter = recordSplitter(sign, newlineOf(head));
  const records = splitter.push(head.slice(0, 200_000));
  const counts = (records.length > 0 ? records : splitter.end())
    .filter(({ text }) => text.trim() !== '')
    .slice(0, 100)
    .map(({ text }) => splitCells(text, sign).length);
  const usual = mostFrequent(counts.filter((count) => count > 1));
  if (usual === null) return 0;
  const share = counts.filter((count) => count === usual).length / counts.length;
  return share * Math.sqrt(Math.min(usual, 30)) * (isProse(head, sign) ? (share === 1 ? 0.6 : 0.4) : 1);
}

/** A comma that a blank follows is mostly part of a sentence. */
function isProse(head: string, sign: string): boolean {
  if (sign !== ',') return false;
  const commas = head.slice(0, 50_000).match(/,.?/g) ?? [];
  return commas.filter((pair) => pair === ', ').length > commas.length / 2;
}

function mostFrequent(numbers: readonly number[]): number | null {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  let best: number | null = null;
  for (const [number, count] of times) if (best === null || count > (times.get(best) ?? 0)) best = number;
  return best;
}
