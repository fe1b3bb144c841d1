import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  ANNA,
  BEN,
  EVE,
  EVENING,
  NUJIN,
  openProtectedHouse,
  OTHER,
  OTTO,
  type ProtectedHouse,
} from '../../../test/protected-house.ts';
import { speaker } from '../../../test/speaking.ts';
import { REGISTER } from '../../app/register.ts';
import { STRANGER, system, type Actor } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import type { Json } from '../../plain/json.ts';
import {
  beginRevision,
  insertSource,
  protectSubject,
  publishRevision,
  rebuild,
  reviseKnown,
  reviseNew,
  say,
  tidyRevision,
  unprotectSubject,
} from '../claims/index.ts';
import { askToEndProtection } from './end-protection-ask.ts';
import { endProtection } from './end-protection.ts';
import { protect } from './protect.ts';
import { protectAnew } from './protect-anew.ts';

const NAME = 'frauenverein NÛJÎN  e.V.';
const PHONE = '+493711234567';
const AT = new Date(EVENING);
const THIRD = idFor('third');
let house: ProtectedHouse;
let number = 0;
let twin = '';
let offer = '';

beforeAll(async () => {
  house = await openProtectedHouse();
}, 120_000);
afterAll(() => house.database.close());

const begin = (organisation: string) => house.asSystem.write((tx) => protectSubject(tx, REGISTER, organisation, AT));
const end = (organisation: string) =>
  house.asSystem.write((tx) => unprotectSubject(tx, REGISTER, organisation, new Date(AT.getTime() + 60_000)));

/** What another list says of the same door: an organisation with a second name, and an offer under that name. */
function secondList() {
  const { listed } = house;
  return {
    organisation: [
      listed(twin, 'name', NAME),
      listed(twin, 'name', `Haus ${number}`, { language: 'en' }),
      listed(twin, 'phone', PHONE),
      listed(twin, 'district', `Versteck${number}`),
    ],
    offer: [
      listed(offer, 'name', 'Nähkurs'),
      listed(offer, 'carrier', `haus ${number}`),
      listed(offer, 'phone', PHONE),
    ],
  };
}

const tellSecondList = () => {
  const said = secondList();
  const subjects = [
    { id: twin, kind: 'organisation' },
    { id: offer, kind: 'offer' },
  ] as const;
  return house.tell(subjects, [...said.organisation, ...said.offer]);
};

async function isShown(subject: string): Promise<boolean> {
  const kind = subject === offer ? 'angebote' : 'organisationen';
  let text = '';
  for (const part of ['', '.json', '?stand=2026-06-01']) text += (await house.get(`/${kind}/${subject}${part}`)).text;
  expect(text.length).toBeGreaterThan(300);
  const claims = await Promise.all(
    [STRANGER, OTTO].map((actor) =>
      house.database
        .as(actor)
        .read((db) => db.selectFrom('claim').select('value').where('subject', '=', subject).execute()),
    ),
  );
  const all = JSON.stringify([text, claims]);
  const seen = /\+49|Versteck/.test(all);
  if (subject === twin) expect((await house.get(`/finden?q=Versteck${number}`)).text.includes(twin)).toBe(seen);
  return seen;
}

async function sayAs(actor: Actor, organisation: string, field: string, value: Json): Promise<void> {
  await house.database.as(actor).write(async (tx) => {
    const own = { kind: 'own', speaker: organisation, publisher: '', licence: 'own', takedownContact: '' } as const;
    const source = await insertSource(tx, { ...own, retrievedAt: AT }, 0);
    const claim = { ...house.listed(organisation, field, value), source, sourceKind: 'own' as const, saidAt: AT };
    await say(tx, REGISTER, { claims: [claim], at: AT });
  });
}

async function publish(revision: number): Promise<void> {
  await house.asSystem.write((tx) => publishRevision(tx, REGISTER, revision));
  await tidyRevision({ db: house.asSystem, actor: system('test'), register: REGISTER }, revision);
}

async function expectSameBytes(): Promise<void> {
  const { same } = await rebuild({ db: house.asSystem, actor: system('test'), register: REGISTER });
  expect(Object.values(same)).not.toContain(false);
}

