import { expect, test } from 'vitest';
import type { Matched, Pair } from '../../engines/same/index.ts';
import { writeJson } from './write-json.ts';

/** What is written, whether at once or in pieces. */
async function written(count: number): Promise<string> {
  const places = Array.from({ length: count }, (_, at) => ({ file: 'a "b".csv', row: at + 1 }));
  const pairs = Array.from({ length: count - 1 }, (_, at): Pair => ({
    a: at,
    b: at + 1,
    p: 0.5,
    outcome: 'place',
    reasons: [],
  }));
  const matched: Matched = { pairs, clusters: [[0, 1]] };
  const said: string[] = [];
  await writeJson(
    {
      line: (text) => void said.push(text),
      json: (value) => void said.push(JSON.stringify(value)),
      note: () => undefined,
    },
    places,
    matched,
  );
  return said.join('\n');
}

test.each([1, 3, 100_001, 105_000])('%i records are one JSON document, however long it is', async (count) => {
  const document: unknown = JSON.parse(await written(count));
  expect(document).toMatchObject({
    records: { length: count, 0: { file: 'a "b".csv', row: 1 } },
    pairs: { length: count - 1 },
    clusters: [[{ row: 1 }, count === 1 ? { row: 0 } : { row: 2 }]],
  });
});
