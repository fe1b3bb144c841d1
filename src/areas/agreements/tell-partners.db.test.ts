import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FOURTH_TEXT } from '../../../test/agreement.ts';
import { agreeOn, bring, placed } from '../../../test/agreed.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartners } from '../../../test/partners.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import type { Database } from '../../platform/database/index.ts';
import { textOf } from '../../platform/mail/index.ts';
import { loadWords } from '../../platform/words/index.ts';
import { system } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { addDays } from '../../plain/time.ts';
import { answer } from './answer.ts';
import { confirmAll } from './confirm-all.ts';
import { hashOfParagraph } from './paragraph.ts';
import { propose } from './propose.ts';
import { reply } from './reply.ts';
import { sign } from './sign.ts';
import { findOpenChanges } from './store-change.ts';
import { sweepTold } from './store-told.ts';
import { findStanding } from './store.ts';
import { takeConfirmationBack } from './take-confirmation-back.ts';
import { tellPartners, type FindMailboxes, type Post } from './tell-partners.ts';
import { changesBetween, paragraphsOf } from './text.ts';
import { handSheetOver, writeSheet } from './write-sheet.ts';

const DAY = '2026-11-21';
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
});
afterAll(() => database.close());

/** Every organisation has a mailbox of its own. */
const mailboxes: FindMailboxes = (_tx, organisation) =>
  Promise.resolve([{ mail: `${organisation}@example.org`, language: 'de' }]);

const office = loadWords('src');
const post: Post = { findMailboxes: mailboxes, wordsIn: (code) => office.in(code) };

/** Whoever was written to since the last time this was asked, in the order of the names. */
async function told(names: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const { rows } = await database.sql('select receiver from mail order by 1');
  await database.sql('delete from mail');
  return rows.map(({ receiver }) => names[String(receiver).split('@')[0] ?? ''] ?? String(receiver));
}

async function open() {
  const world = await tryPartners(database);
  const names = { [world.nujin]: 'nujin', [world.bildungswerk]: 'bildungswerk', [world.other]: 'other' };
  await told();
  return {
    ...world,
    told: () => told(names),
    /** From here on it is as if nobody had been told today. */
    nextDay: () => database.sql('delete from partner_told'),
  };
}

test('each hears at most once a day of a cooperation, and nobody of what it did itself', async () => {
  const world = await tryPartners(database);
  const deed = fc.record({ by: fc.constantFrom(0, 1, 2), pause: fc.constantFrom(0, 0, 0, 1) });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
      const cooperation = await world.cooperate();
      await world.join(cooperation, world.other);
      const three = [world.bildungswerk, world.nujin, world.other];
      await told();
      const expected = new Set<string>();
      let day = DAY;
      for (const { by, pause } of deeds) {
        day = addDays(day, pause);
        const who = three[by] ?? '';
        for (const other of three) if (other !== who) expected.add(`${other} ${day}`);
        const at = new Date(`${day}T12:00:00Z`);
        await world.speaker(who).db.write((tx) => tellPartners(tx, { cooperation, by: who }, { post, at }));
      }
      const { rows } = await database.sql('select receiver, written_at from mail');
      const mails = rows.map(
        ({ receiver, written_at }) =>
          `${String(receiver).split('@')[0]} ${new Date(String(written_at)).toISOString().slice(0, 10)}`,
      );
      expect(mails.toSorted()).toEqual([...expected].toSorted());
    }),
    { numRuns: 15 },
  );
});

test('two who do something at the same moment tell the third once', async () => {
  const world = await open();
  await world.join(world.cooperation, world.other);
  const { cooperation } = world;
  const telling = { post, at: world.clock.now() };
  const tell = (by: string) => world.speaker(by).db.write((tx) => tellPartners(tx, { cooperation, by }, telling));
  await Promise.all([world.bildungswerk, world.nujin, world.bildungswerk, world.nujin].map(tell));
  expect(await world.told()).toEqual(expect.arrayContaining(['bildungswerk', 'nujin', 'other']));
  const { rows } = await database.sql('select organisation from partner_told where cooperation = $1', [cooperation]);
  expect(rows).toHaveLength(3);
});

