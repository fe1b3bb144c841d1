import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FIRST_TEXT, FOURTH_TEXT } from '../../../../test/agreement.ts';
import { openAgreementHouse, PASSPHRASE, type AgreementHouse } from '../../../../test/agreement-house.ts';
import { agreeOn, bring, confirmAll } from '../../../../test/agreed.ts';
import { tryDevice } from '../../../../test/device.ts';
import { ORIGIN } from '../../../../test/web.ts';
import { challengeOf } from '../signature.ts';
import { findInForce } from '../store-in-force.ts';
import { findSignatures, findStanding } from '../store.ts';

let first: AgreementHouse;
let house: AgreementHouse;
beforeAll(async () => {
  first = await openAgreementHouse();
});
beforeEach(async () => {
  house = await openAgreementHouse(first);
});
afterAll(() => first.database.close());

const pathOf = (agreement: string) => `/vereinbarungen/${agreement}/unterschreiben`;
const standing = (agreement: string) => house.speaker(house.nujin).db.read((db) => findStanding(db, agreement));
const signatures = (agreement: string) => house.speaker(house.nujin).db.read((db) => findSignatures(db, agreement));
const inForce = () => house.speaker(house.nujin).db.read((db) => findInForce(db));

test('while something is missing the page says what and where, and there is nothing to press', async () => {
  const agreement = await house.begin();
  await bring(house, agreement, FIRST_TEXT);
  const { status, text } = await house.get(pathOf(agreement), house.as('nur'));
  expect(status).toBe(200);
  expect(text).toContain('Noch nicht zu unterschreiben');
  expect(text).toContain('Es ist noch nicht vereinbart, wie man aussteigt.');
  expect(text).not.toContain('name="way"');
  const { hash } = await standing(agreement);
  const pressed = await house.post(
    pathOf(agreement),
    { way: 'paper', version: hash, day: '2026-11-21' },
    house.as('nur'),
  );
  expect(pressed.status).toBe(422);
  expect(await signatures(agreement)).toEqual([]);
});

test('one signs with the passphrase, the other on paper; both see it, and the last one puts it in force', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const { hash } = await standing(agreement);
  const open = await house.get(pathOf(agreement), house.as('nur'));
  expect(open.text).toContain(hash.slice(0, 4));
  expect(open.text).toContain('Frauenverein Nûjîn e. V.');
  expect(open.text).toMatch(
    /\d+ Absätze stehen noch nicht auf Türkisch da\.[^]*Unterschreiben könnt ihr trotzdem\.[^]*name="way"/,
  );
  const wrong = await house.post(
    pathOf(agreement),
    { way: 'passphrase', version: hash, passphrase: 'falsch geraten heute' },
    house.as('nur'),
  );
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Diese Passphrase stimmt nicht.');
  expect(wrong.text).not.toContain('falsch geraten heute');
  const first = { way: 'passphrase', version: hash, passphrase: PASSPHRASE };
  expect(await house.post(pathOf(agreement), first, house.as('nur'))).toMatchObject({ status: 303 });
  expect(await inForce()).toEqual([]);
  const seen = await house.get(pathOf(agreement), house.as('bea'));
  expect(seen.text).toContain('am 21. November 2026, hier mit Passphrase bestätigt');
  expect(seen.text).toContain('noch nicht');

  const bad = await house.post(pathOf(agreement), { way: 'paper', version: hash, day: '2026-11-22' }, house.as('bea'));
  expect(bad.status).toBe(422);
  expect(bad.text).toContain('value="2026-11-22"');
  const paper = { way: 'paper', version: hash, day: '2026-11-21' };
  expect(await house.post(pathOf(agreement), paper, house.as('bea'))).toMatchObject({ status: 303 });
  const done = await house.get(pathOf(agreement), house.as('nur'));
  expect(done.text).toContain('gilt seit dem 21. November 2026');
  expect(done.text).not.toContain('name="way"');
  expect(await inForce()).toHaveLength(1);
  expect(await receivers()).toEqual([house.mailOf('bea'), house.mailOf('nur')]);
  expect(await linksIn(agreement)).toEqual([]);

  expect(await house.post(pathOf(agreement), paper, house.as('bea'))).toMatchObject({ status: 303 });
  expect(await signatures(agreement)).toHaveLength(2);
  expect(await receivers()).toHaveLength(2);
  expect(await house.acts(house.bildungswerk)).toEqual(expect.arrayContaining(['agreement.signed organisation']));
});

test('the page says which language a change has left alone, until it was brought along', async () => {
  const said = (words: Record<string, string>) => ({
    ...FOURTH_TEXT,
    paragraphs: FOURTH_TEXT.paragraphs.map((one) =>
      one.kind === 'goal' && one.id === 'goal-2' ? { ...one, parts: { ...one.parts, words } } : one,
    ),
  });
  const read = async () => (await house.get(pathOf(agreement), house.as('nur'))).text;
  const first = { de: 'Mütter kennen die Vorsorge.', tr: 'Anneler korunmayı bilir.' };
  const agreement = await agreeOn(house, said(first));
  expect(await read()).not.toContain('geändert');
  await bring(house, agreement, said({ ...first, de: 'Mütter und Väter kennen die Vorsorge.' }));
  expect(await read()).toMatch(
    /Ein Absatz hat sich geändert, aber nicht auf Türkisch: <a href="[^"]+#p-[^"]+">Ziel \d<\/a>[^]*Unterschreiben könnt ihr trotzdem\./,
  );
  await bring(house, agreement, said({ de: 'Mütter und Väter wissen es.', tr: 'Anneler ve babalar bilir.' }));
  expect(await read()).not.toContain('geändert');
});

