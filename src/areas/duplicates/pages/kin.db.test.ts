import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSameDesk, type SameDesk } from '../../../../test/same-desk.ts';
import { protectSubject, unprotectSubject } from '../../claims/index.ts';
import { judge } from '../judge.ts';

let desk: SameDesk;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  desk = await openSameDesk();
  await desk.takeOver(
    await desk.list(),
    'Nr;Name;Straße;PLZ;Ort\n1;Frauenverein Nûjîn;Löwenplatz 3;09111;Chemnitz\n2;Chor Harmonie;Löwenplatz 3;09111;Chemnitz\n',
  );
  const { rows } = await desk.database.sql('select key, subject from list_row where until is null');
  ids = new Map(rows.map(({ key, subject }) => [String(key).slice(-1), String(subject)]));
}, 120_000);
afterAll(() => desk.close());

test('who is protected is not found by whoever is in the same house, nor by what belongs to it', async () => {
  const [nujin = '', choir = ''] = [ids.get('1'), ids.get('2')];
  const page = async (of: string) => (await desk.get(`/organisationen/${of}`, null)).text;
  for (const [outcome, told] of [
    ['place', 'Im selben Haus'],
    ['part', 'Gehört zu'],
  ] as const) {
    await judge(desk.ctx, { a: nujin, b: choir, outcome, part: nujin });
    expect(await page(nujin)).toContain(told);
    expect(await page(choir)).toContain('Gehört zusammen');
    await desk.ctx.db.write((tx) => protectSubject(tx, desk.ctx.register, nujin, desk.clock.now()));
    expect(await page(nujin)).toContain('Frauenverein');
    for (const of of [nujin, choir]) expect(await page(of)).not.toContain('Gehört zusammen');
    await desk.ctx.db.write((tx) => unprotectSubject(tx, desk.ctx.register, nujin, desk.clock.now()));
    expect(await page(nujin)).toContain(told);
  }
});
