import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST_TEXT, FOURTH_TEXT } from '../../../test/agreement.ts';
import { agreeOn, bring, confirmAll, placed } from '../../../test/agreed.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartners } from '../../../test/partners.ts';
import { signByAll } from '../../../test/signed.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import type { Database } from '../../platform/database/index.ts';
import { addDays } from '../../plain/time.ts';
import { addTalkingPoint } from './add-talking-point.ts';
import { answer } from './answer.ts';
import { AGREEMENT_PART, SHEETS_PART } from './part.ts';
import type { Verdict } from './proposal.ts';
import { propose } from './propose.ts';
import { reply } from './reply.ts';
import { settleTalkingPoint } from './settle-talking-point.ts';
import { findOpenChanges } from './store-change.ts';
import { findStanding } from './store.ts';
import { changesBetween } from './text.ts';
import { handSheetOver, writeSheet } from './write-sheet.ts';

const TODAY = '2026-11-21';
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
});
afterAll(() => database.close());

async function open() {
  const world = await tryPartners(database);
  const load = (part: typeof AGREEMENT_PART, own: string, today = TODAY) =>
    world.speaker(own).db.read(async (db) => {
      const view = { cooperation: world.cooperation, own, partners: [] };
      return (await part.load(db, [view], today))(view);
    });
  return {
    ...world,
    load,
    /** What waits for a partner, by the keys of the sentences. */
    waits: async (own: string, today = TODAY) => [
      ...(await load(SHEETS_PART, own, today)).open.map(({ text }) => text.key),
      ...(await load(AGREEMENT_PART, own, today)).open.map(({ text }) => text.key),
    ],
    end: () =>
      database.sql(
        "insert into closure (cooperation, day, kind, kept_until) values ($1, '2026-11-21', 'together', '2031-11-21')",
        [world.cooperation],
      ),
  };
}

test('what holds goes on while something newer is written and signed, and is no longer only an agreement to be', async () => {
  const world = await open();
  const { nujin, bildungswerk } = world;
  const agreement = await agreeOn(world, FOURTH_TEXT);
  const stage = async () => (await world.load(AGREEMENT_PART, nujin)).stage;
  expect(await stage()).toBe('agreement');
  await signByAll(world, agreement);
  expect(await stage()).toBe('running');
  const paragraphs = FOURTH_TEXT.paragraphs.filter(({ id }) => id !== 'goal-4');
  await bring(world, agreement, { ...FOURTH_TEXT, paragraphs });
  expect(await stage()).toBe('running');
  await confirmAll(world, agreement);
  expect(await stage()).toBe('running');
  expect(await world.waits(bildungswerk)).toContain('agreements.show.toSign');
});

test('on top stands what a partner is asked, until it has replied, and what was answered, until it does something', async () => {
  const world = await open();
  const { bildungswerk, nujin, speaker } = world;
  const agreement = await world.begin();
  await world.fillSheets();
  const { version } = await speaker(nujin).db.read((db) => findStanding(db, agreement));
  const wishes = changesBetween(version.text, placed(world, FIRST_TEXT))
    .filter(({ after }) => after?.origin === bildungswerk)
    .map((change) => ({ ...change, reason: '' }));
  await propose(speaker(bildungswerk), { agreement, partner: bildungswerk, wishes });
  expect(await world.waits(nujin)).toContain('agreements.show.toAnswer');
  const [first, second] = (await speaker(nujin).db.read((db) => findOpenChanges(db, agreement))).map(({ id }) => id);
  const say = (change: string | undefined, verdict: Verdict) =>
    answer(speaker(nujin), {
      agreement,
      partner: nujin,
      answers: [{ change: change ?? '', verdict, words: verdict === 'ask' ? 'Wie?' : '' }],
    });
  await say(first, 'ask');
  expect(await world.waits(bildungswerk)).toContain('agreements.show.toReply');
  expect(await world.waits(bildungswerk)).not.toContain('agreements.show.answered');
  await reply(speaker(bildungswerk), { agreement, partner: bildungswerk, change: first ?? '', words: 'So.' });
  expect(await world.waits(bildungswerk)).not.toContain('agreements.show.toReply');
  for (const verdict of ['decline', 'counter', 'accept'] as const) {
    const [next] = (await speaker(nujin).db.read((db) => findOpenChanges(db, agreement))).filter(
      ({ id, partner }) => id !== first && partner === bildungswerk,
    );
    await say(verdict === 'decline' ? second : next?.id, verdict);
    expect(await world.waits(bildungswerk)).toContain('agreements.show.answered');
    expect(await world.waits(bildungswerk, addDays(TODAY, 15))).not.toContain('agreements.show.answered');
    expect(await world.waits(nujin)).not.toContain('agreements.show.answered');
    await reply(speaker(bildungswerk), {
      agreement,
      partner: bildungswerk,
      change: first ?? '',
      words: 'Und noch etwas.',
    });
    expect(await world.waits(bildungswerk)).not.toContain('agreements.show.answered');
  }
});

