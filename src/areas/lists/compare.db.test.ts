import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerSums } from '../../../test/register-sums.ts';
import { advance } from './advance.ts';
import { answerQuestions, chooseColumns } from './choose-columns.ts';
import { compare } from './compare.ts';
import { manyRows } from '../../../test/broken-off.ts';
import { openDesk, type ImportDesk } from '../../../test/import-desk.ts';
import { findRenamedAsked } from './store-renamed.ts';
import { findQuestions } from './store-rows.ts';
import { take } from './take.ts';
import { OvertakenError } from './turn.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.close());

const keys = (row: { readonly notes: readonly { readonly key: string }[] } | undefined) =>
  row?.notes.map(({ key }) => key) ?? [];

test('postcodes without their zero and with one too many are put right, and that is said', async () => {
  const list = await desk.list();
  const { id } = await desk.bring(list, 'Name;PLZ;Ort\nBrücke;9116;Chemnitz\nTreff;002625;Bautzen\n');
  const rows = await desk.rows(id);
  const places = rows.map(({ facts }) => facts.find(({ field }) => field === 'place')?.value);
  expect(places).toMatchObject([
    { name: 'Chemnitz', postcode: '09116' },
    { name: 'Bautzen', postcode: '02625' },
  ]);
  expect(rows.map(keys)).toEqual([['places.correction.lostZero'], ['places.correction.extraZero']]);
});

test('a row that stands twice in a file counts once; two rows under one key cannot both be meant', async () => {
  const list = await desk.list();
  const twice = await desk.bring(list, 'Name;Ort\nBrücke;Chemnitz\nBrücke;Chemnitz\n');
  expect(twice.counts).toMatchObject({ rows: 2, new: 1, unchanged: 1 });
  expect(keys((await desk.rows(twice.id))[1])).toEqual(['lists.row.doubled']);
  const keyed = await desk.bring(list, 'Nr;Name;Ort\n1;Brücke;Chemnitz\n1;Treff;Chemnitz\n', 'Nr');
  expect(keyed.counts).toMatchObject({ rows: 2, new: 1, refused: 1 });
  expect(keys((await desk.rows(keyed.id))[1])).toEqual(['lists.row.keyTaken']);
});

test('rows of one name and place that say different things stay two, and the same two at the next time', async () => {
  const list = await desk.list();
  const csv = 'Name;Ort;Telefon\nBrücke;Chemnitz;0371 111111\nBrücke;Chemnitz;0371 222222\n';
  const first = await desk.bring(list, csv);
  expect(first.counts).toMatchObject({ new: 2 });
  await take(desk.work, first.id);
  expect((await desk.bring(list, csv)).counts).toMatchObject({ unchanged: 2, vanished: 0 });
});

test('the same file again changes nothing, and a changed one says only what is different', async () => {
  const list = await desk.list();
  const csv = 'Nr;Name;Ort;Telefon\n1;Brücke;Chemnitz;0371 123456\n2;Treff;Chemnitz;0371 222222\n';
  await take(desk.work, (await desk.bring(list, csv, 'Nr')).id);
  const before = await registerSums(desk.work.db);
  const same = await desk.bring(list, csv, 'Nr');
  expect(same.counts).toMatchObject({ rows: 2, new: 0, changed: 0, unchanged: 2, vanished: 0 });
  await take(desk.work, same.id);
  const { source: _a, revision: _b, ...after } = await registerSums(desk.work.db);
  expect(before).toMatchObject(after);

  const other = await desk.bring(list, csv.replace('123456', '654321'), 'Nr');
  expect(other.counts).toMatchObject({ changed: 1, unchanged: 1 });
  const [row] = await desk.rows(other.id);
  expect(row).toMatchObject({ outcome: 'changed', changes: [{ field: 'phone' }], facts: [{ field: 'phone' }] });
  expect(row?.ends).toHaveLength(1);
});