test('both at the same moment: one of them is the last, and each partner gets one mail', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const { hash } = await standing(agreement);
  const paper = { way: 'paper', version: hash, day: '2026-11-21' };
  const both = await Promise.all(
    (['nur', 'bea', 'nur', 'bea'] as const).map((who) => house.post(pathOf(agreement), paper, house.as(who))),
  );
  expect(both.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  expect(await signatures(agreement)).toHaveLength(2);
  expect(await receivers()).toHaveLength(2);
});

test('a device signs the hash of the version with a key of the account, and with no other', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const { hash, version } = await standing(agreement);
  const [own, strange] = [tryDevice(ORIGIN), tryDevice(ORIGIN)];
  const said = (device: typeof own, of: string) => {
    const deviceAnswer = device.show(challengeOf(of));
    return { way: 'passkey', version: hash, deviceAnswer };
  };
  const refused = async (form: Record<string, string>) =>
    (await house.post(pathOf(agreement), form, house.as('nur'))).status;
  expect(await refused(said(own, hash))).toBe(422);
  await house.givePasskey(own, house.accounts.nur);
  await house.givePasskey(strange, house.accounts.bea);
  expect((await house.get(pathOf(agreement), house.as('nur'))).text).toContain(challengeOf(hash));
  expect(await refused(said(strange, hash))).toBe(422);
  expect(await refused(said(own, version.former ?? ''))).toBe(422);
  expect(await refused({ way: 'passkey', version: hash, deviceAnswer: 'no answer' })).toBe(422);
  expect(await signatures(agreement)).toEqual([]);
  expect(await refused(said(own, hash))).toBe(303);
  expect(await signatures(agreement)).toMatchObject([{ partner: house.nujin, proof: { kind: 'passkey' } }]);
});

test('with a newer version in between nothing is signed; the old one stays in force until all have signed the new', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const read = await standing(agreement);
  const paper = (version: string) => ({ way: 'paper', version, day: '2026-11-21' });
  for (const who of ['nur', 'bea'] as const) await house.post(pathOf(agreement), paper(read.hash), house.as(who));
  const goals = FOURTH_TEXT.paragraphs.filter(({ id }) => id !== 'goal-4');
  await bring(house, agreement, { ...FOURTH_TEXT, paragraphs: goals });
  const late = await house.post(pathOf(agreement), paper(read.hash), house.as('nur'));
  expect(late.status).toBe(409);
  const newer = await standing(agreement);
  expect(late.text).toContain(`Inzwischen gibt es Fassung ${newer.version.number}.`);
  const open = await house.get(pathOf(agreement), house.as('nur'));
  expect(open.text).toContain(`Fassung ${read.version.number} gilt seit dem`);
  await confirmAll(house, agreement);
  await house.post(pathOf(agreement), paper(newer.hash), house.as('nur'));
  expect(await inForce()).toMatchObject([{ hash: read.hash }]);
  await house.post(pathOf(agreement), paper(newer.hash), house.as('bea'));
  expect(await inForce()).toMatchObject([{ hash: newer.hash }]);
});

test('who is no partner finds the same nothing as where there is none', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const { hash } = await standing(agreement);
  const nowhere = pathOf('0190e0b2-0000-7000-8000-000000000000');
  for (const who of [house.as('otto'), house.as('kim'), null]) {
    const there = await house.get(pathOf(agreement), who);
    expect(there.status).toBe(404);
    expect(there.text).toBe((await house.get(nowhere, who)).text);
    const form = { way: 'paper', version: hash, day: '2026-11-21' };
    expect((await house.post(pathOf(agreement), form, who)).status).toBe(404);
  }
  expect((await house.get(pathOf('nonsense'), house.as('nur'))).status).toBe(404);
  expect(await signatures(agreement)).toEqual([]);
});

test('whoever speaks for the organisation later changes nothing about its signature, and no account stands in it', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const { hash } = await standing(agreement);
  await house.post(pathOf(agreement), { way: 'paper', version: hash, day: '2026-11-21' }, house.as('nur'));
  const before = await signatures(agreement);
  const { rows } = await house.database.sql('select id from role where organisation = $1', [house.nujin]);
  await house.endTerm(String(rows[0]?.['id']), house.accounts.nur);
  expect((await house.get(pathOf(agreement), house.as('nur'))).status).toBe(404);
  expect(await signatures(agreement)).toEqual(before);
  expect(JSON.stringify(before)).not.toContain(house.accounts.nur);
  const { rows: stored } = await house.database.sql('select * from agreement_signature');
  expect(JSON.stringify(stored)).not.toContain(house.accounts.nur);
});

/** The links of mails that name an agreement. */
async function linksIn(agreement: string): Promise<unknown[]> {
  const { rows } = await house.database.sql(`select content->>'link' as link from mail`);
  expect(rows.length).toBeGreaterThan(0);
  return rows.filter(({ link }) => String(link).includes(agreement));
}

async function receivers(): Promise<unknown[]> {
  const own = [house.mailOf('bea'), house.mailOf('nur')];
  const { rows } = await house.database.sql('select receiver from mail where receiver = any($1) order by 1', [own]);
  return rows.map(({ receiver }) => receiver);
}
