import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSource, newClaim } from '../../../test/claims.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartners } from '../../../test/partners.ts';
import { MERGING } from '../../app/merging.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { namesOf } from '../../app/names.ts';
import { organisationsOf, speaksFor as isOwnVoice, system, type Actor } from '../../plain/actor.ts';
import { idFor, newId } from '../../plain/ids.ts';
import { NotAllowedError, type ConflictError } from '../../platform/errors.ts';
import type { Database } from '../../platform/database/index.ts';
import { findClaims, findShown, findSubject, insertSource, say, type SubjectKind } from '../claims/index.ts';
import { contradictionsIn, findJudgements, judge, merge, takeBackJudgement, undoMerge } from './index.ts';
import type { MergeContext } from './index.ts';
import { findBelonging } from './store-pairs.ts';

type House = Awaited<ReturnType<typeof tryPartners>>;
const STAFF: Actor = {
  kind: 'coordination',
  session: 's',
  account: idFor('carla'),
  organisations: [],
  isAdmitted: false,
};
let database: Database;
let house: House;
let staff: MergeContext;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  house = await tryPartners(database);
  staff = acting(STAFF);
}, 120_000);
afterAll(() => database.close());

const acting = (actor: Actor): MergeContext => ({ ...house.as(actor), ...MERGING });
const speaking = (...organisations: string[]): MergeContext =>
  acting({ kind: 'account', session: 's', account: idFor('anna'), organisations, isAdmitted: false });

/** New entries that a list names. */
async function entries(kind: SubjectKind, ...names: string[]): Promise<string[]> {
  const at = house.clock.now();
  const ids = names.map(() => newId(at));
  await database.as(system('test')).write(async (tx) => {
    const source = await insertSource(tx, aSource(at), 0);
    await say(tx, MERGING.register, {
      subjects: ids.map((id) => ({ id, kind })),
      claims: ids.map((subject, each) =>
        newClaim({ subject, field: 'name', value: names[each] ?? '', source, saidAt: at }),
      ),
      at,
    });
  });
  return ids;
}

async function two(kind: SubjectKind = 'organisation'): Promise<[string, string]> {
  const [a = '', b = ''] = await entries(kind, 'Frauenverein', 'Frauenverein e. V.');
  return [a, b];
}

/** Somebody speaks for an organisation from now on. */
async function speaksFor(organisation: string, alias: string): Promise<string> {
  const account = await house.account(alias);
  await house.term(await house.role('organisation', organisation), 'holder', account);
  return account;
}

const leadsTo = async (id: string) => (await staff.db.read((db) => findSubject(db, id)))?.forwardedTo;

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NotAllowedError);
  return (error as NotAllowedError).reason.key;
}

async function conflict(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => '',
    (reason: ConflictError) => reason.reason.key,
  );
}

test('the coordination merges two that nobody speaks for, and finds it undone as it was; both chains tell of it', async () => {
  const [a, b] = await two();
  const id = await merge(staff, { merged: a, head: b });
  expect(await leadsTo(a)).toBe(b);
  expect((await staff.db.read((db) => namesOf(db, [a, b], staff.words))).get(a)).toBe('Frauenverein e. V.');
  await undoMerge(staff, { merge: id });
  expect(await leadsTo(a)).toBeNull();
  for (const each of [a, b])
    expect(await house.acts(each)).toEqual(['entry.merged coordination', 'entry.separated coordination']);
  expect(await conflict(undoMerge(staff, { merge: id }))).toBe('duplicates.undone');
});

test('strangers, and whoever speaks for one of them only, neither judge nor merge', async () => {
  const [a, b] = await two();
  for (const ctx of [acting({ kind: 'stranger' }), speaking(a), speaking(b)]) {
    expect(await refusal(merge(ctx, { merged: a, head: b }))).toBe('duplicates.may.keepers');
    expect(await refusal(judge(ctx, { a, b, outcome: 'different' }))).toBe('duplicates.may.keepers');
  }
});

test('who speaks for itself stays: the coordination merges only that way round', async () => {
  const [a, b] = await two();
  const account = await speaksFor(a, 'rosa');
  expect(await refusal(merge(staff, { merged: a, head: b }))).toBe('duplicates.may.otherWay');
  const id = await merge(staff, { merged: b, head: a });
  expect(await leadsTo(b)).toBe(a);
  const { actor, db } = await house.signedIn(account);
  // It is asked for nobody else than before, and may read what was said about the other.
  expect([organisationsOf(actor), isOwnVoice(actor, b)]).toEqual([[a], true]);
  await database.sql("update claim set scope = 'own' where subject = $1", [b]);
  const count = (as: typeof db) => as.read(async (tx) => (await findClaims(tx, [b])).length);
  expect(await count(db)).toBe(1);
  await undoMerge(staff, { merge: id });
  expect(await count((await house.signedIn(account)).db)).toBe(0);
});