test('a person in the contact column stays inside, and that is said', async () => {
  const list = await desk.list();
  const { id } = await desk.bring(list, 'Name;Ort;Ansprechpartner\nBrücke;Chemnitz;Frau Sabine Müller\n');
  expect(keys((await desk.rows(id))[0])).toContain('lists.row.personKeptInside');
  await take(desk.work, id);
  expect(JSON.stringify(await desk.said(list))).toContain('Sabine');
  const public_ = JSON.stringify(await desk.said(list, 'stranger'));
  expect(public_).toContain('Brücke');
  expect(public_).not.toContain('Sabine');
});

test('an ambiguous place is asked; with the answer the row is compared anew, and the list remembers it', async () => {
  const list = await desk.list();
  const csv = 'Name;Ort\nTreff;Neustadt\nBrücke;Chemnitz\n';
  const { id, counts } = await desk.bring(list, csv);
  expect(counts).toMatchObject({ new: 1, unclear: 1 });
  const [question] = await desk.work.db.read((db) => findQuestions(db, id));
  expect(question).toMatchObject({ place: 'Neustadt', rows: 1 });
  const chosen = question?.choices[0] ?? '';
  await answerQuestions(desk.ctx, id, new Map([['Neustadt', chosen]]));
  await advance(desk.work, id, 'compare');
  expect((await desk.look(id)).counts).toMatchObject({ new: 2, unclear: 0 });
  expect((await desk.rows(id))[0]?.facts.find(({ field }) => field === 'place')?.value).toMatchObject({
    place: chosen,
  });
  await take(desk.work, id);
  expect((await desk.bring(list, csv)).counts).toMatchObject({ unchanged: 2, unclear: 0 });
});

test('comparing that breaks off in the middle begins anew and counts every row once', async () => {
  const list = await desk.list();
  const id = await desk.lay(list, MANY);
  await expect(compare({ ...desk.work, progress: breakOff }, id)).rejects.toThrow('broken off');
  expect(await desk.look(id)).toMatchObject({ state: 'comparing', trouble: null });
  await advance(desk.work, id, 'compare');
  expect(await desk.look(id)).toMatchObject({ state: 'compared', counts: { rows: 900, new: 900 } });
  expect(await desk.rows(id)).toHaveLength(900);
});

test('of two that compare the same file at once the later one goes on', async () => {
  const list = await desk.list();
  const id = await desk.lay(list, MANY);
  const [one, two] = await Promise.allSettled([compare(desk.work, id), compare(desk.work, id)]);
  const lost = [one, two].filter(({ status }) => status === 'rejected');
  expect(lost).toMatchObject([{ reason: expect.any(OvertakenError) }]);
  expect(await desk.look(id)).toMatchObject({ state: 'compared', counts: { rows: 900, new: 900 } });
  expect(await desk.rows(id)).toHaveLength(900);
});

test('columns that are chosen anew while the file is compared are compared anew', async () => {
  const list = await desk.list();
  const id = await desk.lay(list, MANY);
  const { mapping, choices } = await desk.look(id);
  if (mapping === null) throw new Error('no mapping');
  let isAsked = false;
  const choose = desk.ctx.db;
  const work = {
    ...desk.work,
    db: {
      ...choose,
      write: async (step: Parameters<typeof choose.write>[0]) => {
        const result = await choose.write(step);
        if (!isAsked && (await desk.look(id)).done > 0) {
          isAsked = true;
          await chooseColumns(desk.ctx, id, { ...mapping, columns: { ...mapping.columns, Telefon: null } }, choices);
        }
        return result;
      },
    },
  } as typeof desk.work;
  await advance(work, id, 'compare');
  expect(await desk.look(id)).toMatchObject({ state: 'compared', asked: null, counts: { rows: 900, new: 900 } });
  expect((await desk.rows(id)).flatMap(({ facts }) => facts).some(({ field }) => field === 'phone')).toBe(false);
});

const MANY = manyRows(900);

function breakOff(): void {
  throw new Error('broken off');
}