test('the mail says that something waits and where, and no name and no word of what it is about', async () => {
  const world = await open();
  await world.begin(placed(world, FOURTH_TEXT).paragraphs);
  const telling = { post, at: world.clock.now() };
  const { cooperation, bildungswerk: by } = world;
  await world.speaker(by).db.write((tx) => tellPartners(tx, { cooperation, by }, telling));
  const { rows } = await database.sql('select content from mail');
  const content: Parameters<typeof textOf>[0] = JSON.parse(JSON.stringify(rows[0]?.['content'] ?? {}));
  const text = textOf(content, loadWords('src').in('de'), { origin: 'https://netz.example.org', site: 'Netz' });
  expect(text).toContain('/anmelden?weiter=%2Fzusammenarbeit&sprache=de');
  expect(text).not.toContain(cooperation);
  expect(text).not.toMatch(/Nûjîn|Nujin|Bildungswerk|Frauen|Zwölf Abende/i);
  expect(JSON.stringify(content)).not.toContain('values');
});

test('whoever reads another language has German below in the same mail, and nobody has anything twice', async () => {
  const world = await open();
  const agreement = await agreeOn(world, FOURTH_TEXT);
  await told();
  const languages: FindMailboxes = (_tx, organisation) =>
    Promise.resolve([{ mail: organisation, language: organisation === world.nujin ? 'tr' : 'de' }]);
  const abroad = { ...post, findMailboxes: languages };
  const { cooperation, bildungswerk, nujin, speaker } = world;
  for (const by of [bildungswerk, nujin])
    await speaker(by).db.write((tx) => tellPartners(tx, { cooperation, by }, { post: abroad, at: world.clock.now() }));
  const { hash } = await speaker(nujin).db.read((db) => findStanding(db, agreement));
  const signing = { agreement, version: hash, proof: { kind: 'paper' } as const };
  for (const partner of [bildungswerk, nujin]) await sign(speaker(partner), { ...signing, partner }, abroad);
  const written = async (organisation: string) => {
    const { rows } = await database.sql('select language, content from mail where receiver = $1 order by id', [
      organisation,
    ]);
    return rows.map((row) => {
      const content: Parameters<typeof textOf>[0] = JSON.parse(JSON.stringify(row['content']));
      return textOf(content, office.in(String(row['language'])), { origin: 'https://netz.example.org', site: 'Netz' });
    });
  };
  const [waits, inForce] = await written(nujin);
  expect(waits).toMatch(/yeni bir şey[^]*Es wartet auf euch/);
  expect(inForce).toMatch(/imzaladı[^]*Fassung \d unterschrieben/);
  for (const text of await written(bildungswerk))
    expect(text.match(/Es wartet auf euch|unterschrieben/g)).toHaveLength(1);
  await told();
});

