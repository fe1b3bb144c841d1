import { afterAll, beforeAll, expect, test } from 'vitest';
import { REGISTER } from '../../src/app/register.ts';
import { MIGRATIONS } from '../../src/app/migrations.ts';
import { retain } from '../../src/app/retention.ts';
import { goRound, letLapse } from '../../src/areas/freshness/index.ts';
import { CONFIRM } from '../../src/areas/freshness/work.ts';
import { insertAsk } from '../../src/areas/freshness/store.ts';
import { goRoleRound } from '../../src/areas/people/index.ts';
import { openPeopleWeb } from '../people-web.ts';
import { openGazetteer } from '../../src/areas/places/index.ts';
import { endProtection } from '../../src/areas/protection/end-protection.ts';
import { askToEndProtection } from '../../src/areas/protection/end-protection-ask.ts';
import { protect } from '../../src/areas/protection/protect.ts';
import type { Actor } from '../../src/plain/actor.ts';
import { system } from '../../src/plain/actor.ts';
import { idFor, newId } from '../../src/plain/ids.ts';
import { dayOf } from '../../src/plain/time.ts';
import { findNotes, verifyChain } from '../../src/platform/chain/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { findSessionsOf } from '../../src/platform/http/index.ts';
import { openTestDatabase } from '../database.ts';
import { openFreshnessWorld, type FreshnessWorld } from '../freshness-world.ts';
import { ANNA, BEN, CARLA, NUJIN, openProtectedHouse, SECRET, type ProtectedHouse } from '../protected-house.ts';

/** The clock of the machine is wrong by years, in either direction. */
const NOW = '2026-11-21T09:00:00Z';
const FAR = '2036-03-01T09:00:00Z';
const LONG_AGO = '1996-03-01T09:00:00Z';

let people: Database;
let site: Awaited<ReturnType<typeof openPeopleWeb>>;
let asking: FreshnessWorld;
let house: ProtectedHouse;

beforeAll(async () => {
  people = await openTestDatabase(MIGRATIONS);
  site = await openPeopleWeb(people);
  asking = await openFreshnessWorld();
  house = await openProtectedHouse();
}, 180_000);
afterAll(async () => {
  await people.close();
  await asking.close();
  await house.database.close();
});

const kindOf = async (cookie: string) => ((await site.who(cookie)) as Actor).kind;

function importsAt(database: Database, now: string) {
  const db = database.as(system('retain'));
  return {
    db,
    actor: system('retain'),
    clock: fixedClock(now),
    register: REGISTER,
    gazetteer: openGazetteer(),
    pathOf: (file: string) => file,
    removeFile: () => Promise.resolve(),
  };
}

const retainAt = (database: Database, now: string) => {
  const imports = importsAt(database, now);
  return retain({ db: imports.db, imports });
};

test('a session ends when the clock jumps over its end, and nothing that was swept then comes back', async () => {
  site.clock.turn(NOW);
  const { alias, id } = await site.account();
  const cookie = await site.enter(alias);
  expect(await kindOf(cookie)).toBe('account');
  site.clock.turn(LONG_AGO);
  // A month from its beginning stays its end, however early it seems.
  expect(await kindOf(cookie)).toBe('account');
  site.clock.turn(FAR);
  expect(await kindOf(cookie)).toBe('stranger');
  await retainAt(people, FAR);
  site.clock.turn(NOW);
  expect(await kindOf(cookie)).toBe('stranger');
  expect(await site.write((tx) => findSessionsOf(tx, id, new Date(NOW)))).toEqual([]);
});

test('guessing stays slowed down when the clock jumps back, and nobody is shut out for years', async () => {
  site.clock.turn(NOW);
  const { alias } = await site.account();
  for (let tries = 0; tries < 7; tries += 1) await site.post('/anmelden', { alias, passphrase: 'falsch' });
  // From here on even the right words have to wait.
  expect(await site.enter(alias)).toBe('');
  site.clock.turn('2026-11-21T08:00:00Z');
  expect(await site.enter(alias)).toBe('');

  const late = await site.account();
  site.clock.turn(FAR);
  for (let tries = 0; tries < 7; tries += 1) await site.post('/anmelden', { alias: late.alias, passphrase: 'falsch' });
  expect(await site.enter(late.alias)).toBe('');
  site.clock.turn(NOW);
  expect(await kindOf(await site.enter(late.alias))).toBe('account');
});