test('in a list without a key a row by a new name is asked, and goes on as what it was', async () => {
  const list = await desk.list();
  const file = (name: string) =>
    `Name;Ort;Telefon;E-Mail\n${name};Chemnitz;0371 1234560;post@nujin.example\nTreff Sonnenberg;Chemnitz;0371 999;treff@sonnenberg.example\n`;
  await take(desk.work, (await desk.bring(list, file('Frauenverein Nujin'))).id);
  const [before] = await desk.rows((await desk.bring(list, file('Frauenverein Nujin'))).id);
  const { id, counts } = await desk.bring(list, file('Frauenverein Nujin (Verein)'));
  expect(counts).toMatchObject({ unclear: 1, new: 0, vanished: 0, unchanged: 1 });
  const [asked] = await desk.work.db.read((db) => findRenamedAsked(db, id, 10));
  expect(asked).toMatchObject({ name: 'Frauenverein Nujin (Verein)', subject: before?.subject });
  await answerQuestions(desk.ctx, id, new Map([[asked?.key ?? '', asked?.was ?? '']]));
  await advance(desk.work, id, 'compare');
  expect((await desk.look(id)).counts).toMatchObject({ unclear: 0, changed: 1, new: 0, vanished: 0 });
  await take(desk.work, id);
  const again = await desk.bring(list, file('Frauenverein Nujin (Verein)'));
  expect(again.counts).toMatchObject({ unchanged: 2, unclear: 0, vanished: 0 });
  expect((await desk.rows(again.id))[0]?.subject).toBe(before?.subject);
});

test('a row that is not another by a new name is new, and the other is gone; nobody is asked twice', async () => {
  const list = await desk.list();
  const file = (name: string) => `Name;Ort;Telefon\n${name};Chemnitz;0371 1234561\n`;
  await take(desk.work, (await desk.bring(list, file('Frauenverein Zilan'))).id);
  const { id } = await desk.bring(list, file('Frauenverein Zilan (Verein)'));
  const [asked] = await desk.work.db.read((db) => findRenamedAsked(db, id, 10));
  expect(asked?.name).toBe('Frauenverein Zilan (Verein)');
  await answerQuestions(desk.ctx, id, new Map([[asked?.key ?? '', '']]));
  await advance(desk.work, id, 'compare');
  expect((await desk.look(id)).counts).toMatchObject({ unclear: 0, new: 1, vanished: 1 });
});

test('a row that waits for an answer leaves the row that it may have been as it was', async () => {
  const list = await desk.list();
  const file = (name: string) => `Name;Ort;Telefon\n${name};Chemnitz;0371 1234562\n`;
  await take(desk.work, (await desk.bring(list, file('Frauenverein Berivan'))).id);
  await take(desk.work, (await desk.bring(list, file('Frauenverein Berivan (Verein)'))).id);
  expect((await desk.bring(list, file('Frauenverein Berivan'))).counts).toMatchObject({ unchanged: 1, vanished: 0 });
});

test('in a list with a key of its own a new key is a new row, by whatever name', async () => {
  const list = await desk.list();
  const file = (row: string) => `Nr;Name;Ort;Telefon\n${row};Chemnitz;0371 1234563\n`;
  await take(desk.work, (await desk.bring(list, file('1;Frauenverein Rojda'), 'Nr')).id);
  const { counts } = await desk.bring(list, file('2;Frauenverein Rojda (Verein)'), 'Nr');
  expect(counts).toMatchObject({ unclear: 0, new: 1, vanished: 1 });
});

test('two that have nothing in common but the place are not asked about', async () => {
  const list = await desk.list();
  await take(desk.work, (await desk.bring(list, 'Name;Ort;Telefon\nGarten der Kulturen;Chemnitz;0371 555\n')).id);
  const { counts } = await desk.bring(list, 'Name;Ort;Telefon\nRadwerkstatt Nord;Chemnitz;0371 777\n');
  expect(counts).toMatchObject({ unclear: 0, new: 1, vanished: 1 });
});