test('what comes to nothing tells nobody, and without a mailbox one is told as soon as there is one', async () => {
  const world = await open();
  const { cooperation, bildungswerk: by, speaker } = world;
  const at = world.clock.now();
  const undone = speaker(by).db.write(async (tx) => {
    await tellPartners(tx, { cooperation, by }, { post, at });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await world.told()).toEqual([]);
  const tell = (findMailboxes: FindMailboxes) =>
    speaker(by).db.write((tx) => tellPartners(tx, { cooperation, by }, { post: { ...post, findMailboxes }, at }));
  await tell(() => Promise.resolve([]));
  await tell(mailboxes);
  expect(await world.told()).toEqual(['nujin']);
});

test('the others hear when sheets open, when something was handed over, answered, asked and replied to', async () => {
  const world = await open();
  const { cooperation, bildungswerk, nujin, speaker } = world;
  const entry = [{ words: 'Etwas.', firmness: 'open' as const }];
  for (const organisation of [bildungswerk, nujin]) {
    await writeSheet(speaker(organisation), {
      cooperation,
      organisation,
      words: { expectations: entry, brings: entry, limits: [] },
    });
    expect(await world.told()).toEqual([]);
    await handSheetOver(speaker(organisation), { cooperation, organisation }, post);
  }
  expect(await world.told()).toEqual(['bildungswerk']);

  const agreement = await world.begin();
  await world.nextDay();
  const { version } = await speaker(nujin).db.read((db) => findStanding(db, agreement));
  const [goal] = changesBetween(version.text, placed(world, FOURTH_TEXT)).filter(
    ({ after }) => after?.origin === nujin,
  );
  if (goal === undefined) throw new Error('no change');
  await propose(speaker(nujin), { agreement, partner: nujin, wishes: [{ ...goal, reason: '' }] }, post);
  expect(await world.told()).toEqual(['bildungswerk']);

  await world.nextDay();
  const [change] = await speaker(nujin).db.read((db) => findOpenChanges(db, agreement));
  const say = (verdict: 'ask' | 'accept', words: string) => {
    const answers = [{ change: change?.id ?? '', verdict, words }];
    return answer(speaker(bildungswerk), { agreement, partner: bildungswerk, answers }, post);
  };
  await say('ask', 'Wie meint ihr das?');
  expect(await world.told()).toEqual(['nujin']);
  const replying = { agreement, partner: nujin, change: change?.id ?? '', words: 'So.' };
  await reply(speaker(nujin), replying, post);
  expect(await world.told()).toEqual(['bildungswerk']);
  await say('accept', '');
  expect(await world.told()).toEqual([]);
  await world.nextDay();
  expect(await say('accept', '')).toMatchObject({ gone: [change?.id] });
  expect(await world.told()).toEqual([]);
});

test('the others hear when the last word was confirmed, once, and not of any word before', async () => {
  const world = await open();
  const { nujin, bildungswerk, speaker } = world;
  const agreement = await agreeOn(world, FOURTH_TEXT);
  const { version } = await speaker(nujin).db.read((db) => findStanding(db, agreement));
  const hashes = paragraphsOf(version.text, 'goal').map(hashOfParagraph);
  for (const hash of hashes) await takeConfirmationBack(speaker(nujin), { agreement, partner: nujin, hash });
  const [first = '', ...rest] = hashes;
  await confirmAll(speaker(nujin), { agreement, partner: nujin, hashes: [first] }, post);
  expect(await world.told()).toEqual([]);
  await confirmAll(speaker(nujin), { agreement, partner: nujin, hashes: rest }, post);
  expect(await world.told()).toEqual(['bildungswerk']);
  await world.nextDay();
  await confirmAll(speaker(nujin), { agreement, partner: nujin, hashes }, post);
  expect(await world.told()).toEqual([]);
  await takeConfirmationBack(speaker(bildungswerk), { agreement, partner: bildungswerk, hash: first });
  await confirmAll(speaker(bildungswerk), { agreement, partner: bildungswerk, hashes: [first] }, post);
  expect(await world.told()).toEqual(['nujin']);
});

test('after the end nobody is told of anything', async () => {
  const world = await open();
  const { cooperation, nujin, speaker } = world;
  const agreement = await world.begin();
  await bring(world, agreement, FOURTH_TEXT);
  await world.fillSheets();
  await database.sql(
    "insert into closure (cooperation, day, kind, kept_until) values ($1, '2026-11-21', 'together', '2031-11-21')",
    [cooperation],
  );
  await told();
  const ctx = speaker(nujin);
  const late = [
    () => propose(ctx, { agreement, partner: nujin, wishes: [] }, post),
    () => answer(ctx, { agreement, partner: nujin, answers: [] }, post),
    () => reply(ctx, { agreement, partner: nujin, change: idFor('x'), words: '' }, post),
    () => confirmAll(ctx, { agreement, partner: nujin, hashes: [] }, post),
    () => handSheetOver(ctx, { cooperation, organisation: nujin }, post),
  ];
  for (const deed of late) await expect(deed()).rejects.toThrow();
  expect(await world.told()).toEqual([]);
});

test('on which days one was told nobody reads, and after thirty days it is gone', async () => {
  const world = await open();
  const { cooperation, bildungswerk: by, nujin } = world;
  const telling = { post, at: world.clock.now() };
  await world.speaker(by).db.write((tx) => tellPartners(tx, { cooperation, by }, telling));
  const rows = (actor: Parameters<Database['as']>[0]) =>
    database
      .as(actor)
      .read((db) => db.selectFrom('partner_told').selectAll().where('cooperation', '=', cooperation).execute());
  expect(await rows(world.speaker(nujin).actor)).toEqual([]);
  expect(await rows(system('test'))).toMatchObject([{ organisation: nujin, day: DAY }]);
  const sweep = (day: string) => database.as(system('test')).write((tx) => sweepTold(tx, new Date(`${day}T12:00:00Z`)));
  await sweep(addDays(DAY, 30));
  expect(await rows(system('test'))).toHaveLength(1);
  await sweep(addDays(DAY, 31));
  expect(await rows(system('test'))).toEqual([]);
});
