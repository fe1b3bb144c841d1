import { afterEach, beforeEach, expect, test } from 'vitest';
import { alikeOf } from '../../app/duplicates.ts';
import { advance } from '../lists/index.ts';
import { findPairs } from './find-pairs.ts';
import { judge } from './judge.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import { NotAllowedError } from '../../platform/errors.ts';
import { openSameDesk, type SameDesk } from '../../../test/same-desk.ts';
import { switchUnasked } from './switch-unasked.ts';
import { takeBackJudgement } from './take-back-judgement.ts';

let desk: SameDesk;
beforeEach(async () => {
  desk = await openSameDesk();
}, 120_000);
afterEach(() => desk.close());

const HEAD = 'Nr;Name;Ort;Telefon;E-Mail\n';
const ONE = `${HEAD}1;Frauenverein Nûjîn e. V.;Chemnitz;0371 1234560;post@nujin.example\n`;
const OTHER = `${HEAD}7;Frauenverein Nujin;Chemnitz;0371/1234560;post@nujin.example\n`;

async function pairs() {
  const { rows } = await desk.database.sql('select a, b, p, outcome, reasons, scope from pair_asked order by a, b');
  return rows;
}

async function twoLists() {
  await desk.takeOver(await desk.list(), ONE);
  await desk.takeOver(await desk.list(), OTHER);
  const [found] = await pairs();
  return { a: String(found?.['a']), b: String(found?.['b']) };
}

const merges = async () => (await desk.database.sql('select id from merge')).rows.length;

/** Puts a veil over an entry, or takes it away. */
const lay = (veil: 'protected_at' | 'withdrawn_at', subject: string, at: Date | null = desk.clock.now()) =>
  desk.database.as(system('test')).write((tx) =>
    tx
      .updateTable('subject')
      .set({ [veil]: at })
      .where('id', '=', subject)
      .execute(),
  );

test('a round finds the same whenever it goes, and keeps nothing of what is written', async () => {
  await twoLists();
  const first = await pairs();
  await desk.search();
  expect(await pairs()).toEqual(first);
  expect(first.length).toBe(1);
  expect(JSON.stringify(first)).not.toMatch(/nujin|1234560|Chemnitz/i);
});

test('what is protected, or does not want to be shown, is compared with nothing', async () => {
  const { a } = await twoLists();
  for (const veil of ['protected_at', 'withdrawn_at'] as const) {
    await lay(veil, a);
    expect(await desk.search()).toBe(0);
    await lay(veil, a, null);
    expect(await desk.search()).toBe(1);
  }
});

test('strangers learn of a pair only while everybody sees both', async () => {
  const { a, b } = await twoLists();
  const seen = () => desk.database.as(STRANGER).read((db) => alikeOf(db, [a]));
  expect(await seen()).toEqual(new Map([[a, [b]]]));
  await lay('protected_at', b);
  expect(await seen()).toEqual(new Map());
  await lay('protected_at', b, null);
  await desk.database.sql("update organisation set scope = 'network' where subject = $1", [b]);
  expect(await desk.search()).toBe(1);
  expect(await seen()).toEqual(new Map());
});

test('what somebody has judged looks alike no longer', async () => {
  const { a } = await twoLists();
  await desk.answer('different');
  expect(await desk.database.as(STRANGER).read((db) => alikeOf(db, [a]))).toEqual(new Map());
});

test('what counts as one by a third looks alike no longer, nor what was told apart from what it counts as', async () => {
  const row = (name: string) => `${HEAD}1;${name};Chemnitz;0371 1234560;post@nujin.example\n`;
  for (const name of ['Frauenverein Nujin', 'Frauenverein Nûjîn', 'Frauenverein Nujin e. V.', 'Frauenverein Nûjîn eV'])
    await desk.takeOver(await desk.list(), row(name));
  const { rows } = await desk.database.sql('select a, b from pair_asked');
  const [w = '', x = '', y = '', z = ''] = [...new Set(rows.flatMap(({ a, b }) => [String(a), String(b)]))].toSorted();
  const alike = async () =>
    [...(await desk.ctx.db.read((db) => alikeOf(db, [w, x, y, z])))].flatMap(([one, others]) =>
      others.map((other) => [one, other].toSorted().join(' ')),
    );
  expect(new Set(await alike()).size).toBe(6);
  const { judgement } = await judge(desk.ctx, { a: w, b: x, outcome: 'same', head: w });
  await judge(desk.ctx, { a: w, b: y, outcome: 'same', head: w });
  expect(await alike()).not.toContain(`${x} ${y}`);
  await judge(desk.ctx, { a: w, b: z, outcome: 'different' });
  expect(await alike()).toEqual([]);
  await takeBackJudgement(desk.ctx, { judgement });
  expect(new Set(await alike())).toEqual(new Set([`${w} ${x}`, `${x} ${y}`, `${x} ${z}`]));
});

test('only the program goes round', async () => {
  await expect(findPairs({ ...desk.ctx, actor: STRANGER })).rejects.toThrow(NotAllowedError);
});

test('what was told apart is not merged unasked, also when the one comes back by another row', async () => {
  const row = (nr: number, name: string) => `${HEAD}${nr};${name};Chemnitz;0371 1234560;post@nujin.example\n`;
  const renumbered = await desk.list();
  await desk.takeOver(await desk.list(), row(1, 'Frauenverein Nujin e. V.'));
  await desk.takeOver(renumbered, row(1, 'Frauenverein Nujin eV'));
  await desk.answer('different');
  await switchUnasked(desk.ctx, { isOn: true });
  await desk.takeOver(renumbered, row(9, 'Frauenverein Nujin eV'));
  expect((await pairs()).map(({ p }) => Number(p) >= 0.995)).toEqual([true, true, true]);
  expect(await merges()).toBe(0);
  expect(await desk.asked()).not.toBeNull();
});

test('offers at the same times are merged unasked; where the times only meet, somebody is asked', async () => {
  const offer = (times: string) =>
    `Angebot;Träger;Ort;Telefon;E-Mail;Wann\nSprachcafé Regenbogen;Frauenverein Nujin;Chemnitz;0371 1234560;cafe@nujin.example;${times}\n`;
  await switchUnasked(desk.ctx, { isOn: true });
  await desk.takeOver(await desk.list(), offer('Di 16-18 Uhr'));
  await desk.takeOver(await desk.list(), offer('Di 16-18 Uhr, Do 10-12 Uhr'));
  expect((await pairs()).map(({ p }) => Number(p) >= 0.995)).toEqual([true]);
  expect(await merges()).toBe(0);
  await desk.takeOver(await desk.list(), offer('Di 16-18 Uhr'));
  expect(await merges()).toBe(1);
});

test('of three that are one by two merges the third pair is not judged by the program', async () => {
  await switchUnasked(desk.ctx, { isOn: true });
  const row = (name: string) => `${HEAD}1;${name};Chemnitz;0371 1234560;post@nujin.example\n`;
  const lists = [await desk.list(), await desk.list(), await desk.list()];
  for (const list of lists)
    await advance(desk.work, (await desk.bring(list, row('Frauenverein Nujin e. V.'))).id, 'take');
  expect(await desk.search()).toBe(3);
  const judged = await desk.database.sql('select merge from judgement');
  expect([await merges(), judged.rows.map(({ merge }) => merge !== null)]).toEqual([2, [true, true]]);
});
