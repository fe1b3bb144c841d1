import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIGRATIONS } from '../../app/migrations.ts';
import { FIRST_TEXT, FOURTH_TEXT, paragraph } from '../../../test/agreement.ts';
import { bring, confirmAll, placed } from '../../../test/agreed.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartners } from '../../../test/partners.ts';
import { NotFoundError } from '../../platform/errors.ts';
import type { Database, Reader } from '../../platform/database/index.ts';
import { STRANGER, type Actor } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { answer } from './answer.ts';
import { confirmAll as confirm } from './confirm-all.ts';
import { hashOfParagraph } from './paragraph.ts';
import { propose } from './propose.ts';
import { sharesOf } from './shares.ts';
import { sign } from './sign.ts';
import { findOpenChanges } from './store-change.ts';
import { findSheets } from './store-sheet.ts';
import { findDraft, findSignatures, findStanding, findVersions } from './store.ts';
import { changesBetween, paragraphsOf, type AgreementText } from './text.ts';
import { takeConfirmationBack } from './take-confirmation-back.ts';
import { firstBreak } from './version.ts';
import { withdraw } from './withdraw.ts';
import { handSheetOver, writeSheet } from './write-sheet.ts';

type World = Awaited<ReturnType<typeof tryPartners>>;
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
});
afterAll(() => database.close());

test('from the first version to a signed one, with the words of both', async () => {
  const world = await tryPartners(database);
  const { bildungswerk, nujin, speaker, begin } = world;
  const agreement = await begin(placed(world, FIRST_TEXT).paragraphs);
  await bring(world, agreement, FOURTH_TEXT);
  const standing = await read(world, bildungswerk, (db) => findStanding(db, agreement));
  expect(standing.version.number).toBe(3);
  expect(sharesOf(standing.version.text).map(({ tenths }) => tenths)).toEqual([600, 400]);

  const proof = { kind: 'passphrase' } as const;
  const signing = { agreement, version: standing.hash, proof };
  const early = await sign(speaker(nujin), { ...signing, partner: nujin });
  expect(early).toMatchObject({ ok: false, issue: { why: 'missing' } });

  await world.fillSheets();
  await confirmAll(world, agreement);
  expect(await sign(speaker(nujin), { ...signing, partner: nujin })).toEqual({ ok: true, value: { isInForce: false } });
  expect(await sign(speaker(bildungswerk), { ...signing, partner: bildungswerk })).toEqual({
    ok: true,
    value: { isInForce: true },
  });
  expect(await read(world, nujin, (db) => findSignatures(db, agreement))).toHaveLength(2);
  expect(firstBreak(await read(world, nujin, (db) => findVersions(db, agreement)))).toBeNull();
});

test('whoever is no partner finds nothing, whatever the rank', async () => {
  const world = await tryPartners(database);
  const agreement = await world.begin();
  await bring(world, agreement, FIRST_TEXT);
  await world.fillSheets();
  const person = { session: 's', account: idFor('x'), organisations: [world.other], isAdmitted: true };
  const others: readonly Actor[] = [
    STRANGER,
    { kind: 'account', ...person },
    { kind: 'coordination', ...person },
    { kind: 'operator', ...person },
  ];
  for (const actor of others) {
    for (const table of [
      'cooperation',
      'cooperation_partner',
      'agreement',
      'agreement_version',
      'proposed_change',
      'change_answer',
      'sheet',
    ])
      expect(`${actor.kind} ${table} ${await count(actor, table)}`).toBe(`${actor.kind} ${table} 0`);
    await expect(database.as(actor).read((db) => findStanding(db, agreement))).rejects.toThrow();
  }
});

