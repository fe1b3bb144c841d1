import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  ANNA,
  BEN,
  CAFE,
  CARLA,
  EVE,
  EVENING,
  failingAt,
  NUJIN,
  openProtectedHouse,
  OTHER,
  OTTO,
  SECRET,
  type ProtectedHouse,
} from '../../../test/protected-house.ts';
import { REGISTER } from '../../app/register.ts';
import { STRANGER, system, type Actor } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import {
  beginRevision,
  confirm,
  keepSubjects,
  publishRevision,
  rebuild,
  reviseKnown,
  reviseNew,
} from '../claims/index.ts';
import { endProtection } from './end-protection.ts';
import { askToEndProtection, keepProtection } from './end-protection-ask.ts';
import { protect } from './protect.ts';

let now = EVENING;
let house: ProtectedHouse;
const as = (actor: Actor) => house.as(actor, now);
const seen = (who: string | null) => house.seen(who);

beforeAll(async () => {
  house = await openProtectedHouse();
}, 120_000);
afterAll(() => house.database.close());

async function claimsSeenBy(actor: Actor): Promise<string> {
  const rows = await house.database
    .as(actor)
    .read((db) => db.selectFrom('claim').select(['field', 'value']).where('subject', 'in', [NUJIN, CAFE]).execute());
  return JSON.stringify(rows);
}

beforeEach(async () => {
  now = EVENING;
  const running = await house.database.sql('select 1 from protection_term where ended_on is null');
  if (running.rows.length === 0) return;
  await keepProtection(as(ANNA), NUJIN);
  await askToEndProtection(as(ANNA), NUJIN);
  await endProtection(as(BEN), NUJIN);
});

test('one click hides door and people at once, on every page, on earlier days and by direct SQL', async () => {
  expect(await seen(null)).toMatch(SECRET);
  expect(await claimsSeenBy(STRANGER)).toMatch(SECRET);
  const pressed = await house.post(`/organisationen/${NUJIN}/schutz`, 'anna', {});
  expect([pressed.status, pressed.location]).toEqual([303, `/organisationen/${NUJIN}/schutz`]);
  for (const who of [null, 'eve', 'carla', 'otto']) {
    const text = await seen(who);
    expect(text).not.toMatch(SECRET);
    expect(text).toContain('Frauenverein Nûjîn');
  }
  for (const actor of [STRANGER, EVE, CARLA, OTTO]) expect(await claimsSeenBy(actor)).not.toMatch(SECRET);
  expect((await house.get(`/organisationen/${NUJIN}`, 'anna')).text).toMatch(SECRET);
  expect((await house.get(`/organisationen/${OTHER}`)).text).toContain('+49 371 9999999');
  const { rows } = await house.database.sql('select facts::text as facts from finding_entry');
  expect(rows.map(({ facts }) => facts).join()).not.toMatch(/Geheimviertel|Hinterhof/);
});

test('pressed while the entry is being confirmed and told of, it is not turned away, and nothing stays open', async () => {
  const at = new Date(EVENING);
  for (let time = 0; time < 4; time += 1) {
    await Promise.all([
      protect(as(ANNA), NUJIN),
      house.tell([], [house.listed(NUJIN, 'phone', `+49371123457${time}`)]),
      ...[0, 1, 2].map(() => house.asSystem.write((tx) => confirm(tx, REGISTER, NUJIN, { role: 'contact', at }))),
    ]);
    expect(SECRET.test(await seen(null))).toBe(false);
    await askToEndProtection(as(ANNA), NUJIN);
    await endProtection(as(BEN), NUJIN);
  }
});

test('rebuilding from the claims alone does not open anything', async () => {
  await protect(as(ANNA), NUJIN);
  const keeper = { db: house.asSystem, actor: system('test'), register: REGISTER };
  const { same } = await rebuild(keeper);
  expect(Object.values(same)).not.toContain(false);
  expect(await seen(null)).not.toMatch(SECRET);
});

test('a list that brings new facts and a new offer during protection opens nothing, whenever it began', async () => {
  const { listed } = house;
  const [late, early] = [idFor('late'), idFor('early')];
  const at = new Date(now);
  const offer = (id: string) => [
    listed(id, 'name', 'Nähkurs'),
    listed(id, 'carrier', 'frauenverein  NUJIN e.V.'),
    listed(id, 'district', 'Geheimviertel'),
  ];
  const revision = await house.asSystem.write(async (tx) => {
    const begun = await beginRevision(tx, 'import', at);
    await reviseNew(tx, REGISTER, begun, { subjects: [{ id: early, kind: 'offer' }], claims: offer(early) });
    await reviseKnown(tx, REGISTER, begun, { claims: [listed(CAFE, 'website', 'https://0371.example/')], end: [], at });
    return begun;
  });
  now = '2026-11-21T20:00:00Z';
  await protect(as(ANNA), NUJIN);
  await house.asSystem.write(async (tx) => {
    await reviseNew(tx, REGISTER, revision, { subjects: [{ id: late, kind: 'offer' }], claims: offer(late) });
    await reviseKnown(tx, REGISTER, revision, { claims: [listed(NUJIN, 'place', { name: '0371' })], end: [], at });
  });
  await house.asSystem.write((tx) => publishRevision(tx, REGISTER, revision));
  expect(await seen(null)).not.toMatch(SECRET);
  for (const id of [early, late]) {
    const page = await house.get(`/angebote/${id}`);
    expect([page.status, SECRET.test(page.text)]).toEqual([200, false]);
  }
});

