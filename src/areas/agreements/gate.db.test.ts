import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIGRATIONS } from '../../app/migrations.ts';
import { agreeOn, bring, confirmAll, placed } from '../../../test/agreed.ts';
import { confirmation, FIRST_TEXT, FOURTH_TEXT } from '../../../test/agreement.ts';
import { anyDraft, type RandomDraft } from '../../../test/any-draft.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartners } from '../../../test/partners.ts';
import { asSystem, type Database, type Transaction } from '../../platform/database/index.ts';
import { STRANGER, type Actor } from '../../plain/actor.ts';
import { canonical, hashOf, type Json } from '../../plain/json.ts';
import { mayBeSigned } from './may-be-signed.ts';
import { NAMING, NEEDED } from './migrations/gate.ts';
import { hashOfParagraph, PARAGRAPHS } from './paragraph.ts';
import { sign } from './sign.ts';
import { challengeOf, type Proof } from './signature.ts';
import { findDraft, findStanding, insertVersion, type Standing } from './store.ts';
import { takeConfirmationBack } from './take-confirmation-back.ts';
import { paragraphsOf, type AgreementText } from './text.ts';

type World = Awaited<ReturnType<typeof tryPartners>>;
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
});
afterAll(() => database.close());

test('the gate knows the needed parts of every kind, as the table of kinds says', () => {
  const needed = Object.entries(PARAGRAPHS).map(([kind, parts]) => [
    kind,
    Object.fromEntries(
      Object.entries<{ readonly holds: unknown; readonly needed?: unknown }>(parts).flatMap(
        ([name, { holds, needed: is }]) =>
          is === undefined ? [] : [[name, is === 'everyLanguage' ? is : holds === 'texts' ? 'texts' : 'value']],
      ),
    ),
  ]);
  expect(NEEDED).toEqual(Object.fromEntries(needed));
  const naming = Object.entries(PARAGRAPHS).flatMap(([kind, parts]) =>
    Object.entries<{ readonly holds: unknown }>(parts).flatMap(([name, { holds }]) =>
      holds === 'partner' ? [[kind, name]] : [],
    ),
  );
  expect(Object.entries(NAMING)).toEqual(naming);
});

