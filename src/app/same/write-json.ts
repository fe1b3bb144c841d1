import { once } from 'node:events';
import type { Matched } from '../../engines/same/index.ts';
import type { Json } from '../../plain/json.ts';
import type { Terminal } from '../terminal.ts';
import type { Place } from './read-lists.ts';

/** A document of more parts than this is longer than a text may be in memory: it is written piece by piece. */
const AT_ONCE = 200_000;
const PIECE = 5_000;

/** One JSON document: records, pairs with their reasons, groups; every record by file and row. */
export async function writeJson(terminal: Terminal, places: readonly Place[], matched: Matched): Promise<void> {
  const placeOf = (at: number) => ({ file: places[at]?.file ?? '', row: places[at]?.row ?? 0 });
  const parts: readonly (readonly [string, number, (at: number) => Json])[] = [
    ['records', places.length, placeOf],
    ['pairs', matched.pairs.length, (at) => pairAt(matched, at, placeOf)],
    ['clusters', matched.clusters.length, (at) => (matched.clusters[at] ?? []).map(placeOf)],
  ];
  if (places.length + matched.pairs.length <= AT_ONCE) {
    terminal.json(
      Object.fromEntries(
        parts.map(([name, count, partAt]) => [name, Array.from({ length: count }, (_, at) => partAt(at))]),
      ),
    );
    return;
  }
  terminal.line('{');
  for (const [place, [name, count, partAt]] of parts.entries()) {
    terminal.line(`"${name}":[`);
    for (let from = 0; from < count; from += PIECE) {
      const to = Math.min(count, from + PIECE);
      const piece = Array.from({ length: to - from }, (_, at) => JSON.stringify(partAt(from + at)));
      terminal.line(`${piece.join(',')}${to < count ? ',' : ''}`);
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    }
    terminal.line(place < parts.length - 1 ? '],' : ']');
  }
  terminal.line('}');
}

function pairAt({ pairs }: Matched, at: number, placeOf: (at: number) => Json): Json {
  const pair = pairs[at];
  if (pair === undefined) return null;
  const { a, b, p, outcome, reasons } = pair;
  return { a: placeOf(a), b: placeOf(b), p, outcome, reasons: reasons.map((reason) => ({ ...reason })) };
}
