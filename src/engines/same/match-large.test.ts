import { expect, test } from 'vitest';
import { matchAll, matchLarge, type Item, type Progress } from './index.ts';

const WORDS = ['Linden', 'Birken', 'Ahorn', 'Tannen', 'Buchen', 'Eichen', 'Weiden', 'Kiefern', 'Ulmen', 'Eschen'];

function manyItems(count: number): Item[] {
  return Array.from({ length: count }, (_, at) => ({
    source: at % 3 === 0 ? 'b' : 'a',
    name: `${WORDS[at % 10]}${WORDS[Math.floor(at / 7) % 10]?.toLowerCase()}kreis ${WORDS[Math.floor(at / 11) % 10]}`,
    street: `${WORDS[Math.floor(at / 3) % 10]}weg ${at % 17}`,
    postcode: '01067',
  }));
}

test('however many threads compare, the result is that of one', async () => {
  const items = manyItems(250);
  const expected = plain(matchAll(items));
  const steps: Progress['step'][] = [];
  expect(plain(await matchLarge(items, { threads: 0, atOnce: 20 }))).toEqual(expected);
  expect(
    plain(await matchLarge(items, { threads: 2, atOnce: 20, onProgress: ({ step }) => steps.push(step) })),
  ).toEqual(expected);
  expect(new Set(steps)).toEqual(new Set(['read', 'find', 'score']));
});

test('a large comparison stops when it is told to', async () => {
  const stop = new AbortController();
  const running = matchLarge(manyItems(400), {
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('enough')),
  });
  await expect(running).rejects.toThrow('enough');
});

function plain({ pairs, clusters }: ReturnType<typeof matchAll>): unknown {
  return { pairs: pairs.map(({ a, b, p, outcome, reasons }) => ({ a, b, p, outcome, reasons })), clusters };
}
