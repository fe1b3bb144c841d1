import { expect, test } from 'vitest';
import { csvLine, csvText, inventRows, ROW_HEADERS } from './index.ts';

test('rows are the same for the same seed and begin alike however many are asked for', () => {
  expect([...inventRows(7, 50)]).toEqual([...inventRows(7, 500)].slice(0, 50));
  expect([...inventRows(7, 5)]).not.toEqual([...inventRows(8, 5)]);
});

test('every row has all columns, a key of its own and addresses under .example', () => {
  const rows = [...inventRows(1, 2000)];
  expect(new Set(rows.map(([number]) => number)).size).toBe(2000);
  for (const row of rows) {
    expect(row).toHaveLength(ROW_HEADERS.length);
    expect(row[9]).toMatch(/^kontakt@[a-z0-9-]+\.example$/);
    expect(row[10]).toMatch(/^(https:\/\/www\.[a-z0-9-]+\.example\/)?$/);
  }
});

test('the names of 100,000 rows have more than 10,000 different words, and nothing piles up', () => {
  const words = new Set<string>();
  let seen = 0;
  let before = 0;
  for (const row of inventRows(1, 100_000)) {
    for (const word of row[1]?.split(' ') ?? []) words.add(word);
    if (++seen === 50_000) before = process.memoryUsage().heapUsed;
  }
  expect(words.size).toBeGreaterThan(10_000);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
});

test('a cell with the separator, a quote or a line break is quoted', () => {
  expect(csvLine(['a;b', 'sagt "ja"', 'zwei\nZeilen', 'c,d'], ';')).toBe('"a;b";"sagt ""ja""";"zwei\nZeilen";c,d\r\n');
  expect(csvText(['A', 'B'], [['1', '2']], ',')).toBe('A,B\r\n1,2\r\n');
});