test('where both speak only somebody who speaks for both merges them, and then speaks for one', async () => {
  const [a, b] = await two();
  const account = await speaksFor(a, 'anna');
  await speaksFor(b, 'bert');
  expect(await refusal(merge(staff, { merged: a, head: b }))).toBe('duplicates.may.bothSpeak');
  await merge(speaking(a, b), { merged: a, head: b });
  const signedIn = await house.signedIn(account);
  expect(signedIn.actor).toMatchObject({ organisations: [b, a] });
});

test('who works together with others is not opened by merging: not as the one that goes, nor where both do', async () => {
  const { bildungswerk, nujin, cooperate } = house;
  await cooperate();
  const [a] = await two();
  expect(await refusal(merge(staff, { merged: bildungswerk, head: a }))).toBe('duplicates.may.otherWay');
  const other = await house.organisation();
  await house.join(await cooperate(), other);
  expect(await refusal(merge(staff, { merged: bildungswerk, head: other }))).toMatch(/together|bothSpeak/);
  expect(await refusal(merge(speaking(bildungswerk, nujin), { merged: bildungswerk, head: nujin }))).toBe(
    'duplicates.may.together',
  );
  await merge(staff, { merged: a, head: bildungswerk });
  expect(await leadsTo(a)).toBe(bildungswerk);
});

test('who is admitted is admitted under all the ids that count as the same', async () => {
  const [a, b] = await two();
  const account = await speaksFor(a, 'dora');
  await database.sql("insert into admission (organisation, admitted_on) values ($1, '2026-01-01')", [b]);
  expect((await house.signedIn(account)).actor).toMatchObject({ isAdmitted: false, organisations: [a] });
  await merge(speaking(a, b), { merged: a, head: b });
  expect((await house.signedIn(account)).actor).toMatchObject({ isAdmitted: true, organisations: [b, a] });
});

test('a protection that somebody has begun is ended first, or stays with the one that stays', async () => {
  const [a, b] = await two();
  await database.sql("insert into protection_term (id, organisation, since) values ($1, $2, '2026-01-01')", [
    idFor('t'),
    a,
  ]);
  expect(await refusal(merge(staff, { merged: a, head: b }))).toBe('duplicates.may.settleFirst');
  await database.sql("update protection_term set ended_on = '2026-02-01' where organisation = $1", [a]);
  await merge(staff, { merged: a, head: b });
});

test('a reference of which nobody has said what becomes of it stops every merge', async () => {
  const [a, b] = await two();
  const ctx = { ...staff, references: staff.references.filter(({ name }) => name !== 'picture.subject') };
  expect(await refusal(merge(ctx, { merged: a, head: b }))).toBe('duplicates.may.undeclared');
});

test('an offer that an organisation keeps stays, and who keeps both merges them', async () => {
  const [a, b] = await two('offer');
  const [keeper] = await two();
  await speaksFor(keeper, 'emma');
  await database.sql('insert into subject_keeper (subject, organisation) values ($1, $2)', [a, keeper]);
  expect(await refusal(merge(staff, { merged: a, head: b }))).toBe('duplicates.may.otherWay');
  await database.sql('insert into subject_keeper (subject, organisation) values ($1, $2)', [b, keeper]);
  await merge(speaking(keeper), { merged: a, head: b });
  expect(await leadsTo(a)).toBe(b);
});

test('judging the same makes one entry of two; the one that stays is proposed, or said', async () => {
  const [a, b] = await two();
  await speaksFor(b, 'fred');
  const { merge: first } = await judge(staff, { a, b, outcome: 'same' });
  expect([first === null, await leadsTo(a)]).toEqual([false, b]);
  const [c, d] = await two();
  await judge(staff, { a: c, b: d, outcome: 'same', head: d });
  expect(await leadsTo(c)).toBe(d);
  const [e, f] = await two();
  await judge(staff, { a: f, b: e, outcome: 'same' });
  expect(await leadsTo(f)).toBe([e, f].toSorted()[0]);
});