test('a sheet is read by the other side when both are handed over, not before', async () => {
  const world = await tryPartners(database);
  const { cooperation, bildungswerk, nujin, speaker } = world;
  const words = (text: string) => {
    const entry = [{ words: text, firmness: 'fixed' as const }];
    return { expectations: entry, brings: entry, limits: [] };
  };
  await writeSheet(speaker(bildungswerk), { cooperation, organisation: bildungswerk, words: words('Teilnehmerinnen') });
  await handSheetOver(speaker(bildungswerk), { cooperation, organisation: bildungswerk });
  const seen = () => read(world, nujin, (db) => findSheets(db, cooperation));
  expect(await seen()).toEqual([]);
  await writeSheet(speaker(nujin), { cooperation, organisation: nujin, words: words('Honorar') });
  expect((await seen()).map(({ organisation }) => organisation)).toEqual([nujin]);
  expect(await read(world, bildungswerk, (db) => findSheets(db, cooperation))).toHaveLength(1);
  const over = await handSheetOver(speaker(nujin), { cooperation, organisation: nujin });
  expect(over).toEqual({ ok: true, value: { areOpen: true } });
  expect(await seen()).toHaveLength(2);
  const late = { cooperation, organisation: bildungswerk, words: words('Nachträglich') };
  expect(await writeSheet(speaker(bildungswerk), late)).toEqual({ ok: false, issue: 'handedOver' });
});

test('two who hand over at the same moment open both', async () => {
  const world = await tryPartners(database);
  const { cooperation, bildungswerk, nujin, speaker } = world;
  const entry = [{ words: 'Etwas.', firmness: 'open' as const }];
  for (const organisation of [bildungswerk, nujin])
    await writeSheet(speaker(organisation), {
      cooperation,
      organisation,
      words: { expectations: entry, brings: entry, limits: [] },
    });
  await Promise.all(
    [bildungswerk, nujin].map((organisation) => handSheetOver(speaker(organisation), { cooperation, organisation })),
  );
  expect(await read(world, nujin, (db) => findSheets(db, cooperation))).toHaveLength(2);
});

test('the database refuses a signature that the program would let through', async () => {
  const world = await tryPartners(database);
  const agreement = await world.begin();
  await bring(world, agreement, FOURTH_TEXT);
  const { hash, version } = await read(world, world.nujin, (db) => findStanding(db, agreement));
  const signed = (partner: string) =>
    database.as(world.speaker(partner).actor).write((tx) =>
      tx
        .insertInto('agreement_signature')
        .values({
          agreement,
          cooperation: world.cooperation,
          number: version.number,
          version: hash,
          partner,
          day: '2026-11-21',
          proof: '{"kind":"paper"}',
        })
        .execute(),
    );
  await expect(signed(world.nujin)).rejects.toThrow('a sheet is missing');
  await world.fillSheets();
  await expect(signed(world.nujin)).rejects.toThrow('is not confirmed');
  await confirmAll(world, agreement);
  await signed(world.nujin);
  await bring(world, agreement, FIRST_TEXT);
  await expect(signed(world.bildungswerk)).rejects.toThrow('not the newest version');
});

test('a change that was answered by somebody quicker, and one of one’s own, are told as gone', async () => {
  const world = await tryPartners(database);
  const agreement = await world.begin();
  const [first] = await handOver(world, agreement, placed(world, FIRST_TEXT));
  const own = {
    agreement,
    partner: world.bildungswerk,
    answers: [{ change: first ?? '', verdict: 'accept' as const, words: '' }],
  };
  expect(await answer(world.speaker(world.bildungswerk), own)).toEqual({ version: null, overtaken: [], gone: [first] });
  const theirs = { ...own, partner: world.nujin };
  expect(await answer(world.speaker(world.nujin), theirs)).toMatchObject({ version: 2, gone: [] });
  expect(await answer(world.speaker(world.nujin), theirs)).toMatchObject({ version: null, gone: [first] });
});

test('what was taken back is no longer there to be accepted, by nobody but its author', async () => {
  const world = await tryPartners(database);
  const agreement = await world.begin();
  const [first = ''] = await handOver(world, agreement, placed(world, FIRST_TEXT));
  const taking = { agreement, change: first };
  await expect(withdraw(world.speaker(world.nujin), { ...taking, partner: world.nujin })).rejects.toThrow(
    NotFoundError,
  );
  await withdraw(world.speaker(world.bildungswerk), { ...taking, partner: world.bildungswerk });
  await withdraw(world.speaker(world.bildungswerk), { ...taking, partner: world.bildungswerk });
  const answers = [{ change: first, verdict: 'accept' as const, words: '' }];
  const said = await answer(world.speaker(world.nujin), { agreement, partner: world.nujin, answers });
  expect(said).toMatchObject({ version: null, gone: [first] });
});

