import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLOSED, NUJIN, openRequestHouse, TREFF, WERK, type RequestHouse } from '../../../test/request-house.ts';
import { idFor } from '../../plain/ids.ts';
import { letIn } from '../cooperations/index.ts';
import { findOwnIntroduction } from './answer-introduction.ts';
import { isVouched } from './index.ts';
import { keepPace } from './keep-pace.ts';
import { introductionState, isVouchedFor, type Consent } from './introduction.ts';

let house: RequestHouse;
let cooperation: string;

beforeAll(async () => {
  house = await openRequestHouse();
  cooperation = await house.begin();
  await house.asSystem.write((tx) =>
    letIn(tx, { cooperation, organisation: NUJIN, phase: 'plan', since: '2026-11-21' }),
  );
}, 120_000);
afterAll(() => house.database.close());

const introduce = (third: string) =>
  house.post('/vorstellungen/neu', 'anna', {
    in: cooperation,
    partner: NUJIN,
    third: `https://netz.example/organisationen/${third}?lang=de`,
  });

test('all three agree, one after the other, and only then two see how to reach each other', async () => {
  const made = await introduce(TREFF);
  expect(made.status).toBe(303);
  const path = made.location;
  // The third knows of nothing before the first yes.
  expect((await house.get(path, 'tina')).status).toBe(404);
  expect(await house.linksOf('treff')).toEqual([]);
  const [first = ''] = await house.linksOf('nujin');
  expect((await house.get(first)).text).toContain('Treff am Anger');
  // A form without either button is no answer, and above all no no.
  expect((await house.post(first, null, {})).status).toBe(400);
  expect((await house.post(first, null, { answer: 'yes' })).status).toBe(303);
  const [second = ''] = await house.linksOf('treff');
  const waiting = `<a href="${path}">Möchtet ihr Frauenverein Nûjîn kennenlernen?</a>`;
  const overview = (await house.get('/zusammenarbeit', 'tina')).text;
  expect([overview.includes(waiting), overview.includes('noch nichts begonnen')]).toEqual([true, false]);
  // Whoever hands the mails on learns of none of the three.
  for (const { text } of await house.mails())
    for (const name of ['Bildungswerk', 'Nûjîn', 'Treff am Anger']) expect(text).not.toContain(name);
  for (const [page, who] of [
    [first, null],
    [second, null],
    [path, 'anna'],
    [path, 'tina'],
  ] as const)
    for (const { mailbox, phone } of Object.values(CLOSED)) {
      const { text } = await house.get(page, who);
      expect(text).not.toContain(mailbox);
      expect(text).not.toContain(phone);
    }
  expect((await house.post(path, 'tina', { answer: 'yes' })).status).toBe(303);
  expect((await house.get('/zusammenarbeit', 'tina')).text).not.toContain(path);
  expect((await house.get(first)).text).toContain(CLOSED.treff.mailbox);
  expect((await house.get(second)).text).toContain(CLOSED.nujin.mailbox);
  // Whoever introduces learns that it worked, and no address.
  const own = await house.get(path, 'anna');
  expect(own.text).toContain('Das ist ein Beitrag');
  expect(own.text).not.toContain(CLOSED.treff.mailbox);
  const together = (await house.get(`/kooperationen/${cooperation}`, 'anna')).text;
  expect(together).toContain('eine ist gelungen');
  expect(together).toContain(`/kooperationen/${cooperation}/anfragen#introductions"`);
  expect((await house.get(`/kooperationen/${cooperation}/anfragen`, 'anna')).text).toContain('id="introductions"');
  expect((await house.post(second, null, { answer: 'no' })).status).toBe(403);
});

test('who speaks for the entry that one of the three counts as now finds it under the old id', async () => {
  const { rows } = await house.database.sql('select id from introduction');
  const cleo = { session: 'cleo', account: idFor('cleo'), organisations: [idFor('treff anew')], isAdmitted: false };
  const colleague = house.as({ kind: 'account', ...cleo, alsoAs: [TREFF] });
  expect(await findOwnIntroduction(colleague, String(rows[0]?.['id']))).toMatchObject({ side: TREFF });
});