test('the last judgement of a pair holds; taken back, the one before holds again', async () => {
  const [a, b] = await two();
  const holding = async () =>
    (await staff.db.read((db) => findJudgements(db)))
      .filter(({ pair }) => pair.includes(a))
      .map(({ outcome }) => outcome);
  await judge(staff, { a, b, outcome: 'place' });
  const { judgement } = await judge(staff, { a: b, b: a, outcome: 'different', words: 'Zwei Türen.' });
  expect(await holding()).toEqual(['different']);
  await takeBackJudgement(staff, { judgement });
  expect(await holding()).toEqual(['place']);
  await judge(staff, { a, b, outcome: 'unsure' });
  const [unsure] = await staff.db.read((db) => findJudgements(db, { pair: [a, b].toSorted() as [string, string] }));
  expect(unsure).toMatchObject({
    outcome: 'unsure',
    day: '2026-11-21',
    restsUntil: '2027-02-19',
    byRole: 'coordination',
  });
});

test('taking back that two are the same makes them two again, and undoing the merge takes the judgement back', async () => {
  const [a, b] = await two();
  const { judgement, merge: id } = await judge(staff, { a, b, outcome: 'same' });
  expect(await conflict(judge(staff, { a, b, outcome: 'different' }))).toBe('duplicates.areOne');
  await takeBackJudgement(staff, { judgement });
  expect([await leadsTo(a), await leadsTo(b)]).toEqual([null, null]);
  expect(await conflict(undoMerge(staff, { merge: id ?? '' }))).toBe('duplicates.undone');
  const again = await judge(staff, { a, b, outcome: 'same' });
  const oncemore = await judge(staff, { a, b, outcome: 'same' });
  expect(oncemore.merge).toBeNull();
  await undoMerge(staff, { merge: again.merge ?? '' });
  const left = (await staff.db.read((db) => findJudgements(db))).filter(({ pair }) => pair.includes(a));
  expect(left).toEqual([]);
});

test('what was judged of an entry counts for the one that it counts as', async () => {
  const [a, b] = await two();
  const [c] = await two();
  await judge(staff, { a, b: c, outcome: 'place' });
  await merge(staff, { merged: a, head: b });
  const [judged] = (await staff.db.read((db) => findJudgements(db))).filter(({ pair }) => pair.includes(a));
  expect(judged?.heads.toSorted()).toEqual([b, c].toSorted());
});

test('what would make one of two that were judged to be different is judged, but not merged: both stand', async () => {
  const [a, b] = await two();
  const [c] = await two();
  await judge(staff, { a, b, outcome: 'same' });
  await judge(staff, { a, b: c, outcome: 'different' });
  const { merge: none } = await judge(staff, { a: b, b: c, outcome: 'same' });
  expect(none).toBeNull();
  const mine = (await staff.db.read((db) => findJudgements(db))).filter(({ pair }) =>
    pair.every((each) => [a, b, c].includes(each)),
  );
  const [found] = contradictionsIn(mine);
  expect(found?.judgement.outcome).toBe('different');
  expect(found?.way.map(({ outcome }) => outcome)).toEqual(['same', 'same']);
});

test('an offer and an organisation belong together, but are never the same', async () => {
  const [a] = await two();
  const [o] = await two('offer');
  expect(await conflict(judge(staff, { a, b: o, outcome: 'same' }))).toBe('duplicates.otherKind');
  await judge(staff, { a, b: o, outcome: 'part' });
});

test('which of two belongs to the other is written with the judgement, in one step, whoever may judge', async () => {
  const [a, b] = await two();
  const own = speaking(a, b);
  let steps = 0;
  const write: typeof own.db.write = (work) => ((steps += 1), own.db.write(work));
  const { judgement } = await judge({ ...own, db: { ...own.db, write } }, { a, b, outcome: 'part', part: b });
  const { judgement: odd } = await judge(staff, { a, b, outcome: 'part', part: idFor('somebody else') });
  const belonging = await staff.db.read((db) => findBelonging(db, [judgement, odd]));
  expect([steps, [...belonging]]).toEqual([1, [[judgement, b]]]);
});

test('what was judged of others is read by keepers, and by whoever speaks for both', async () => {
  const [a, b] = await two();
  const { judgement } = await judge(staff, { a, b, outcome: 'different' });
  const count = async (ctx: MergeContext) => (await ctx.db.read((db) => findJudgements(db, { id: judgement }))).length;
  expect([
    await count(staff),
    await count(speaking(a, b)),
    await count(speaking(a)),
    await count(acting({ kind: 'stranger' })),
  ]).toEqual([1, 1, 0, 0]);
  expect(await staff.db.read(async (db) => (await findShown(db, 'organisation', [a])).length)).toBe(1);
});