test('an offer that comes into the hands of a protected organisation is protected from its first word', async () => {
  await protect(as(ANNA), NUJIN);
  const id = idFor('kept');
  const { listed } = house;
  await house.asSystem.write(async (tx) => {
    await tx.insertInto('subject').values({ id, kind: 'offer', forwarded_to: null, since: 0 }).execute();
    await keepSubjects(tx, [{ subject: id, organisation: NUJIN }]);
  });
  await house.tell([], [listed(id, 'name', 'Stilles Angebot'), listed(id, 'district', 'Geheimviertel')]);
  expect((await house.get(`/angebote/${id}`)).text).not.toMatch(SECRET);
});

test('it ends with two persons only, and both are of today', async () => {
  await protect(as(ANNA), NUJIN);
  await expect(endProtection(as(ANNA), NUJIN)).rejects.toThrow();
  await askToEndProtection(as(ANNA), NUJIN);
  for (const actor of [ANNA, CARLA, OTTO, EVE]) await expect(endProtection(as(actor), NUJIN)).rejects.toThrow();
  expect(await seen(null)).not.toMatch(SECRET);
  await keepProtection(as(BEN), NUJIN);
  await expect(endProtection(as(BEN), NUJIN)).rejects.toThrow();
  await askToEndProtection(as(ANNA), NUJIN);
  await endProtection(as(BEN), NUJIN);
  expect(await seen(null)).toMatch(SECRET);
  const left = await house.database.sql('select 1 from protection_term where asked_mark is not null');
  expect(left.rows).toEqual([]);
});

test('where one of two is missing the coordination confirms after a day; a role that ends opens nothing', async () => {
  await protect(as(ANNA), NUJIN);
  await askToEndProtection(as(ANNA), NUJIN);
  const end = (name: string, day: string | null) =>
    house.asSystem.write((tx) =>
      tx
        .updateTable('role_term')
        .set({ ended_on: day, account: day === null ? idFor(name) : null })
        .where('id', '=', idFor(`term-${name}`))
        .execute(),
    );
  now = '2026-11-22T21:39:00Z';
  await end('ben', '2026-11-21');
  await expect(endProtection(as(CARLA), NUJIN)).rejects.toThrow();
  now = '2026-11-22T21:41:00Z';
  await end('anna', '2026-11-22');
  await expect(endProtection(as(CARLA), NUJIN)).rejects.toThrow();
  await end('anna', null);
  expect(await seen(null)).not.toMatch(SECRET);
  await endProtection(as(CARLA), NUJIN);
  expect(await seen(null)).toMatch(SECRET);
  await end('ben', null);
});

test('a fault at any statement leaves it as it was or as it shall be, never in between', async () => {
  const before = await seen(null);
  let failures = 0;
  for (let at = 1; ; at += 1) {
    const ended = await protect({ ...as(ANNA), db: failingAt(house.database.as(ANNA), at) }, NUJIN).then(
      () => true,
      () => false,
    );
    if (ended) break;
    failures += 1;
    if (at % 5 === 1) expect(await seen(null)).toBe(before);
  }
  expect(failures).toBeGreaterThan(8);
  const hidden = await seen(null);
  expect(hidden).not.toMatch(SECRET);
  await askToEndProtection(as(ANNA), NUJIN);
  for (let at = 1; ; at += 1) {
    const ended = await endProtection({ ...as(BEN), db: failingAt(house.database.as(BEN), at) }, NUJIN).then(
      () => true,
      () => false,
    );
    if (ended) break;
    if (at % 5 === 1) expect(await seen(null)).toBe(hidden);
  }
});

test('the members of a network do not lead to a protected organisation', async () => {
  const network = idFor('network');
  const { listed, tell } = house;
  const claims = [listed(network, 'name', 'Netz'), listed(network, 'members', [NUJIN, OTHER])];
  await tell([{ id: network, kind: 'network' }], claims);
  const pages = async () =>
    (await house.get(`/netzwerke/${network}`)).text + (await house.get(`/netzwerke/${network}.json`)).text;
  expect(await pages()).toContain(NUJIN);
  expect((await house.get(`/organisationen/${NUJIN}`)).text).toContain(network);
  await protect(as(ANNA), NUJIN);
  const hidden = await pages();
  expect([hidden.includes(NUJIN), hidden.includes(OTHER)]).toEqual([false, true]);
  expect((await house.get(`/organisationen/${NUJIN}`)).text).not.toContain(network);
});

test('the finder forgets a protected place at the next question', async () => {
  const found = async (part = '') => (await house.get(`/finden?q=Hinterhof${part}`)).text;
  for (const part of ['', '&stand=2026-06-01']) expect(await found(part)).toContain(NUJIN);
  await protect(as(ANNA), NUJIN);
  for (const part of ['', '&stand=2026-06-01']) expect(await found(part)).not.toContain(NUJIN);
});

// The last one: it leaves a protection behind.
test('nobody hides the offers of others by taking their name', async () => {
  const { listed } = house;
  const isShown = async () => (await house.get(`/angebote/${CAFE}`)).text.includes('+49 371 1234567');
  const named = { 'l.name': 'de', 's.name': 'public', 's.shortName': 'public' };
  const taking = { ...named, 'f.name.de': 'Treff', 'f.shortName': 'Frauenverein Nûjîn e. V.' };
  expect((await house.save(`/organisationen/${OTHER}/bearbeiten`, 'eve', taking)).status).toBe(303);
  await protect(as(EVE), OTHER);
  expect(await isShown()).toBe(true);
  // What a list says of it counts, and so does a name that nobody else has.
  await house.tell([], [listed(OTHER, 'name', 'Frauenverein Nûjîn e. V.')]);
  expect(await isShown()).toBe(false);
});
