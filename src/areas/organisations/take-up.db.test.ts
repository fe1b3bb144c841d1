import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { baseIn, openSpeaking, speaker, type Speaking } from '../../../test/speaking.ts';
import type { Actor } from '../../plain/actor.ts';
import { idFor, newId } from '../../plain/ids.ts';
import { dayOf } from '../../plain/time.ts';
import { findNotes } from '../../platform/chain/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { hashOf } from '../../platform/http/index.ts';
import { openLinks, type Links } from '../../platform/links/index.ts';
import { loadWords } from '../../platform/words/index.ts';
import { freshnessWork } from '../../app/freshness.ts';
import { takeUpPages } from '../../app/take-up.tsx';
import { openGazetteer } from '../places/index.ts';
import { addTakeUpPages } from './index.ts';

const NUJIN = idFor('nujin');
const TREFF = idFor('treff');
const NOW = '2026-11-21T20:00:00Z';
const PEOPLE: Readonly<Record<string, Actor>> = {
  anna: speaker('anna', []),
  carla: { kind: 'coordination', session: 's', account: idFor('carla'), organisations: [], isAdmitted: false },
};
const AGENT = 'Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0';
let house: Speaking;
let links: Links;

beforeAll(async () => {
  house = await openSpeaking(PEOPLE, NOW);
  links = await openLinks(house.database);
  const words = loadWords('src', { strict: false });
  const work = freshnessWork({ words, gazetteer: openGazetteer(), config: { origin: 'http://localhost' } }, links);
  addTakeUpPages(house.web, takeUpPages({ frame: house.frame, origin: 'http://localhost', work }));
  await house.tell(
    [NUJIN, TREFF].map((id) => ({ id, kind: 'organisation' })),
    [house.listed(NUJIN, 'name', 'Frauenverein Nujin'), house.listed(TREFF, 'name', 'Treff')],
  );
}, 120_000);
afterAll(() => house.database.close());
beforeEach(async () => {
  await house.database.sql('delete from role_term');
  await house.database.sql('delete from role');
});

/** The link as somebody has it who has answered from the function mailbox. */
async function link(organisation = NUJIN, until = '2026-11-28T20:00:00Z'): Promise<string> {
  const made = links.make('take-up', new Date(until));
  await house.asSystem.write((tx) => answered(tx, organisation, made.hash));
  return `/organisationen/${organisation}/stimme/${made.token}`;
}

function answered(tx: Transaction, subject: string, hash: string) {
  const today = dayOf(new Date(NOW));
  return tx
    .insertInto('confirmation_ask')
    .values({
      id: newId(new Date(NOW)),
      subject,
      channel: 'mail',
      attempt: 1,
      asked_on: today,
      sent_on: today,
      state: 'answered',
      token_hashes: [],
      code_hash: null,
      code_until: null,
      answer: 'confirmed',
      answered_at: new Date(NOW),
      note: null,
      undo: null,
      take_up_hash: hash,
    })
    .execute();
}

const holders = async () =>
  (
    await house.database.sql(
      `select a.alias, r.organisation, t.place from role_term t join role r on r.id = t.role join account a on a.id = t.account`,
    )
  ).rows;
const account = (alias: string) => ({
  alias,
  passphrase: 'sieben Lampen tragen Wasser heim',
  passphraseAgain: 'sieben Lampen tragen Wasser heim',
});

test('whoever has the link makes an account, becomes the holder and is let in', async () => {
  const path = await link();
  const opened = await house.get(path);
  expect(opened.status).toBe(200);
  expect(opened.text).toContain('Frauenverein Nujin');
  const taken = await house.web.request(path, {
    method: 'POST',
    headers: { origin: 'http://localhost', 'user-agent': AGENT },
    body: new URLSearchParams(account('Gelbe Birke 4')),
  });
  expect([taken.status, taken.headers.get('location')]).toEqual([303, `/organisationen/${NUJIN}/bearbeiten`]);
  expect(await holders()).toEqual([{ alias: 'Gelbe Birke 4', organisation: NUJIN, place: 'holder' }]);
  const token = /session=([^;]+)/.exec(taken.headers.getSetCookie().join('; '))?.[1] ?? '';
  const { rows } = await house.database.sql('select device from session where token_hash = $1', [hashOf(token)]);
  expect(rows).toEqual([{ device: 'Firefox, Android' }]);
  const notes = await house.asSystem.read((db) => findNotes(db, NUJIN));
  expect(notes.map(({ act }) => act)).toContain('voice.takenUp');
  expect(JSON.stringify(notes)).not.toContain('Birke');
  // Looking did not use it up, taking up did.
  expect((await house.get(path)).status).toBe(404);
});

