import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSource, newClaim } from '../../../test/claims.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { REGISTER } from '../../app/register.ts';
import { system } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import type { WriteDatabase } from '../../platform/context.ts';
import { ConflictError } from '../../platform/errors.ts';
import type { Database } from '../../platform/database/index.ts';
import type { NewClaim } from './claim.ts';
import { finishWithdrawal, tidyRevision, withdrawRevision } from './finish-revision.ts';
import { forward, unforward } from './forward.ts';
import { rebuild } from './rebuild.ts';
import { beginRevision, publishRevision, reviseKnown, reviseNew } from './revise.ts';
import { say } from './say.ts';
import { standing } from './stand.ts';
import { familiesOf } from './store-family.ts';
import { checksums } from './store-projection.ts';
import { findClaims, insertSource } from './store.ts';

/**
 * Two registers hear the same words. In one of them entries are forwarded and parted in between; once all are parted
 * again, nobody can tell the two from each other.
 */
let twins: readonly Database[];

beforeAll(async () => {
  twins = [await openTestDatabase(MIGRATIONS), await openTestDatabase(MIGRATIONS)];
}, 120_000);
afterAll(async () => {
  for (const database of twins) await database.close();
});

const KINDS = ['organisation', 'organisation', 'organisation', 'organisation', 'offer', 'offer', 'network'] as const;
const some = fc.nat({ max: KINDS.length - 1 });
/** Mostly two of a kind. */
const pair = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })) },
  { weight: 1, arbitrary: fc.tuple(some, some) },
);
const word = fc.record({
  who: some,
  field: fc.constantFrom('name', 'phone', 'members'),
  value: fc.nat({ max: 3 }),
  scope: fc.constantFrom('public' as const, 'public' as const, 'own' as const),
  isOwn: fc.boolean(),
});
type Word = typeof word extends fc.Arbitrary<infer Value> ? Value : never;
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('say' as const), words: fc.array(word, { minLength: 1, maxLength: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('import' as const),
      first: fc.array(word, { minLength: 1 }),
      second: fc.array(word),
      between: pair,
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('takeBack' as const) }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('forward' as const), pair }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('part' as const), who: some }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

let rounds = 0;