const covers = async () =>
  (
    await house.database.sql(
      `select (select count(*) from protection_cover)::integer as covers, (select count(*) from protected_name)::integer as names,
        (select count(*) from subject where protected_at is not null or hidden_fields is not null)::integer as subjects`,
    )
  ).rows[0];

beforeEach(async () => {
  for (const organisation of [NUJIN, OTHER, THIRD, twin].filter((id) => id !== '')) await end(organisation);
  expect(await covers()).toEqual({ covers: 0, names: 0, subjects: 0 });
  number += 1;
  twin = idFor(`twin-${number}`);
  offer = idFor(`offer-${number}`);
});

test('the entry of another list under the same name is hidden with it, and so are its offers; the end opens them', async () => {
  await tellSecondList();
  for (const one of [twin, offer]) expect(await isShown(one)).toBe(true);
  await begin(NUJIN);
  for (const one of [twin, offer, NUJIN]) expect(await isShown(one)).toBe(false);
  expect((await house.get(`/organisationen/${twin}`)).text).toContain(NAME.replace('  ', ' ').slice(0, 12));
  expect(await isShown(OTHER)).toBe(true);
  await expectSameBytes();
  await end(NUJIN);
  for (const one of [twin, offer, NUJIN]) expect(await isShown(one)).toBe(true);
  await expectSameBytes();
});

test('a list that comes later opens nothing, whether it brings the entry or its name', async () => {
  const said = secondList();
  await house.tell([{ id: offer, kind: 'offer' }], said.offer);
  await begin(NUJIN);
  const revision = await house.asSystem.write(async (tx) => {
    const begun = await beginRevision(tx, 'import', AT);
    const subjects = [{ id: twin, kind: 'organisation' }] as const;
    await reviseNew(tx, REGISTER, begun, { subjects, claims: said.organisation });
    return begun;
  });
  expect(await isShown(offer)).toBe(false);
  await publish(revision);
  for (const one of [twin, offer]) expect(await isShown(one)).toBe(false);
  await expectSameBytes();

  number += 100;
  [twin, offer] = [idFor(`twin-${number}`), idFor(`offer-${number}`)];
  const { listed } = house;
  await house.tell(
    [{ id: twin, kind: 'organisation' }],
    [listed(twin, 'name', 'Anders'), listed(twin, 'district', `Versteck${number}`)],
  );
  expect(await isShown(twin)).toBe(true);
  const next = await house.asSystem.write(async (tx) => {
    const begun = await beginRevision(tx, 'import', AT);
    await reviseKnown(tx, REGISTER, begun, { claims: [listed(twin, 'name', NAME)], end: [], at: AT });
    return begun;
  });
  expect(await isShown(twin)).toBe(false);
  await publish(next);
  expect(await isShown(twin)).toBe(false);
  await expectSameBytes();
});

test('a new name that a list gives the protected one covers whoever carries it already', async () => {
  const { listed } = house;
  await house.tell(
    [{ id: twin, kind: 'organisation' }],
    [listed(twin, 'name', `Treffpunkt ${number}`), listed(twin, 'district', `Versteck${number}`)],
  );
  await begin(NUJIN);
  expect(await isShown(twin)).toBe(true);
  await house.tell([], [listed(NUJIN, 'name', `treffpunkt ${number}`, { language: 'en' })]);
  expect(await isShown(twin)).toBe(false);
});

test('nobody hides a neighbour by taking its name, before or during protection, and a short name hides nobody', async () => {
  await tellSecondList();
  await begin(OTHER);
  await sayAs(EVE, OTHER, 'name', 'Frauenverein Nûjîn e. V.');
  for (const one of [NUJIN, twin]) expect(await isShown(one)).toBe(true);
  await end(OTHER);
  await begin(OTHER);
  for (const one of [NUJIN, twin, offer]) expect(await isShown(one)).toBe(true);
  await house.tell([], [house.listed(OTHER, 'shortName', NAME)]);
  for (const one of [NUJIN, twin]) expect(await isShown(one)).toBe(true);
  await house.tell(
    [{ id: THIRD, kind: 'organisation' }],
    [house.listed(THIRD, 'name', 'Nûjîn'), house.listed(THIRD, 'phone', PHONE)],
  );
  await begin(NUJIN);
  expect(await isShown(THIRD)).toBe(true);
});

