import { afterEach, beforeEach, expect, test } from 'vitest';
import { FOURTH_TEXT } from '../../../test/agreement.ts';
import { bring, confirmAll } from '../../../test/agreed.ts';
import { openCommitmentHouse, type CommitmentHouse } from '../../../test/commitment-house.ts';
import { OPEN_ITEMS } from '../../app/hand-over-items.ts';
import { signByAll } from '../../../test/signed.ts';
import { STRANGER, system, type Actor } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { addDays, dayOf } from '../../plain/time.ts';
import type { Context } from '../../platform/context.ts';
import { NotFoundError } from '../../platform/errors.ts';
import { loadWords } from '../../platform/words/index.ts';
import { insertClosure, insertLeaving } from '../cooperations/index.ts';
import type { Standing } from './commitment-word.ts';
import { findStanding, findStandings } from './find-standings.ts';
import { countDeadlines, COMMITMENTS_PART, nextDeadline, remind } from './index.ts';
import { sayWord } from './say-word.ts';
import { sweepReminders } from './store-reminder.ts';
import { takeWordBack } from './take-word-back.ts';

const TASK = idFor('task-1');
const OURS = idFor('duty-4');
const THEIRS = idFor('duty-1');
let house: CommitmentHouse;

beforeEach(async () => {
  house = await openCommitmentHouse();
});
afterEach(() => house.database.close());

const all = (as = house.nujin) => house.speaker(as).db.read((db) => findStandings(db, today()));
const today = () => dayOf(house.clock.now());
const find = async (id: string): Promise<Standing> => {
  const one = (await all()).find((each) => each.id === id);
  if (one === undefined) throw new Error('no such commitment');
  return one;
};
const keyOf = (id: string) => ({ cooperation: house.cooperation, id });
const say = async (id: string, state: 'kept' | 'changed' | 'withdrawn', as = house.nujin) =>
  sayWord(house.speaker(as), house.work, { ...keyOf(id), hash: (await find(id)).hash, state });
const mails = async () =>
  (await house.database.sql('select receiver, language, content from mail order by id')).rows.map((row) => ({
    receiver: row['receiver'],
    text: JSON.stringify(row['content']),
  }));
const program = (): Context => ({
  ...house.speaker(house.nujin),
  actor: system('test'),
  db: house.database.as(system('test')),
});

test('what is promised is read from the version in force, by partners alone, whatever the rank', async () => {
  expect((await all()).map(({ kind }) => kind)).toEqual([
    'duty',
    'duty',
    'duty',
    'duty',
    'duty',
    'exit',
    'task',
    'frame',
  ]);
  const person = { session: 's', account: idFor('x'), organisations: [house.other], isAdmitted: true };
  await say(TASK, 'kept');
  const others: readonly Actor[] = [
    STRANGER,
    { kind: 'account', ...person },
    { kind: 'coordination', ...person },
    { kind: 'operator', ...person },
  ];
  for (const actor of others) {
    const db = house.database.as(actor);
    expect(await db.read((reader) => findStandings(reader, today()))).toEqual([]);
    expect(await db.read((reader) => reader.selectFrom('commitment_word').selectAll().execute())).toEqual([]);
    expect(await db.read((reader) => reader.selectFrom('calendar_feed').selectAll().execute())).toEqual([]);
  }
});

test('one of them is found in its own cooperation and in no other', async () => {
  const { db } = house.speaker(house.nujin);
  const foundIn = (cooperation: string) =>
    db.read((reader) => findStanding(reader, { cooperation, id: OURS }, today()));
  expect(await foundIn(house.cooperation)).toEqual(await find(OURS));
  await expect(foundIn(idFor('another'))).rejects.toThrow(NotFoundError);
});

test('done with one tap, seen by the other, taken back with another; nothing says who pressed', async () => {
  expect(await say(OURS, 'kept')).toMatchObject({ ok: true });
  expect((await all(house.bildungswerk)).find(({ id }) => id === OURS)?.word).toEqual({
    state: 'kept',
    day: '2026-11-21',
  });
  const { rows } = await house.database.sql('select * from commitment_word');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(house.accounts.nur);
  await takeWordBack(house.speaker(house.nujin), keyOf(OURS));
  await takeWordBack(house.speaker(house.nujin), keyOf(OURS));
  expect((await find(OURS)).word).toBeNull();
  expect((await house.acts(house.nujin)).filter((act) => String(act).startsWith('commitment'))).toEqual([
    'commitment.said organisation',
    'commitment.said organisation',
  ]);
  expect(await mails()).toEqual([]);
});

