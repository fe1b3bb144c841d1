import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { STRANGER, system, type Actor } from '../../src/plain/actor.ts';
import { idFor } from '../../src/plain/ids.ts';
import { openProtected } from '../../src/platform/database/index.ts';
import { openHouse, type House } from './house.ts';
import { idOf, plant, STATES, type Marks } from './marks.ts';

let house: House;
let hidden: Marks;

const person = { session: 's', account: idFor('somebody'), isAdmitted: false } as const;
const STAFF = { ...person, organisations: [] };

beforeAll(async () => {
  house = await openHouse();
  ({ hidden } = await plant(house));
});
afterAll(async () => {
  await house.close();
});

/** From which states somebody reads marks when nothing but the wall of the database stands in the way. */
async function readsOf(actor: Actor, opened: string | null = null): Promise<readonly string[]> {
  const text = await house.home.database.as(actor).write(async (tx) => {
    if (opened !== null) await openProtected(tx, opened);
    const { rows } = await sql<{
      row: string;
    }>`select value::text as row from claim union all select alternative from picture`.execute(tx);
    return rows.map(({ row }) => row.toLowerCase()).join('\n');
  });
  const seen = [...hidden].filter(([mark]) => !mark.startsWith('371') && text.includes(mark)).map(([, place]) => place);
  return [...new Set(seen)].toSorted();
}

test('claims are hidden by the wall itself, under every veil, from each reader who must not know them', async () => {
  const member: Actor = { kind: 'account', ...person, organisations: [idFor('elsewhere')], isAdmitted: true };
  const network = ['claim lapsed', 'claim network'];
  expect(await readsOf(STRANGER)).toEqual([]);
  expect(await readsOf({ kind: 'account', ...STAFF })).toEqual([]);
  expect(await readsOf(member)).toEqual(network);
  expect(await readsOf({ kind: 'coordination', ...STAFF })).toEqual(network);
  expect(await readsOf({ kind: 'operator', ...STAFF })).toEqual(network);
  expect((await readsOf(system('test'))).length).toBe(6);
});

test('whoever speaks for it reads its own words under every veil, and nobody else’s', async () => {
  for (const state of STATES) {
    const speaker: Actor = { kind: 'account', ...person, organisations: [idOf('organisation', state)] };
    const own = state === 'open' ? ['claim own'] : [`claim ${state}`];
    expect(await readsOf(speaker), state).toEqual(own);
  }
});

test('what is opened with a note is one subject, not all', async () => {
  for (const state of ['protected', 'withdrawn', 'own', 'partner'] as const)
    expect(await readsOf({ kind: 'coordination', ...STAFF }, idOf('organisation', state)), state).toEqual(
      ['claim lapsed', 'claim network', `claim ${state}`].toSorted(),
    );
});

test('no list of members leads anybody to whom a veil hides, and the rest of the members are still shown', async () => {
  const hidden = [idOf('organisation', 'protected'), idOf('organisation', 'withdrawn')];
  const member: Actor = { kind: 'account', ...person, organisations: hidden, isAdmitted: true };
  const readers: readonly Actor[] = [
    STRANGER,
    member,
    { kind: 'coordination', ...STAFF },
    { kind: 'operator', ...STAFF },
  ];
  for (const actor of readers) {
    const told = await house.home.database.as(actor).write(async (tx) => {
      const { rows: claims } = await sql<{ row: string }>`
        select value::text as row from claim where field = 'members'`.execute(tx);
      const { rows: shown } = await sql<{ row: string }>`
        select concat(facts, members) as row from network`.execute(tx);
      return { claims: claims.map(({ row }) => row), shown: shown.map(({ row }) => row).join() };
    });
    for (const id of hidden) expect(told.claims.join() + told.shown, actor.kind).not.toContain(id);
    expect(told.claims, actor.kind).toEqual([JSON.stringify([idOf('organisation', 'open')])]);
    expect(told.shown, actor.kind).toContain(idOf('organisation', 'open'));
  }
});