test('a twin that begins to speak for itself decides for itself; who speaks for both opens nothing by that', async () => {
  await tellSecondList();
  await begin(NUJIN);
  await sayAs(speaker('anna', [NUJIN, twin]), twin, 'languages', ['de']);
  for (const one of [twin, offer]) expect(await isShown(one)).toBe(false);
  await sayAs(speaker('tina', [twin]), twin, 'languages', ['de', 'ku']);
  for (const one of [twin, offer]) expect(await isShown(one)).toBe(true);
  expect(await isShown(NUJIN)).toBe(false);
  await expectSameBytes();
  await house.tell([], [house.listed(twin, 'name', NAME, { language: 'fr' })]);
  expect(await isShown(twin)).toBe(true);
});

test('the end of one protection opens neither a twin’s own nor what another protection covers', async () => {
  await tellSecondList();
  await begin(NUJIN);
  await begin(twin);
  await sayAs(speaker('tina', [twin]), twin, 'languages', ['de']);
  await sayAs(system('test'), twin, 'languages', ['de', 'ku']);
  await end(NUJIN);
  for (const one of [twin, offer]) expect(await isShown(one)).toBe(false);
  await end(twin);
  expect(await isShown(twin)).toBe(true);

  number += 200;
  [twin, offer] = [idFor(`twin-${number}`), idFor(`offer-${number}`)];
  await tellSecondList();
  await house.tell([], [house.listed(THIRD, 'name', `Haus ${number}`)]);
  await begin(NUJIN);
  await begin(THIRD);
  await end(NUJIN);
  for (const one of [twin, offer]) expect(await isShown(one)).toBe(false);
  await end(THIRD);
  for (const one of [twin, offer]) expect(await isShown(one)).toBe(true);
  await expectSameBytes();
});

test('a protection from before twins were known covers them with the next round, once, and an ended one stays ended', async () => {
  await protect(house.as(ANNA), NUJIN);
  await house.database.sql('alter table subject disable trigger subject_keep_protection');
  await tellSecondList();
  await house.database.sql(`delete from protection_cover where covered <> organisation`);
  await house.database.sql(
    `update subject set protected_at = null, hidden_fields = null where id in ('${twin}', '${offer}')`,
  );
  await house.database.sql('alter table subject enable trigger subject_keep_protection');
  await rebuild({ db: house.asSystem, actor: system('test'), register: REGISTER });
  for (const one of [twin, offer]) expect(await isShown(one)).toBe(true);
  const program = { ...house.as(system('test')), db: house.asSystem };
  for (let time = 0; time < 2; time += 1) {
    expect(await protectAnew(program)).toBe(1);
    for (const one of [twin, offer, NUJIN]) expect(await isShown(one)).toBe(false);
    await expectSameBytes();
  }
  await expect(protectAnew(house.as(ANNA))).rejects.toThrow();
  await askToEndProtection(house.as(ANNA), NUJIN);
  await endProtection(house.as(BEN), NUJIN);
  expect(await protectAnew(program)).toBe(0);
  for (const one of [twin, offer, NUJIN]) expect(await isShown(one)).toBe(true);
});

test('nobody but the program reads or changes which entries belong together', async () => {
  await tellSecondList();
  await begin(NUJIN);
  const before = await covers();
  expect(before?.['covers']).toBeGreaterThan(1);
  for (const actor of [STRANGER, ANNA, BEN, OTTO]) {
    const db = house.database.as(actor);
    expect(await db.read((tx) => tx.selectFrom('protection_cover').selectAll().execute())).toEqual([]);
    await db.write((tx) => tx.deleteFrom('protection_cover').execute());
  }
  expect(await covers()).toEqual(before);
  expect(await isShown(twin)).toBe(false);
});