test('a link opens nothing after its end, and what was answered stays answered at any time', async () => {
  asking.setTime(NOW);
  const links = asking.work.links;
  const tokenFor = async (key: string) => {
    const subject = await asking.tell(key, { name: `Verein ${key}`, phone: '+493711234567' });
    const { token, hash } = links.make(CONFIRM, new Date('2027-01-20T09:00:00Z'));
    await asking.program.db.write((tx) =>
      insertAsk(tx, { id: newId(asking.now()), subject, channel: 'mail', on: dayOf(asking.now()), tokenHash: hash }),
    );
    return token;
  };
  const [used, open] = [await tokenFor('used'), await tokenFor('open')];
  expect((await asking.answer(`/bestaetigen/${used}`)).status).toBe(303);
  const stand = async () => {
    const { rows } = await asking.database.sql(
      `select state, answer, answered_at::text as at from confirmation_ask order by state`,
    );
    return JSON.stringify(rows);
  };
  const before = await stand();
  for (const time of [FAR, '2027-01-20T09:00:00Z']) {
    asking.setTime(time);
    for (const token of [used, open]) {
      expect((await asking.get(`/bestaetigen/${token}`)).status).toBe(404);
      expect((await asking.post(`/bestaetigen/${token}`)).status).toBe(404);
      expect((await asking.post(`/bestaetigen/${token}/nicht-zeigen`)).status).toBe(404);
    }
  }
  for (const time of [LONG_AGO, NOW]) {
    asking.setTime(time);
    expect((await asking.post(`/bestaetigen/${used}`)).status).toBe(303);
    expect(await stand()).toBe(before);
  }
  expect((await asking.answer(`/bestaetigen/${open}`)).status).toBe(303);
  expect(await stand()).not.toBe(before);
});

test('no jump of the clock opens what is protected, not even with everything that is done by the clock', async () => {
  await protect(house.as(ANNA, NOW), NUJIN);
  expect(await house.seen(null)).not.toMatch(SECRET);
  for (const time of [FAR, LONG_AGO, '2026-11-20T09:00:00Z', NOW]) {
    house.clock.turn(time);
    const program = house.as(system('round'), time);
    const { work } = asking;
    await goRound(program, work);
    await letLapse(program, work);
    await goRoleRound(program);
    await retainAt(house.database, time);
    for (const who of [null, 'eve', 'carla']) expect(await house.seen(who)).not.toMatch(SECRET);
    // Nobody has asked to end it: no time makes it the coordination's turn, and one person is never two.
    for (const actor of [CARLA, BEN]) await expect(endProtection(house.as(actor, time), NUJIN)).rejects.toThrow();
    expect((await house.database.sql('select 1 from protection_term where ended_on is null')).rows).toHaveLength(1);
  }
  // It was left out of public pages in a year that never was, and is there again, without what is hidden.
  expect(await house.seen(null)).toContain('Frauenverein');
});

test('an ask from a clock that was ahead lets nobody in early, and the chain stays whole', async () => {
  const ben = idFor('term-ben');
  const account = idFor('ben');
  await askToEndProtection(house.as(ANNA, FAR), NUJIN);
  // With nobody beside her it would be the coordination's turn, a day after the ask.
  await house.database.sql('update role_term set ended_on = from_day, account = null where id = $1', [ben]);
  for (const time of [LONG_AGO, NOW]) {
    await expect(endProtection(house.as(CARLA, time), NUJIN)).rejects.toThrow('protection.may');
    await expect(endProtection(house.as(ANNA, time), NUJIN)).rejects.toThrow('protection.may');
  }
  await expect(endProtection(house.as(CARLA, NOW), NUJIN)).rejects.toThrow('protection.may.wait');
  await house.database.sql('update role_term set ended_on = null, account = $2 where id = $1', [ben, account]);
  house.clock.turn(NOW);
  expect(await house.seen(null)).not.toMatch(SECRET);
  await endProtection(house.as(BEN, NOW), NUJIN);
  const notes = await house.asSystem.read((db) => findNotes(db, NUJIN));
  const acts = notes.map(({ act }) => act).filter((act) => act.startsWith('protection.'));
  expect(acts).toEqual(['protection.begun', 'protection.endAsked', 'protection.ended']);
  expect(verifyChain(NUJIN, notes).kind).toBe('intact');
});