test('one organisation introduces so often on one day, and goes on the next', async () => {
  const keep = (at: string) => house.asSystem.write((tx) => keepPace(tx, 'introduction', TREFF, new Date(at)));
  const kept = [];
  for (let time = 0; time < 12; time += 1) kept.push(await keep('2026-12-01T08:00:00Z'));
  expect(kept.filter((isFine) => isFine)).toHaveLength(10);
  expect(kept.at(-1)).toBe(false);
  expect(await keep('2026-12-02T08:00:01Z')).toBe(true);
});

test('the same two are not introduced twice, and nobody whom one does not see', async () => {
  expect((await introduce(TREFF)).status).toBe(409);
  expect((await introduce(NUJIN)).status).toBe(422);
  const unknown = await introduce('0190b1c2-0000-7000-8000-000000000000');
  expect(unknown.status).toBe(422);
  expect(unknown.text).toContain('finden wir nicht');
});

test('everybody else finds a page that does not exist', async () => {
  const none = await house.get('/gibt-es-nicht', 'anna');
  const { rows } = await house.database.sql('select id from introduction');
  for (const who of ['fremd', 'kora', 'olga', null]) {
    expect(await house.get(`/vorstellungen/${String(rows[0]?.['id'])}`, who)).toMatchObject({
      status: 404,
      text: none.text,
    });
    expect(await house.get(`/vorstellungen/neu?in=${cooperation}`, who)).toMatchObject({
      status: 404,
      text: none.text,
    });
  }
});

test('no order of answers makes an introduction without the yes of both', () => {
  const sides = { introduced: 'one', third: 'other' };
  const said = fc.array(fc.tuple(fc.constantFrom('one', 'other'), fc.constantFrom<Consent>('yes', 'no')), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(said, (all) => {
      const consents = new Map(all);
      const isAgreed = introductionState({ ...sides, consents }) === 'agreed';
      expect(isAgreed).toBe(consents.get('one') === 'yes' && consents.get('other') === 'yes');
    }),
  );
});

test('two of one kind are one; two of different kind vouch', () => {
  expect(isVouchedFor(['association'])).toBe(false);
  expect(isVouchedFor(['association', 'association', null])).toBe(false);
  expect(isVouchedFor(['association', 'carrier'])).toBe(true);
});

test('a vouch is given by who is confirmed in the network, and taken back at once', async () => {
  const path = `/buergschaften/${NUJIN}`;
  expect((await house.get(path, 'anna')).status).toBe(404);
  expect((await house.get(`/buergschaften/${TREFF}`, 'tina')).status).toBe(404);
  expect((await house.post(path, 'tina', { voucher: TREFF, what: 'begin' })).status).toBe(303);
  const vouched = () => isVouched({ db: house.database.as({ kind: 'stranger' }) }, house.work, NUJIN);
  expect(await vouched()).toBe(false);
  await house.asSystem.write((tx) =>
    tx.insertInto('vouch').values({ organisation: NUJIN, voucher: WERK, since: '2026-11-21' }).execute(),
  );
  expect(await vouched()).toBe(true);
  // Members read that two vouch, and not which; whoever is not confirmed reads nothing of it.
  const shown = await house.get(`/organisationen/${NUJIN}`, 'tina');
  expect(shown.text).toContain('Zwei Organisationen verschiedener Art bürgen.');
  expect(shown.text).not.toContain('Bildungswerk');
  for (const who of ['anna', 'ben', 'kora', null])
    expect((await house.get(`/organisationen/${NUJIN}`, who)).text).not.toContain('verschiedener Art');
  expect((await house.post(path, 'tina', { voucher: WERK, what: 'end' })).status).toBe(404);
  expect((await house.post(path, 'tina', { voucher: TREFF, what: 'end' })).status).toBe(303);
  expect(await vouched()).toBe(false);
});
