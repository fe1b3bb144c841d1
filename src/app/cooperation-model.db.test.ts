import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/database.ts';
import { ACTIONS, tryLives, type Action, type Lives, type Who } from '../../test/lives.ts';
import type { Database } from '../platform/database/index.ts';
import { MIGRATIONS } from './migrations.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
}, 120_000);
afterAll(() => database.close());

const FROM = ['nothing', 'partners', 'agreement', 'ready', 'signed'] as const;

/** What every step knows of the one before: that it never goes back behind it. */
type Command = fc.AsyncCommand<{ steps: number }, Lives>;

const who = fc.constantFrom(...(['a', 'b', 'c'] as const));
const action: fc.Arbitrary<Action> = fc.constantFrom(...ACTIONS);

function command(name: string, run: (lives: Lives) => Promise<void>): Command {
  return {
    check: () => true,
    run: async (model, lives) => {
      model.steps += 1;
      await run(lives);
      await lives.check();
    },
    toString: () => name,
  };
}

const one = fc
  .tuple(who, action)
  .map(([by, what]) => command(`${by} ${what}`, async (lives) => void (await lives.act(by, what))));

/** Two partners at the same moment; each may be refused, and all that is promised still holds. */
const two = fc.tuple(who, action, who, action).map(([a, first, b, second]) =>
  command(`${a} ${first} and ${b} ${second}`, async (lives) => {
    await Promise.all([lives.act(a, first), lives.act(b, second)]);
  }),
);

/** A power cut after some statements; what was done is undone, and the same is tried again. */
const crash = fc.tuple(who, action, fc.integer({ min: 1, max: 25 })).map(([by, what, nth]) =>
  command(`${by} ${what}, broken off at ${nth}`, async (lives) => {
    const before = await lives.everything();
    const isBroken = await lives.breakOff(by, what, nth);
    if (isBroken) expect(await lives.everything()).toEqual(before);
    await lives.act(by, what);
  }),
);

const later = fc
  .tuple(fc.constantFrom(1, 7, 28, 40), fc.constantFrom('none' as const, 'whole' as const, 'broken' as const))
  .map(([days, round]) => command(`${days} days later, round: ${round}`, (lives) => lives.later(days, round)));

test('whatever partners do in whatever order, at once or broken off: nothing is lost, nobody else reads, what ended has ended', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FROM),
      fc.commands([one, one, one, two, crash, later], { maxCommands: 12 }),
      async (from, commands) => {
        const lives = await tryLives(database, from);
        await fc.asyncModelRun(() => ({ model: { steps: 0 }, real: lives }), commands);
      },
    ),
    { numRuns: 20, endOnFailure: true },
  );
}, 120_000);

test('the plain way leads through all stages, and none is skipped', async () => {
  const lives = await tryLives(database, 'nothing');
  const ways: readonly (readonly [Who, Action])[] = [
    ['a', 'ask'],
    ['b', 'say yes'],
    ['a', 'begin agreement'],
    ['a', 'propose'],
    ['b', 'propose'],
    ['a', 'accept'],
    ['b', 'accept'],
    ['a', 'write sheet'],
    ['a', 'hand sheet over'],
    ['b', 'write sheet'],
    ['b', 'hand sheet over'],
    ['a', 'confirm'],
    ['a', 'sign'],
    ['b', 'sign'],
    ['b', 'leave'],
  ];
  for (const [by, what] of ways) {
    expect([by, what, await lives.act(by, what)]).toEqual([by, what, true]);
    await lives.check();
  }
  await lives.later(29, 'broken');
  await lives.check();
  expect([...new Set(lives.stages)]).toEqual(['idea', 'contact', 'plan', 'agreement', 'running', 'ended']);
});

test('after the end nobody takes back that it ever came in, and nobody else comes in', async () => {
  const lives = await tryLives(database, 'partners');
  expect(await lives.act('a', 'ask')).toBe(true);
  await lives.act('b', 'agree to ask');
  expect(await lives.act('a', 'close')).toBe(true);
  await lives.check();
  expect(await lives.act('b', 'say no')).toBe(false);
  expect(await lives.act('c', 'say yes')).toBe(false);
  await lives.check();
});
