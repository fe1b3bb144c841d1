import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bringIn,
  closeListPages,
  DESCRIPTION,
  listOf,
  openListPages,
  page,
  post,
  work,
} from '../../../../test/list-pages.ts';
import { MERGING } from '../../../app/merging.ts';
import { createEvents } from '../../../platform/events.ts';
import { SILENT } from '../../../platform/log/index.ts';
import { loadWords } from '../../../platform/words/index.ts';
import { findJudgements, judge, type MergeContext } from '../../duplicates/index.ts';

beforeAll(openListPages, 60_000);
afterAll(closeListPages);

async function taken(title: string, ...names: readonly string[]) {
  const rows = names.map((name) => `${name};Chemnitz\n`).join('');
  const address = await bringIn(`Name;Ort\n${rows}`, { ...DESCRIPTION, title });
  await post(`${address}/uebernahme`, new FormData());
  const html = await page(`/listen/${await listOf(address)}`);
  const links = [...html.matchAll(/href="\/organisationen\/([^"]+)"[^>]*>(.*?)<\/a>/gs)];
  const byName = new Map(links.map(([, id = '', text = '']) => [text.replaceAll(/<[^>]+>/g, '').trim(), id]));
  return { address, subjects: names.map((name) => byName.get(name) ?? '') };
}

test('before an import is taken back it is said how many judgements go with it, and so many do', async () => {
  const ctx: MergeContext = { ...work, ...MERGING, words: loadWords('src').in('de'), events: createEvents(SILENT) };
  const count = async () => (await work.db.read((db) => findJudgements(db))).length;
  const one = await taken('Eins', 'Brücke', 'Treff', 'Hof');
  const other = await taken('Zwei', 'Brücke e. V.', 'Treffpunkt', 'Garten');
  const [a = '', b = '', c = ''] = one.subjects;
  const [x = '', y = '', z = ''] = other.subjects;
  expect(await page(`${other.address}/zuruecknehmen`)).not.toContain('Ist das dasselbe');
  await judge(ctx, { a, b: x, outcome: 'same' });
  await judge(ctx, { a: b, b: y, outcome: 'place' });
  await judge(ctx, { a: y, b: z, outcome: 'different' });
  await judge(ctx, { a: b, b: c, outcome: 'different' });
  expect(await page(`${other.address}/zuruecknehmen`)).toContain(
    'Dabei gehen 2 Entscheidungen aus „Ist das dasselbe?“ verloren',
  );
  expect(await count()).toBe(4);
  await post(`${other.address}/zuruecknehmen`, new FormData());
  expect(await page(`${other.address}/uebernahme`)).toContain('zurückgenommen');
  expect(await count()).toBe(2);
});
