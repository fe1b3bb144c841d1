import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openForwarding } from '../../../test/forwarding.ts';
import { REGISTER } from '../../app/register.ts';
import { discardRevision, finishWithdrawal, tidyRevision, withdrawRevision } from './finish-revision.ts';
import { idFor } from '../../plain/ids.ts';
import type { Keeper } from './may.ts';
import { beginRevision, publishRevision, reviseKnown } from './revise.ts';
import { say, showNow } from './say.ts';
import { findClaims } from './store.ts';
import { setConfirmed } from './store-freshness.ts';
import { holdFamilies } from './store-hold.ts';

let world: Awaited<ReturnType<typeof openForwarding>>;

beforeAll(async () => {
  world = await openForwarding();
}, 120_000);
afterAll(() => world.database.close());

/** Somebody says a telephone, and needs a moment more until it is written; gives back when it is said, and written. */
async function speak(key: string, phone: string): Promise<{ readonly written: Promise<unknown> }> {
  const said = Promise.withResolvers<void>();
  const written = world.db.write(async (tx) => {
    await say(tx, REGISTER, { claims: [world.claim(key, 'phone', phone)], at: world.later });
    said.resolve();
    await wait(50);
  });
  await said.promise;
  return { written };
}

/** A list begins to be taken over that says where to write to an entry. */
async function begin(key: string): Promise<number> {
  const revision = await world.db.write((tx) => beginRevision(tx, 'import', world.later));
  await world.db.write((tx) =>
    reviseKnown(tx, REGISTER, revision, {
      claims: [world.claim(key, 'mailbox', 'post@treff.example')],
      end: [],
      at: world.later,
    }),
  );
  return revision;
}

const publish = (revision: number) => world.db.write((tx) => publishRevision(tx, REGISTER, revision));

const treff = (more: Readonly<Record<string, string>>) => [{ name: { und: 'Treff' }, ...more }];

test('whoever is just speaking when a list is published is shown together with it', async () => {
  await world.entries({ a: { name: 'Treff' } });
  const revision = await begin('a');
  const { written } = await speak('a', '+49371111');
  await Promise.all([written, publish(revision)]);
  await tidyRevision(world.keeper, revision);
  expect(await world.shown('a')).toEqual(treff({ phone: '+49371111', mailbox: 'post@treff.example' }));
  expect(await world.isRebuiltTheSame()).toBe(true);
});

test('who speaks by a clock that is behind the one of the list is shown together with it', async () => {
  await world.entries({ d: { name: 'Treff' } });
  const revision = await begin('d');
  const claims = [world.claim('d', 'phone', '+49371444')];
  await world.db.write((tx) => say(tx, REGISTER, { claims, at: world.at }));
  await publish(revision);
  await tidyRevision(world.keeper, revision);
  expect(await world.shown('d')).toEqual(treff({ phone: '+49371444', mailbox: 'post@treff.example' }));
  expect(await world.isRebuiltTheSame()).toBe(true);
});

test('whoever is just speaking when a list is taken back stays heard', async () => {
  await world.entries({ b: { name: 'Treff' } });
  const revision = await begin('b');
  await publish(revision);
  const { keeper, later } = world;
  let [steps, written]: [number, Promise<unknown>] = [0, Promise.resolve()];
  const write: Keeper['db']['write'] = async (work) => {
    steps += 1;
    // It is begun, prepared in a step, there is no further one, and then readers see it.
    if (steps === 4) ({ written } = await speak('b', '+49371222'));
    return keeper.db.write(work);
  };
  const cover = await withdrawRevision({ ...keeper, db: { ...keeper.db, write } }, revision, later, () =>
    Promise.resolve(),
  );
  await written;
  expect([steps, await world.shown('b')]).toEqual([4, treff({ phone: '+49371222' })]);
  await finishWithdrawal(keeper, revision, cover, () => Promise.resolve());
  expect(await world.isRebuiltTheSame()).toBe(true);
});

test('who confirms what a list that is just given up was about to change waits for it in no circle', async () => {
  await world.entries({ c: { name: 'Treff', phone: '+49371333' } });
  const subject = idFor('c');
  const said = await world.db.read((tx) => findClaims(tx, [subject]));
  const revision = await world.db.write((tx) => beginRevision(tx, 'import', world.later));
  await world.db.write((tx) => reviseKnown(tx, REGISTER, revision, { claims: [], end: said, at: world.at }));
  const confirmed = Promise.withResolvers<void>();
  const confirming = world.db.write(async (tx) => {
    await holdFamilies(tx, [subject]);
    await setConfirmed(
      tx,
      said.map(({ id }) => ({ subject, id, at: world.later, role: 'contact' })),
    );
    confirmed.resolve();
    await wait(50);
    await showNow(tx, REGISTER, [subject]);
  });
  await confirmed.promise;
  await Promise.all([confirming, discardRevision(world.keeper, revision)]);
  expect(await world.shown('c')).toEqual(treff({ phone: '+49371333' }));
  expect(await world.isRebuiltTheSame()).toBe(true);
});