test('opened sheets wait to be read: the first ones as a beginning, a later one for some days', async () => {
  const world = await open();
  const { cooperation, nujin, other, speaker } = world;
  expect(await world.waits(nujin)).toEqual(['agreements.sheet.pointer.write']);
  await world.fillSheets();
  expect(await world.waits(nujin)).toEqual(['agreements.sheet.pointer.begin']);
  await world.begin();
  expect((await world.load(SHEETS_PART, nujin)).open).toEqual([]);
  await world.join(cooperation, other);
  await database.sql("update sheet set opened_on = '2026-10-01' where cooperation = $1", [cooperation]);
  const entry = [{ words: 'Etwas.', firmness: 'open' as const }];
  const words = { expectations: entry, brings: entry, limits: [] };
  await writeSheet(speaker(other), { cooperation, organisation: other, words });
  await handSheetOver(speaker(other), { cooperation, organisation: other });
  const waits = async (today: string) => (await world.load(SHEETS_PART, nujin, today)).open.map(({ text }) => text.key);
  expect(await waits(TODAY)).toEqual(['agreements.sheet.pointer.open']);
  expect(await waits(addDays(TODAY, 15))).toEqual([]);
});

test('a talking point that is open comes up again until it is settled, for whoever has handed its own sheet over', async () => {
  const world = await open();
  const { cooperation, bildungswerk, nujin, other, speaker } = world;
  await world.fillSheets();
  const add = (words: string) => addTalkingPoint(speaker(nujin), { cooperation, partner: nujin, words, refers: [] });
  const points = [await add('Abends oder sonntags?'), await add('Wer druckt?')];
  const talk = async (own: string) =>
    [...(await world.load(SHEETS_PART, own)).open, ...(await world.load(AGREEMENT_PART, own)).open].filter(
      ({ text }) => text.key === 'agreements.show.toTalk',
    );
  const waits = (count: number) => [
    { text: { key: 'agreements.show.toTalk', values: { count } }, href: `/kooperationen/${cooperation}/bogen#points` },
  ];
  expect(await talk(bildungswerk)).toEqual(waits(2));
  await agreeOn(world, FOURTH_TEXT);
  await world.join(cooperation, other);
  expect(await talk(bildungswerk)).toEqual(waits(2));
  expect(await world.waits(bildungswerk)).toContain('agreements.show.toSign');
  expect(await talk(other)).toEqual([]);
  const settle = (point: string, state: 'agreed' | 'differ' | 'open') =>
    settleTalkingPoint(speaker(bildungswerk), { cooperation, partner: bildungswerk, point, state });
  await settle(points[0] ?? '', 'differ');
  expect(await talk(nujin)).toEqual(waits(1));
  await settle(points[1] ?? '', 'agreed');
  expect(await talk(nujin)).toEqual([]);
  await settle(points[1] ?? '', 'open');
  expect(await talk(nujin)).toEqual(waits(1));
});

test('after the end nothing waits, and everything is still there to read', async () => {
  const world = await open();
  const { nujin } = world;
  const agreement = await world.begin();
  await bring(world, agreement, FOURTH_TEXT);
  await world.fillSheets();
  expect(await world.waits(nujin)).not.toEqual([]);
  await world.end();
  expect(await world.waits(nujin)).toEqual([]);
  expect((await world.load(AGREEMENT_PART, nujin)).links).toHaveLength(1);
  expect((await world.load(SHEETS_PART, nujin)).links).toHaveLength(1);
});
