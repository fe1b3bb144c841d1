import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLOSED, openRequestHouse, PEOPLE, TREFF, WERK, WORDS, type RequestHouse } from '../../test/request-house.ts';
import { forward, headsOf } from '../areas/claims/index.ts';
import { merge } from '../areas/duplicates/index.ts';
import { findPartners } from '../areas/cooperations/index.ts';
import { answerRequest } from '../areas/requests/answer-request.ts';
import { isVouched } from '../areas/requests/index.ts';
import { makeRequest } from '../areas/requests/make-request.ts';
import { vouchFor } from '../areas/requests/vouch-for.ts';
import type { Actor } from '../plain/actor.ts';
import { idFor } from '../plain/ids.ts';
import { NotAllowedError } from '../platform/errors.ts';
import { MERGING } from './merging.ts';
import { REGISTER } from './register.ts';

let house: RequestHouse;

beforeAll(async () => {
  house = await openRequestHouse();
}, 120_000);
afterAll(() => house.database.close());

/** A second entry of an organisation, of its own until somebody finds that both are one. */
async function second(key: string, kind = 'carrier'): Promise<string> {
  const id = idFor(key);
  const { listed } = house;
  await house.tell(
    [{ id, kind: 'organisation' }],
    [listed(id, 'name', key), listed(id, 'kind', kind), listed(id, 'mailbox', `${key}@werk.example`)],
  );
  return id;
}

const forwarded = (from: string, into: string) =>
  house.asSystem.write((tx) => forward(tx, REGISTER, { from, into, at: house.clock.now() }));
const speaking = (...organisations: string[]) => house.as({ ...PEOPLE.anna, organisations, isAdmitted: true } as Actor);
const partnersOf = async (cooperation: string) =>
  (await house.asSystem.read((db) => findPartners(db, cooperation))).map(({ organisation }) => organisation);

test('nobody is its own partner under another id: not asked, and not let in by a yes from before', async () => {
  const other = await second('werk-zwei');
  const cooperation = await house.begin();
  const anna = house.as(PEOPLE.anna);
  const asked = await makeRequest(anna, house.work, { cooperation, receiver: other, words: WORDS });
  await forwarded(WERK, other);
  await answerRequest(speaking(other, WERK), house.work, asked.ok ? asked.value : '', { kind: 'gladly' });
  expect(await partnersOf(cooperation)).toEqual([WERK]);
  const again = await house.begin();
  const refused = await makeRequest(anna, house.work, { cooperation: again, receiver: other, words: WORDS });
  expect(refused).toMatchObject({ ok: false, issue: { key: 'requests.not.partner' } });
});

test('of becoming a partner and becoming one with a partner at the same moment one happens', async () => {
  for (const turn of [0, 1, 2, 3, 4, 5]) {
    const [own, other] = [await second(`zugleich-${turn}`), await second(`zugleich-auch-${turn}`)];
    const [one, both] = [speaking(own), speaking(own, other)];
    const cooperation = await house.begin(one, own);
    const asked = await makeRequest(one, house.work, { cooperation, receiver: other, words: WORDS });
    const merging = async () => merge({ ...both, ...MERGING }, { merged: other, head: own });
    const answering = () => answerRequest(both, house.work, asked.ok ? asked.value : '', { kind: 'gladly' });
    const acts = turn % 2 === 0 ? [merging, answering] : [answering, merging];
    await Promise.allSettled(acts.map((act) => act()));
    const partners = await partnersOf(cooperation);
    const heads = await house.asSystem.read((db) => headsOf(db, [own, other]));
    expect(partners).toHaveLength(new Set(heads.values()).size);
  }
});

test('nobody vouches for itself by another id, and a family vouches once, for whatever the other counts as', async () => {
  const [own, carrier, club] = [
    await second('treff-zwei', 'association'),
    await second('traeger'),
    await second('klub'),
  ];
  await expect(vouchFor(speaking(own, TREFF), { organisation: TREFF, voucher: own })).rejects.toThrow(NotAllowedError);
  const insert = (organisation: string, voucher: string) =>
    house.asSystem.write((tx) =>
      tx.insertInto('vouch').values({ organisation, voucher, since: '2026-11-21' }).execute(),
    );
  await insert(own, carrier);
  await insert(TREFF, own);
  const vouched = () => isVouched(house.as(PEOPLE.kora), house.work, own);
  await forwarded(TREFF, own);
  // Beside itself, an association, only a carrier.
  expect(await vouched()).toBe(false);
  await insert(TREFF, CLOSED.nujin.id);
  expect(await vouched()).toBe(true);
  await forwarded(carrier, club);
  expect(await vouched()).toBe(true);
  await forwarded(CLOSED.nujin.id, club);
  expect(await vouched()).toBe(false);
});