/** What is refused stays as it was. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof ConflictError)) throw error;
}

/** One of the two registers while it goes through a story. */
function telling(database: Database, round: number, isForwarding: boolean) {
  const db: WriteDatabase = database.as(system('test'));
  const ids: readonly string[] = KINDS.map((kind, each) => idFor(`${round}/${kind}/${each}`));
  const imports: number[] = [];
  let minutes = 0;
  return { begin, tell, isRebuiltTheSame, partAll, state };

  function now(): Date {
    minutes += 1;
    return new Date(Date.UTC(2026, 2, 1, 0, minutes * 7));
  }

  function idOf(which: number): string {
    return ids[which] ?? '';
  }

  function claimsOf({ who, field, value, scope, isOwn }: Word, source: number, at: Date): NewClaim[] {
    const isNetwork = KINDS[who] === 'network';
    if (isNetwork ? field === 'phone' : field === 'members') return [];
    const members = ids.slice(0, value + 1).toSorted();
    return [
      newClaim({
        subject: idOf(who),
        field,
        language: field === 'name' && value === 3 ? 'tr' : null,
        value: field === 'members' ? members : field === 'name' ? `Verein ${who % 3} ${value}` : `+4937100${value}`,
        source,
        sourceKind: isOwn ? 'own' : 'list',
        scope,
        saidAt: at,
      }),
    ];
  }

  async function begin(): Promise<void> {
    const at = now();
    await db.write(async (tx) => {
      const source = await sourceOf(tx, 'list', 0, at);
      await say(tx, REGISTER, {
        subjects: KINDS.map((kind, each) => ({ id: idOf(each), kind })),
        claims: KINDS.flatMap((_, who) =>
          claimsOf({ who, field: 'name', value: who % 3, scope: 'public', isOwn: false }, source, at),
        ),
        at,
      });
    });
  }

  async function sourceOf(tx: Parameters<typeof insertSource>[0], kind: 'list' | 'own', since: number, at: Date) {
    return insertSource(tx, aSource(at, { kind }), since);
  }

  async function tell(step: Step): Promise<void> {
    const at = now();
    if (step.act === 'say') await speak(step.words, at);
    else if (step.act === 'import') await takeOver(step, at);
    else if (step.act === 'takeBack') await takeBack(at);
    else if (!isForwarding) return;
    else if (step.act === 'forward') await join(step.pair, at);
    else await db.write((tx) => unforward(tx, REGISTER, { from: idOf(step.who), at }));
  }

  function speak(words: readonly Word[], at: Date): Promise<void> {
    return db.write(async (tx) => {
      const source = await sourceOf(tx, 'list', 0, at);
      const claims = words.flatMap((each) => claimsOf(each, source, at));
      const before = standing((await findClaims(tx, ids)).filter(({ since }) => since === 0));
      const end = before.filter((old) =>
        claims.some(({ subject, field }) => old.subject === subject && old.field === field),
      );
      await say(tx, REGISTER, { claims, end: end.slice(0, 1), at });
    });
  }

  /** A list with a new entry in its second step; in between somebody tries to forward. */
  async function takeOver(step: Extract<Step, { act: 'import' }>, at: Date): Promise<void> {
    const revision = await db.write((tx) => beginRevision(tx, 'import', at));
    const source = await db.write((tx) => sourceOf(tx, 'list', revision, at));
    const claims = (words: readonly Word[]) => words.flatMap((each) => claimsOf(each, source, at));
    const revise = (words: readonly Word[]) =>
      db.write(async (tx) => {
        const subjects = [...new Set(words.map(({ who }) => idOf(who)))];
        const [end = null] = standing(await findClaims(tx, subjects)).filter(({ sourceKind }) => sourceKind === 'list');
        await reviseKnown(tx, REGISTER, revision, { claims: claims(words), end: end === null ? [] : [end], at });
      });
    await revise(step.first);
    if (isForwarding) await join(step.between, at);
    const seen = new Set(step.first.map(({ who }) => who));
    await revise(step.second.filter(({ who }) => !seen.has(who)));
    const fresh = idFor(`${ids.join()}/${revision}`);
    await db.write((tx) =>
      reviseNew(tx, REGISTER, revision, {
        subjects: [{ id: fresh, kind: 'organisation' }],
        claims: claims([{ who: 0, field: 'name', value: 1, scope: 'public', isOwn: false }]).map((one) => ({
          ...one,
          subject: fresh,
        })),
      }),
    );
    await db.write((tx) => publishRevision(tx, REGISTER, revision));
    await tidyRevision(keeper(), revision);
    imports.push(revision);
    // From now on it can be found to be the same as the first.
    if (isForwarding)
      await db.write((tx) => forward(tx, REGISTER, { from: fresh, into: idOf(1), at })).catch(unlessRefused);
  }

  async function takeBack(at: Date): Promise<void> {
    const revision = imports.pop();
    if (revision === undefined) return;
    const cover = await withdrawRevision(keeper(), revision, at, () => Promise.resolve());
    await finishWithdrawal(keeper(), revision, cover, () => Promise.resolve());
  }

  async function join([from, into]: readonly [number, number], at: Date): Promise<void> {
    await db.write((tx) => forward(tx, REGISTER, { from: idOf(from), into: idOf(into), at })).catch(unlessRefused);
  }

  function keeper() {
    return { db, actor: system('test'), register: REGISTER };
  }

  async function isRebuiltTheSame(): Promise<boolean> {
    const { same } = await rebuild(keeper());
    return Object.values(same).every(Boolean);
  }

  /** Parts everybody, in the order in which they come or the other way round. */
  async function partAll(isReversed: boolean): Promise<void> {
    const { rows } = await db.write(async (tx) => ({
      rows: await tx.selectFrom('subject').select('id').where('forwarded_to', 'is not', null).orderBy('id').execute(),
    }));
    const order = isReversed ? rows.toReversed() : rows;
    for (const { id } of order) await db.write((tx) => unforward(tx, REGISTER, { from: id, at: now() }));
    expect((await db.read((tx) => familiesOf(tx, ids))).heads).toHaveLength(ids.length);
  }

  async function state(): Promise<unknown> {
    return db.write(async (tx) => ({
      sums: await checksums(tx, REGISTER),
      heard: await tx
        .selectFrom('subject')
        .innerJoin('claim', 'claim.subject', 'subject.id')
        .select(['subject.id', 'subject.heard_on', 'subject.lapsed_at'])
        .distinct()
        .orderBy('subject.id')
        .execute(),
      apart: (await tx.selectFrom('own_veil').select('subject').execute()).length,
    }));
  }
}

test('entries that were forwarded and parted again, in any order, leave no trace in what is shown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), fc.boolean(), async (story, isReversed) => {
      rounds += 1;
      const [forwarding, plain] = twins.map((database, which) => telling(database, rounds, which === 0));
      if (forwarding === undefined || plain === undefined) throw new Error('there are two');
      for (const each of [forwarding, plain]) {
        await each.begin();
        for (const one of story) await each.tell(one);
      }
      expect(await forwarding.isRebuiltTheSame()).toBe(true);
      await forwarding.partAll(isReversed);
      expect(await forwarding.state()).toEqual(await plain.state());
    }),
    { numRuns: 12 },
  );
}, 600_000);