test('an account at hand speaks for the organisation with one tap, and gets a new session', async () => {
  const path = await link(TREFF);
  expect((await house.get(path, 'anna')).text).toContain('Mit meinem Konto');
  const taken = await house.post(path, 'anna', { with: 'mine' });
  expect(taken.status).toBe(303);
  expect(await holders()).toEqual([{ alias: 'anna', organisation: TREFF, place: 'holder' }]);
  const former = await house.database.sql('select id from session where token_hash = $1', [hashOf('token-anna')]);
  expect(former.rows).toEqual([]);
});

test('whoever came to write along goes on there afterwards, and nowhere else', async () => {
  const cooperation = idFor('a cooperation');
  const ways = [
    [`?zusammen=${cooperation}`, `/kooperationen/${cooperation}`],
    ['?zusammen=//elsewhere.example', `/organisationen/${NUJIN}/bearbeiten`],
  ] as const;
  for (const [index, [query, there]] of ways.entries()) {
    const path = `${await link()}${query}`;
    expect((await house.get(path)).text).toContain(`action="${path}"`);
    const taken = await house.post(path, null, account(`Weiße Erle ${index}`));
    expect([taken.status, taken.location]).toEqual([303, there]);
    await house.database.sql('delete from role_term');
  }
});

test('what is wrong with the account comes back, without the passphrase', async () => {
  const path = await link();
  const wrong = await house.post(path, null, { ...account('Rote Eiche 9'), passphraseAgain: 'etwas anderes' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Rote Eiche 9');
  expect(wrong.text).not.toContain('Lampen');
  expect(await holders()).toEqual([]);
  expect((await house.get(path)).status).toBe(200);
});

test('a link of another organisation, an expired or an invented one is a page that does not exist', async () => {
  const path = await link();
  const token = path.split('/').at(-1) ?? '';
  const none = await house.get(`/organisationen/${idFor('nobody')}/stimme/x`);
  const expired = await link(NUJIN, '2026-11-21T19:00:00Z');
  for (const wrong of [`/organisationen/${TREFF}/stimme/${token}`, `/organisationen/${NUJIN}/stimme/x`, expired]) {
    expect(await house.get(wrong)).toEqual(none);
    expect((await house.post(wrong, null, account('Grüne Tanne 2'))).status).toBe(404);
  }
  expect(await holders()).toEqual([]);
});

test('where somebody speaks already, nobody else can take it up, also not with a second link at once', async () => {
  const [one, two] = [await link(), await link()];
  const answers = await Promise.all([
    house.post(one, null, account('Weisse Linde 1')),
    house.post(two, null, account('Weisse Linde 2')),
  ]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 403]);
  expect(await holders()).toHaveLength(1);
  const left = answers[0]?.status === 303 ? two : one;
  const held = await house.get(left);
  expect(held.text).toContain('spricht schon jemand');
  expect(baseIn(held.text)).toBe('');
  expect(held.text).not.toContain('name="alias"');
  expect((await house.post(left, null, account('Weisse Linde 3'))).status).toBe(409);
});

test('where only a deputy is left, the link from the mailbox makes nobody the holder either', async () => {
  const [first, second] = [await link(), await link()];
  expect((await house.post(first, null, account('Blaue Esche 1'))).status).toBe(303);
  await house.database.sql("update role_term set place = 'deputy'");
  const held = await house.get(second);
  expect(held.text).toContain('spricht schon jemand');
  expect((await house.post(second, null, account('Blaue Esche 2'))).status).toBe(409);
  expect(await holders()).toEqual([{ alias: 'Blaue Esche 1', organisation: NUJIN, place: 'deputy' }]);
});

test('the network does not take up a voice itself, and the link stays good for whom it is meant', async () => {
  const path = await link();
  expect((await house.get(path, 'carla')).text).toContain('spricht nicht selbst für eine Organisation');
  for (const form of [{ with: 'mine' }, account('Stille Erle 1')])
    expect((await house.post(path, 'carla', form)).status).toBe(409);
  expect(await holders()).toEqual([]);
  expect((await house.post(path, null, account('Laute Erle 1'))).status).toBe(303);
});

test('whoever does not reach the voice asks the network with one tap, which hears of it once', async () => {
  const [first, second] = [await link(), await link()];
  expect((await house.post(first, null, { with: 'network' })).status).toBe(422);
  expect((await house.post(first, null, account('Graue Weide 1'))).status).toBe(303);
  expect((await house.get(second)).text).toContain('Die Koordination fragen');
  for (let time = 0; time < 2; time += 1)
    expect((await house.post(second, null, { with: 'network' })).status).toBe(303);
  const { rows } = await house.database.sql("select about from notice where kind = 'voiceAsked'");
  expect(rows).toEqual([{ about: `/auffrischen/${NUJIN}` }]);
  const notes = await house.asSystem.read((db) => findNotes(db, NUJIN));
  expect(notes.filter(({ act }) => act === 'voice.asked')).toHaveLength(1);
});
