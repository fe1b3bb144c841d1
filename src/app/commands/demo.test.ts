import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Json } from '../../plain/json.ts';
import { run } from '../terminal.ts';
import { demoCommand } from './demo.ts';

const said: Json[] = [];
const terminal = { line: () => undefined, json: (value: Json) => void said.push(value), note: () => undefined };

test('the lists of the invented county are written as files, a big one row by row', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'geflecht-demo-'));
  try {
    expect(await run(['demo', folder, '--scale', '2', '--json'], { demo: demoCommand }, terminal)).toBe(0);
    const names = [
      'vereine.csv',
      'einrichtungen.geojson',
      'adressbuch.csv',
      'wegweiser.xlsx',
      'angebote.csv',
      'angebote-naechster-monat.csv',
      'solidarisch.csv',
      'liste-2000.csv',
    ];
    expect(said).toEqual([{ files: names.map((name) => join(folder, name)) }]);
    const big = await readFile(join(folder, 'liste-2000.csv'), 'utf8');
    expect(big.trimEnd().split('\r\n')).toHaveLength(2001);
    expect((await readFile(join(folder, 'vereine.csv'))).includes(Buffer.from([0xfb]))).toBe(true);
    expect([...(await readFile(join(folder, 'solidarisch.csv'))).subarray(0, 2)]).toEqual([0xff, 0xfe]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a scale that is no number is a wrong call', async () => {
  expect(await run(['demo', 'x', '--scale', 'viel'], { demo: demoCommand }, terminal)).toBe(2);
});
