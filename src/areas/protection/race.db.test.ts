import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ANNA,
  BEN,
  EVENING,
  NUJIN,
  openProtectedHouse,
  SECRET,
  type ProtectedHouse,
} from '../../../test/protected-house.ts';
import { REGISTER } from '../../app/register.ts';
import { system } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import {
  beginRevision,
  finishWithdrawal,
  publishRevision,
  reviseKnown,
  reviseNew,
  withdrawRevision,
} from '../claims/index.ts';
import { askToEndProtection } from './end-protection-ask.ts';
import { endProtection } from './end-protection.ts';
import { protect } from './protect.ts';

const AT = new Date(EVENING);
/** How long after the import has begun somebody presses: on a server each falls into another of its transactions. */
const PAUSES_MS = [0, 3, 8, 15, 25, 40, 60, 90];
let house: ProtectedHouse;

beforeAll(async () => {
  house = await openProtectedHouse();
}, 120_000);
afterAll(() => house.database.close());

const offersOf = (turn: number) => [0, 1, 2].map((n) => idFor(`raced ${turn} ${n}`));

/** A list that brings facts and offers in several steps, each a transaction of its own, as the import does. */
async function importOnce(turn: number): Promise<number> {
  const { asSystem, listed } = house;
  const revision = await asSystem.write((tx) => beginRevision(tx, 'import', AT));
  for (const offer of offersOf(turn))
    await asSystem.write((tx) =>
      reviseNew(tx, REGISTER, revision, {
        subjects: [{ id: offer, kind: 'offer' }],
        claims: [
          listed(offer, 'name', 'Nähkurs'),
          listed(offer, 'carrier', 'Frauenverein Nûjîn e. V.'),
          listed(offer, 'district', 'Geheimviertel'),
        ],
      }),
    );
  const phone = listed(NUJIN, 'phone', `+49371555${String(turn).padStart(4, '0')}`);
  await asSystem.write((tx) => reviseKnown(tx, REGISTER, revision, { claims: [phone], end: [], at: AT }));
  await asSystem.write((tx) => publishRevision(tx, REGISTER, revision));
  return revision;
}

async function takeBack(revision: number): Promise<void> {
  const keeper = { db: house.asSystem, actor: system('test'), register: REGISTER };
  const cover = await withdrawRevision(keeper, revision, AT, () => Promise.resolve());
  await finishWithdrawal(keeper, revision, cover, () => Promise.resolve());
}

async function seenOf(turn: number): Promise<string> {
  const pages = await Promise.all(offersOf(turn).map((id) => house.get(`/angebote/${id}`)));
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
  return `${await house.seen(null)}${pages.map(({ text }) => text).join('')}`;
}

async function openAgain(): Promise<void> {
  await askToEndProtection(house.as(ANNA), NUJIN);
  await endProtection(house.as(BEN), NUJIN);
}

test('pressed at any moment of an import, or of its taking back, it ends protected, and nothing is open', async () => {
  for (const [turn, pause] of PAUSES_MS.entries()) {
    const pressed = wait(pause).then(() => protect(house.as(ANNA), NUJIN));
    const [revision] = await Promise.all([importOnce(turn), pressed]);
    expect(await seenOf(turn)).not.toMatch(SECRET);
    await openAgain();
    expect(await seenOf(turn)).toMatch(SECRET);
    const pressedAgain = wait(pause / 4).then(() => protect(house.as(ANNA), NUJIN));
    await Promise.all([takeBack(revision), pressedAgain]);
    expect(await house.seen(null)).not.toMatch(SECRET);
    await openAgain();
  }
}, 120_000);

test('two presses and an end at once leave one protection or none, and what is seen fits', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    await Promise.all([protect(house.as(ANNA), NUJIN), protect(house.as(BEN), NUJIN)]);
    await askToEndProtection(house.as(ANNA), NUJIN);
    await Promise.all([
      endProtection(house.as(BEN), NUJIN),
      protect(house.as(ANNA), NUJIN),
      house.tell([], [house.listed(NUJIN, 'phone', `+49371666000${turn}`)]),
    ]);
    const { rows } = await house.database.sql('select 1 from protection_term where ended_on is null');
    expect(rows.length).toBeLessThanOrEqual(1);
    expect(SECRET.test(await house.seen(null))).toBe(rows.length === 0);
    if (rows.length === 1) await openAgain();
  }
}, 120_000);