test('only whoever is responsible says how it stands, also against the database itself', async () => {
  await expect(say(THEIRS, 'kept')).rejects.toThrow('commitments.may.say');
  await expect(say(idFor('the-exit'), 'kept')).rejects.toThrow();
  const { hash } = await find(THEIRS);
  const row = {
    agreement: house.agreement,
    cooperation: house.cooperation,
    paragraph: THEIRS,
    hash,
    day: '2026-11-21',
    state: 'kept' as const,
  };
  await expect(
    house.speaker(house.nujin).db.write((tx) =>
      tx
        .insertInto('commitment_word')
        .values({ ...row, partner: house.bildungswerk })
        .execute(),
    ),
  ).rejects.toThrow('row-level security');
});

test('whoever says that it is not possible tells the other side, without a word of the agreement', async () => {
  await say(TASK, 'withdrawn');
  await say(TASK, 'withdrawn');
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail?.receiver).toBe('bea@example.org');
  expect(mail?.text).toContain('/anmelden?weiter=%2Ffristen&sprache=de');
  expect(mail?.text).not.toContain(TASK);
  for (const secret of ['Abende', 'Nûjîn', 'Gesundheit', 'Bildungswerk']) expect(mail?.text).not.toContain(secret);
});

test('a word about a text that has changed does not count, and is not taken', async () => {
  const { hash } = await find(OURS);
  await say(OURS, 'changed');
  const paragraphs = FOURTH_TEXT.paragraphs.map((one) =>
    one.id === 'duty-4' && one.kind === 'duty' ? { ...one, parts: { ...one.parts, due: '2027-09-30' } } : one,
  );
  await bring(house.world, house.agreement, { ...FOURTH_TEXT, paragraphs });
  expect((await find(OURS)).word?.state).toBe('changed');
  await confirmAll(house.world, house.agreement);
  await signByAll(house.world, house.agreement);
  expect(await find(OURS)).toMatchObject({ word: null, day: '2027-09-30' });
  expect(await sayWord(house.speaker(house.nujin), house.work, { ...keyOf(OURS), hash, state: 'kept' })).toEqual({
    ok: false,
    issue: 'movedOn',
  });
});

test('reminders go out thirty, seven and one day before, each once, in one mail for what comes together', async () => {
  const round = async (day: string) => {
    const before = (await mails()).length;
    house.clock.turn(`${day}T06:00:00Z`);
    await remind(program(), house.work);
    await remind(program(), house.work);
    return (await mails()).slice(before);
  };
  expect(await round('2027-02-27')).toEqual([]);
  const [first, ...more] = await round('2027-02-28');
  expect(more).toEqual([]);
  expect(first?.receiver).toBe('bea@example.org');
  expect(first?.text).toContain('30. März 2027');
  expect(first?.text).not.toContain('Rechnung');
  expect(await round('2027-03-26')).toHaveLength(1);
  expect(await round('2027-03-28')).toEqual([]);
  expect(await round('2027-03-30')).toHaveLength(1);
  await say(idFor('duty-5'), 'kept');
  expect((await round('2027-06-29')).map(({ receiver }) => receiver)).toEqual(['nur@example.org']);
  expect(await round('2027-07-29')).toEqual([]);
  const rows = async () => house.count('commitment_reminder');
  expect(await rows()).toBe(4);
  house.clock.turn('2027-07-01T06:00:00Z');
  await house.database.as(system('test')).write((tx) => sweepReminders(tx, house.clock.now()));
  expect(await rows()).toBe(1);
});

test('whoever reads another language finds the reminder and the news in German below', async () => {
  const findMailboxes = () => Promise.resolve([{ mail: 'kader@example.org', language: 'tr' }]);
  const work = { ...house.work, findMailboxes };
  const { hash } = await find(TASK);
  await sayWord(house.speaker(house.nujin), work, { ...keyOf(TASK), hash, state: 'withdrawn' });
  house.clock.turn('2027-02-28T06:00:00Z');
  await remind(program(), work);
  const [news, reminder] = await mails();
  expect(news?.text).toContain('commitments.mail.withdrawn"');
  expect(news?.text).toContain('schafft eine Seite etwas nicht');
  expect(reminder?.text).toContain('30 Mart 2027');
  expect(reminder?.text).toContain('Bis zum 30. März 2027 ist bei euch etwas zugesagt.');
});

