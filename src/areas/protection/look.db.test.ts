import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ANNA,
  CARLA,
  EVE,
  failingAt,
  NUJIN,
  openProtectedHouse,
  OTHER,
  OTTO,
  SECRET,
  type ProtectedHouse,
} from '../../../test/protected-house.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { findNotes, verifyChain } from '../../platform/chain/index.ts';
import { keepSubjects } from '../claims/index.ts';
import { look } from './look.ts';
import { protect } from './protect.ts';

let house: ProtectedHouse;

beforeAll(async () => {
  house = await openProtectedHouse();
  await protect(house.as(ANNA), NUJIN);
}, 120_000);
afterAll(() => house.database.close());

test('staff sees what is closed only with a note that the organisation reads, and without it nothing', async () => {
  const path = `/organisationen/${NUJIN}/einsicht`;
  for (const who of ['carla', 'otto']) {
    expect((await house.get(path, who)).text).not.toMatch(SECRET);
    expect((await house.post(path, who, {})).status).toBe(422);
    const shown = await house.post(path, who, { reason: 'danger' });
    expect(shown.text).toContain('Leinensteig 4');
    expect((await house.get(`/organisationen/${NUJIN}`, who)).text).not.toMatch(SECRET);
  }
  const [last] = (await house.asSystem.read((db) => findNotes(db, NUJIN))).toReversed();
  expect([last?.act, last?.byRole]).toEqual(['protected.read', 'operator']);
  expect(last?.about).toMatch(/^reason\/danger fields\/.*street/);
  const log = await house.get(`/organisationen/${NUJIN}/protokoll`, 'anna');
  expect(log.text).toContain('Geschützte Angaben angesehen. Jemand ist in Gefahr.');
  for (let at = 1; ; at += 1) {
    const ctx = { ...house.as(CARLA), db: failingAt(house.database.as(CARLA), at) };
    const facts = await look(ctx, { organisation: NUJIN, reason: 'asked' }).catch(() => null);
    const count = (await house.asSystem.read((db) => findNotes(db, NUJIN))).length;
    if (facts === null) expect(count).toBe(last?.number);
    else {
      expect(count).toBe((last?.number ?? 0) + 1);
      break;
    }
  }
});

test('the closed facts of its own offers are opened with it, each with a note for everybody who keeps the offer', async () => {
  const [shared, open] = [idFor('shared'), idFor('open-offer')];
  const { listed } = house;
  await house.tell(
    [
      { id: shared, kind: 'offer' },
      { id: open, kind: 'offer' },
    ],
    [
      listed(shared, 'name', 'Nähkurs'),
      listed(shared, 'phone', '+493710000042', { scope: 'own' }),
      listed(open, 'name', 'Offener Garten'),
    ],
  );
  const keeps = (subject: string, organisation: string) => ({ subject, organisation });
  await house.asSystem.write((tx) =>
    keepSubjects(tx, [keeps(shared, OTHER), keeps(shared, NUJIN), keeps(open, OTHER)]),
  );
  const countOf = async (chain: string) => (await house.asSystem.read((db) => findNotes(db, chain))).length;
  const [nujin, other] = [await countOf(NUJIN), await countOf(OTHER)];
  const shown = await house.post(`/organisationen/${OTHER}/einsicht`, 'carla', { reason: 'wrong' });
  expect(shown.text).toContain('Nähkurs');
  expect(shown.text).toContain('+49 371 0000042');
  expect(shown.text).not.toContain('Offener Garten');
  expect([await countOf(NUJIN), await countOf(OTHER)]).toEqual([nujin + 1, other + 2]);
  const [last] = (await house.asSystem.read((db) => findNotes(db, NUJIN))).toReversed();
  expect(last?.about).toBe(`reason/wrong fields/phone offer/${shared}`);
  const log = (await house.get(`/organisationen/${NUJIN}/protokoll`, 'anna')).text;
  expect(log).toContain(`<a href="/angebote/${shared}">Bei diesem Angebot</a> (Telefon)`);
  expect(log).not.toContain('0000042');
});

test('the pages are not there for strangers and others, to the byte', async () => {
  for (const part of ['schutz', 'protokoll', 'einsicht']) {
    const none = await house.get(`/organisationen/${idFor('nobody')}/${part}`, 'eve');
    expect(none.status).toBe(404);
    for (const who of [null, 'eve']) {
      expect(await house.get(`/organisationen/${NUJIN}/${part}`, who)).toEqual(none);
      const sent = await house.post(`/organisationen/${NUJIN}/${part}`, who, { reason: 'asked', wants: 'yes' });
      expect(sent).toEqual(none);
    }
  }
  expect((await house.get('/schutz')).status).toBe(404);
  expect((await house.get('/schutz', 'anna')).text).toContain(`href="/organisationen/${NUJIN}/schutz"`);
});

test('the log holds together, names nobody, and nobody changes it, not even the program', async () => {
  const notes = await house.asSystem.read((db) => findNotes(db, NUJIN));
  expect(verifyChain(NUJIN, notes).kind).toBe('intact');
  expect(JSON.stringify(notes)).not.toMatch(/anna|ben|carla|otto|Leinensteig|Frauenverein/);
  for (const id of ['anna', 'ben', 'carla', 'otto']) expect(JSON.stringify(notes)).not.toContain(idFor(id));
  for (const actor of [STRANGER, ANNA, EVE, CARLA, OTTO, system('test')]) {
    const { db } = house.as(actor);
    await expect(db.write((tx) => tx.updateTable('chain_note').set({ about: '' }).execute())).rejects.toThrow();
    await expect(db.write((tx) => tx.deleteFrom('chain_note').execute())).rejects.toThrow();
  }
  const json = await house.get(`/organisationen/${NUJIN}/protokoll?form=json`, 'anna');
  expect(JSON.parse(json.text)).toMatchObject({ chain: NUJIN, head: notes.at(-1)?.hash });
});

test('whoever keeps the register cannot lift a protection by writing subjects', async () => {
  for (const actor of [CARLA, OTTO]) {
    const lift = house.database
      .as(actor)
      .write((tx) => tx.updateTable('subject').set({ protected_at: null }).where('id', '=', NUJIN).execute());
    await expect(lift).rejects.toThrow();
  }
});