test('nobody signs after a confirmation was taken back, and words that have changed are not confirmed by mistake', async () => {
  const world = await tryPartners(database);
  const agreement = await world.begin(placed(world, FIRST_TEXT).paragraphs);
  await bring(world, agreement, FOURTH_TEXT);
  await world.fillSheets();
  await confirmAll(world, agreement);
  const { hash, version } = await read(world, world.nujin, (db) => findStanding(db, agreement));
  const [goal] = paragraphsOf(version.text, 'goal');
  if (goal === undefined) throw new Error('no goal');
  const ours = { agreement, partner: world.nujin, hash: hashOfParagraph(goal) };
  await takeConfirmationBack(world.speaker(world.nujin), ours);
  const proof = { kind: 'paper' } as const;
  const early = await sign(world.speaker(world.nujin), { agreement, partner: world.nujin, version: hash, proof });
  expect(early).toMatchObject({ ok: false, issue: { missing: [{ what: 'goalConfirmation', partner: world.nujin }] } });
  const older = hashOfParagraph({ ...goal, parts: { ...goal.parts, words: { de: 'Früher.' } } });
  const late = await confirm(world.speaker(world.nujin), { agreement, partner: world.nujin, hashes: [older] });
  expect(late).toEqual({ confirmed: 0, movedOn: 1 });
});

test('whoever brings a task that it does itself has said that it can; whoever is given one says so', async () => {
  const world = await tryPartners(database);
  const { bildungswerk, nujin, speaker } = world;
  const task = (id: string, origin: string, doer: string) =>
    paragraph('task', idFor(id), origin, { result: { de: id }, doer, effort: 60, until: '2027-12-15' });
  const [begun, given] = [task('begun', bildungswerk, bildungswerk), task('given', bildungswerk, nujin)];
  const agreement = await world.begin([begun, given]);
  const proposed = task('proposed', nujin, nujin);
  const wish = { paragraph: proposed.id, base: null, after: proposed, reason: '' };
  expect(await propose(speaker(nujin), { agreement, partner: nujin, wishes: [wish] })).toMatchObject({ ok: true });
  const [change] = await read(world, bildungswerk, (db) => findOpenChanges(db, agreement));
  const answers = [{ change: change?.id ?? '', verdict: 'accept' as const, words: '' }];
  await answer(speaker(bildungswerk), { agreement, partner: bildungswerk, answers });
  const standing = await read(world, nujin, (db) => findStanding(db, agreement));
  expect(paragraphsOf(standing.version.text, 'task')).toHaveLength(3);
  const { confirmations } = await read(world, nujin, (db) => findDraft(db, standing));
  expect(new Set(confirmations.map(({ partner, hash }) => `${partner} ${hash}`))).toEqual(
    new Set([`${bildungswerk} ${hashOfParagraph(begun)}`, `${nujin} ${hashOfParagraph(proposed)}`]),
  );
});

async function handOver(world: World, agreement: string, to: AgreementText): Promise<readonly string[]> {
  const { version } = await read(world, world.nujin, (db) => findStanding(db, agreement));
  const wishes = changesBetween(version.text, to).map((change) => ({ ...change, reason: 'So ist es besser.' }));
  for (const partner of [world.bildungswerk, world.nujin]) {
    const own = wishes.filter(({ after }) => (after?.origin ?? world.bildungswerk) === partner);
    if (own.length === 0) continue;
    expect(await propose(world.speaker(partner), { agreement, partner, wishes: own })).toMatchObject({ ok: true });
  }
  return (await read(world, world.nujin, (db) => findOpenChanges(db, agreement))).map(({ id }) => id);
}

function read<Value>(world: World, organisation: string, work: (db: Reader) => Promise<Value>): Promise<Value> {
  return world.speaker(organisation).db.read(work);
}

async function count(actor: Actor, table: string): Promise<number> {
  return database.as(actor).read(
    async (db) =>
      (
        await db
          .selectFrom(table as 'agreement')
          .selectAll()
          .execute()
      ).length,
  );
}