test('the database writes JSON as the program does, to the byte', async () => {
  const plain = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      plain,
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-zA-Z-]{1,9}$/), tie('json'), { maxKeys: 5, noNullPrototype: true }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(fc.array(json, { minLength: 1 }), async (value) => {
      const { rows } = await database.sql(
        'select agreement_canonical($1::jsonb) as form, agreement_hash($1::jsonb) as hash',
        [JSON.stringify(value)],
      );
      expect(rows[0]).toEqual({ form: canonical(value), hash: hashOf(value) });
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('the gate lets in exactly what the program calls ready', async () => {
  const world = await tryPartners(database);
  const agreement = await world.begin();
  await world.fillSheets();
  const standing = await world.speaker(world.nujin).db.read((db) => findStanding(db, agreement));
  const seen = { in: 0, out: 0 };
  await fc.assert(
    fc.asyncProperty(anyDraft(), async (draft) => {
      const { isReady, isLetIn } = await tryToSign(world, standing, draft);
      expect(isLetIn).toBe(isReady);
      seen[isLetIn ? 'in' : 'out'] += 1;
    }),
    { numRuns: 300 },
  );
  expect(Math.min(seen.in, seen.out)).toBeGreaterThan(20);
}, 60_000);

test('nobody signs past the pages: not as somebody else, not from outside, not by a signature of before', async () => {
  const world = await tryPartners(database);
  const agreement = await agreeOn(world, FOURTH_TEXT);
  const { hash, version, cooperation } = await world.speaker(world.nujin).db.read((db) => findStanding(db, agreement));
  const row = { agreement, cooperation, number: version.number, version: hash, partner: world.nujin };
  const paper: Proof = { kind: 'paper' };
  const put = (actor: Actor, more: Partial<typeof row> = {}, proof: object = paper) =>
    database.as(actor).write((tx) =>
      tx
        .insertInto('agreement_signature')
        .values({ ...row, ...more, day: '2026-11-21', proof: JSON.stringify(proof) })
        .execute(),
    );
  const person = { session: 's', account: world.other, organisations: [world.other], isAdmitted: true };
  const outside: readonly Actor[] = [
    STRANGER,
    { kind: 'account', ...person },
    { kind: 'coordination', ...person },
    { kind: 'operator', ...person },
  ];
  // Whom the walls show no version, the gate tells of none.
  for (const actor of outside) await expect(put(actor)).rejects.toThrow('not the newest version');
  const { actor: ours } = world.speaker(world.nujin);
  const { actor: theirs } = world.speaker(world.bildungswerk);
  await expect(put(theirs)).rejects.toThrow('row-level security');
  await expect(
    put({ ...ours, organisations: [world.nujin, world.other] } as Actor, { partner: world.other }),
  ).rejects.toThrow('not a partner');
  await expect(put(ours, {}, {})).rejects.toThrow('no proof');
  await expect(put(ours, {}, { kind: 'paper', name: 'Ayşe' })).rejects.toThrow('no proof');
  await expect(put(ours, {}, { kind: 'passkey' })).rejects.toThrow('no proof');
  const former = version.former ?? '';
  await expect(put(ours, {}, deviceSaid(former))).rejects.toThrow('no proof');
  await expect(put(ours, { number: version.number - 1, version: former })).rejects.toThrow('not the newest version');
  const second = await tryPartners(database);
  await second.fillSheets();
  const both = { ...ours, organisations: [world.nujin, second.nujin] } as Actor;
  await expect(put(both, { cooperation: second.cooperation })).rejects.toThrow('another cooperation');
  await put(ours, {}, deviceSaid(hash));
  for (const table of ['agreement', 'agreement_version', 'agreement_signature'] as const)
    await expect(database.as(ours).write((tx) => tx.deleteFrom(table).execute())).rejects.toThrow('permission denied');
});

test('no version comes in under a hash that is not its own, or out of its turn', async () => {
  const world = await tryPartners(database);
  const agreement = await world.begin();
  const { db } = world.speaker(world.nujin);
  const { hash, version, cooperation } = await db.read((read) => findStanding(read, agreement));
  const next = { ...version, number: 2, former: hash };
  await expect(db.write((tx) => insertVersion(tx, cooperation, { ...next, former: null }))).rejects.toThrow('its hash');
  await expect(db.write((tx) => insertVersion(tx, cooperation, { ...next, number: 3 }))).rejects.toThrow('its hash');
  const lie = (hashes: object, of: string) =>
    db.write((tx) =>
      tx
        .insertInto('agreement_version')
        .values({
          agreement,
          cooperation,
          number: 2,
          hash: of,
          content: JSON.stringify(next),
          paragraph_hashes: JSON.stringify(hashes),
        })
        .execute(),
    );
  await expect(lie({}, 'f'.repeat(64))).rejects.toThrow('its hash');
  await expect(lie({ goal: hash }, hashOf(next))).rejects.toThrow('its hash');
  await lie({}, hashOf(next));
});

test('a confirmation that a signature rests on stays, and nobody confirms for somebody else', async () => {
  const world = await tryPartners(database);
  const agreement = await agreeOn(world, FOURTH_TEXT);
  const { hash, version } = await world.speaker(world.nujin).db.read((db) => findStanding(db, agreement));
  const [goal] = paragraphsOf(version.text, 'goal');
  if (goal === undefined) throw new Error('no goal');
  const ours = { agreement, partner: world.nujin, hash: hashOfParagraph(goal) };
  await sign(world.speaker(world.bildungswerk), {
    agreement,
    partner: world.bildungswerk,
    version: hash,
    proof: { kind: 'paper' },
  });
  expect(await takeConfirmationBack(world.speaker(world.nujin), ours)).toEqual({ ok: false, issue: 'signed' });
  const direct = world.speaker(world.nujin).db.write((tx) => tx.deleteFrom('paragraph_confirmation').execute());
  await expect(direct).rejects.toThrow('a signature rests on it');
  const reworded = world.speaker(world.nujin).db.write((tx) =>
    tx
      .updateTable('paragraph_confirmation')
      .set({ hash: 'f'.repeat(64) })
      .execute(),
  );
  await expect(reworded).rejects.toThrow('a signature rests on it');
  await bring(world, agreement, FIRST_TEXT);
  const { version: later } = await world.speaker(world.nujin).db.read((db) => findStanding(db, agreement));
  const [task] = paragraphsOf(later.text, 'task');
  if (task === undefined) throw new Error('no task');
  const theirs = { agreement, cooperation: world.cooperation, hash: hashOfParagraph(task), day: '2026-11-21' };
  const forged = world.speaker(world.bildungswerk).db.write((tx) =>
    tx
      .insertInto('paragraph_confirmation')
      .values({ ...theirs, partner: world.nujin })
      .execute(),
  );
  await expect(forged).rejects.toThrow('row-level security');
  await confirmAll(world, agreement);
  expect(await takeConfirmationBack(world.speaker(world.nujin), { ...ours, hash: theirs.hash })).toMatchObject({
    ok: true,
  });
});

test('whoever takes a confirmation back at the moment of a signature comes before it or not at all', async () => {
  for (let round = 0; round < 4; round += 1) {
    const world = await tryPartners(database);
    const agreement = await agreeOn(world, FOURTH_TEXT);
    const { hash, version, cooperation } = await world
      .speaker(world.nujin)
      .db.read((db) => findStanding(db, agreement));
    const row = { agreement, cooperation, number: version.number, version: hash, partner: world.nujin };
    const signed = database.as(world.speaker(world.nujin).actor).write((tx) =>
      tx
        .insertInto('agreement_signature')
        .values({ ...row, day: '2026-11-21', proof: '{"kind":"paper"}' })
        .execute(),
    );
    const taken = database
      .as(world.speaker(world.bildungswerk).actor)
      .write((tx) => tx.deleteFrom('paragraph_confirmation').where('agreement', '=', agreement).execute());
    const outcomes = await Promise.allSettled(round % 2 === 0 ? [signed, taken] : [taken, signed]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  }
});

/** What the program says, and what the database does; nothing of it stays. */
async function tryToSign(world: World, standing: Standing, { text, silent, sheets }: RandomDraft) {
  const { nujin, bildungswerk, cooperation } = world;
  const outcome = { isReady: false, isLetIn: false };
  const undone = new Error('undone');
  await world
    .speaker(nujin)
    .db.write(async (tx) => {
      const here = placed(world, text);
      const version = { ...standing.version, number: 2, former: standing.hash, text: here };
      const hash = await insertVersion(tx, cooperation, version);
      await asSystem(tx, () => prepare(tx, here));
      const draft = await findDraft(tx, { ...standing, version, hash });
      outcome.isReady = mayBeSigned(draft).length === 0;
      const row = { agreement: standing.id, cooperation, number: 2, version: hash, partner: nujin, day: '2026-11-21' };
      await tx
        .insertInto('agreement_signature')
        .values({ ...row, proof: '{"kind":"paper"}' })
        .execute();
      outcome.isLetIn = true;
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone && !String(error).includes('agreement gate')) throw error;
    });
  return outcome;

  async function prepare(tx: Transaction, here: AgreementText): Promise<void> {
    for (const [at, organisation] of [bildungswerk, nujin].entries())
      if (sheets[at] === false)
        await tx
          .updateTable('sheet')
          .set({ done_on: null, opened_on: null })
          .where('organisation', '=', organisation)
          .execute();
    const confirmations = [
      ...paragraphsOf(here, 'goal').flatMap((goal) => [bildungswerk, nujin].map((one) => confirmation(one, goal))),
      ...paragraphsOf(here, 'task').flatMap((task) =>
        task.parts.doer === bildungswerk || task.parts.doer === nujin ? [confirmation(task.parts.doer, task)] : [],
      ),
    ].filter((_, at) => !silent.has(at));
    for (const one of confirmations)
      await tx
        .insertInto('paragraph_confirmation')
        .values({ agreement: standing.id, cooperation, day: '2026-11-21', ...one })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }
}

function deviceSaid(version: string): Proof {
  const client = { type: 'webauthn.get', challenge: challengeOf(version), origin: 'https://netz.example.org' };
  return {
    kind: 'passkey',
    origin: client.origin,
    credential: 'c',
    publicKey: 'k',
    clientDataJSON: Buffer.from(JSON.stringify(client)).toString('base64url'),
    authenticatorData: 'a',
    signature: 's',
  };
}