test('two rounds at once send a reminder once', async () => {
  house.clock.turn('2027-02-28T06:00:00Z');
  await Promise.all([remind(program(), house.work), remind(program(), house.work)]);
  expect(await mails()).toHaveLength(1);
});

test('nobody is reminded after the last day of whoever left, and after the end only of duties', async () => {
  const id = idFor('leaving');
  const { cooperation, nujin } = house;
  await house.database
    .as(system('test'))
    .write((tx) =>
      insertLeaving(tx, { id, cooperation, organisation: nujin, declaredOn: '2026-11-21', lastDay: '2026-12-31' }),
    );
  expect((await all()).filter(({ who }) => who === nujin)).toEqual([]);
  expect((await all()).filter(({ who }) => who === house.bildungswerk)).toHaveLength(3);
  await house.database.as(system('test')).write(async (tx) => {
    await insertClosure(tx, { cooperation, day: '2026-12-31', kind: 'exit', keptUntil: '2032-07-30' });
  });
  house.clock.turn('2027-01-05T06:00:00Z');
  expect((await all()).map(({ kind }) => kind)).toEqual(['duty', 'duty', 'duty']);
});

test('whoever hands over a role finds the deadlines of the next ninety days there', async () => {
  house.clock.turn('2027-05-01T06:00:00Z');
  const { db } = house.speaker(house.nujin);
  expect(await db.read((reader) => countDeadlines(reader, house.nujin, '2027-05-01'))).toEqual({
    commitments: 2,
    agreements: 1,
  });
  const role = { id: 'r', kind: 'organisation', organisation: house.nujin, vacantSince: null } as const;
  const items = await db.read(async (reader) =>
    (await Promise.all(OPEN_ITEMS.map((find) => find(reader, role, house.clock.now())))).flat(),
  );
  expect(items.map(({ key }) => key)).toEqual(['deadlines']);
  const words = loadWords('src').in('de');
  expect(items.map(({ told }) => words.tell(told))).toEqual(['Eine Vereinbarung mit 2 Fristen bis in 90 Tagen']);
});

test('on the page of a cooperation stands what is due soon, and what the other side cannot keep', async () => {
  const load = (day: string) =>
    house.speaker(house.bildungswerk).db.read(async (db) => {
      const view = { cooperation: house.cooperation, own: house.bildungswerk, partners: [] };
      return (await COMMITMENTS_PART.load(db, [view], day))(view);
    });
  expect(await load('2026-11-22')).toMatchObject({ stage: null, open: [] });
  await say(TASK, 'withdrawn');
  const { stage, open } = await load('2027-03-15');
  expect(stage).toBe('running');
  expect(open.map(({ text }) => text.key)).toEqual(['commitments.part.soon', 'commitments.part.withdrawn']);
  const [next] = (await all()).flatMap(({ day, word }) => (day !== null && word === null ? [day] : [])).toSorted();
  const words = loadWords('src').in('de');
  const linked = async (day: string) => (await load(day)).links.map(({ text }) => words.tell(text));
  expect(await linked('2026-11-22')).toEqual([expect.stringContaining(`Als Nächstes: ${words.day(next ?? '')}`)]);
  expect(await linked('2040-01-01')).toEqual([expect.not.stringContaining('Als Nächstes')]);
});

test('the next deadline of somebody is the first day ahead that is theirs or for all, and not yet settled', async () => {
  const { db } = house.speaker(house.nujin);
  const note = (organisations: readonly string[], day: string) =>
    db.read(async (reader) => (await nextDeadline(reader, organisations, day)).note);
  const own = (await all()).filter(({ who }) => who === house.nujin).map(({ day }) => day);
  const forAll = (await all()).filter(({ who }) => who === null).map(({ day }) => day);
  const [first = ''] = [...own, ...forAll].filter((day) => day !== null).toSorted();
  expect(await note([house.nujin], addDays(first, -3))).toEqual({ key: 'commitments.next.in', values: { days: 3 } });
  expect(await note([house.nujin], first)).toEqual({ key: 'commitments.next.in', values: { days: 0 } });
  expect(await note([house.nujin], '2040-01-01')).toEqual({ key: 'commitments.next.none' });
  const alien = house.speaker(house.other).db;
  expect(await alien.read((reader) => nextDeadline(reader, [house.other], '2026-11-21'))).toMatchObject({
    href: '/fristen',
    note: { key: 'commitments.next.none' },
  });
});
