import { afterAll, beforeAll, expect, test } from 'vitest';
import { FORM, NUJIN, openRequestHouse, PEOPLE, TREFF, WERK, type RequestHouse } from '../../../test/request-house.ts';
import { ORIGIN } from '../../../test/web.ts';
import { freshnessWork } from '../../app/freshness.ts';
import { takeUpPages } from '../../app/take-up.tsx';
import { STRANGER } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { loadWords } from '../../platform/words/index.ts';
import { openGazetteer } from '../places/index.ts';
import { insertClosure, letIn } from '../cooperations/index.ts';
import { checkVoiceLink } from './index.ts';
import { makeRequest } from './make-request.ts';
import { sweepRequestWords } from './store-round.ts';

let house: RequestHouse;

beforeAll(async () => {
  house = await openRequestHouse();
}, 120_000);
afterAll(() => house.database.close());

test('where there is no mailbox nobody is written to, and a person helps at once', async () => {
  const cooperation = await house.begin();
  const silent = idFor('elsewhere');
  await house.tell([{ id: silent, kind: 'organisation' }], [house.listed(silent, 'name', 'Ohne Postfach')]);
  const before = (await house.mails()).length;
  const form = await house.get(`/kooperationen/${cooperation}/anfragen/neu?an=${silent}`, 'anna');
  expect(form.text).toContain('sagt hier noch nichts über sich.');
  const made = await house.post(`/kooperationen/${cooperation}/anfragen/neu`, 'anna', { ...FORM, to: silent });
  expect(made.status).toBe(303);
  expect((await house.mails()).length).toBe(before);
  const rows = await house.as(PEOPLE.fremd).db.read((db) => db.selectFrom('request').select('state').execute());
  expect(rows).toEqual([{ state: 'with a person' }]);
  expect((await house.post(`${made.location}/antwort`, 'fremd', { answer: 'no' })).status).toBe(303);
});

test('with several partners each says yes before anybody is asked', async () => {
  const cooperation = await house.begin();
  await house.asSystem.write((tx) =>
    letIn(tx, { cooperation, organisation: TREFF, phase: 'plan', since: '2026-11-21' }),
  );
  const before = (await house.linksOf('nujin')).length;
  const { location } = await house.post(`/kooperationen/${cooperation}/anfragen/neu`, 'anna', FORM);
  expect(await house.linksOf('nujin')).toHaveLength(before);
  expect((await house.get(location, 'ben')).status).toBe(404);
  expect((await house.get(`/kooperationen/${cooperation}`, 'tina')).text).toContain('Seid ihr einverstanden?');
  expect((await house.post(`${location}/zustimmen`, 'ben', {})).status).toBe(404);
  expect((await house.post(`${location}/zustimmen`, 'tina', {})).status).toBe(303);
  expect(await house.linksOf('nujin')).toHaveLength(before + 1);
  expect((await house.get(location, 'ben')).status).toBe(200);
  expect((await house.post(`${location}/antwort`, 'ben', { answer: 'no' })).status).toBe(303);
});

test('two who answer at the same moment make one partner', async () => {
  const cooperation = await house.begin();
  const { location } = await house.post(`/kooperationen/${cooperation}/anfragen/neu`, 'anna', FORM);
  const [link = ''] = (await house.linksOf('nujin')).slice(-1);
  const answers = await Promise.all([
    house.post(link, null, { answer: 'gladly' }),
    house.post(`${location}/antwort`, 'ben', { answer: 'call', day: '2026-11-24', hours: 'midday' }),
    house.post(link, null, { answer: 'gladly' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  const rows = await house.rows('select organisation from cooperation_partner where cooperation = $1', [cooperation]);
  expect(rows).toHaveLength(2);
});

test('after "not now" a new request takes its place, and the old link tells of the new mail', async () => {
  const cooperation = await house.begin();
  const ask = () => house.post(`/kooperationen/${cooperation}/anfragen/neu`, 'anna', FORM);
  await ask();
  const [old = ''] = (await house.linksOf('nujin')).slice(-1);
  await house.post(old, null, { answer: 'later', from: '2026-11-22' });
  expect((await ask()).status).toBe(422);
  // As if it had been said a while ago.
  await house.asSystem.write((tx) =>
    tx.updateTable('request').set({ answer_day: '2026-11-20' }).where('cooperation', '=', cooperation).execute(),
  );
  const before = await house.rows('select id from request where cooperation = $1', [cooperation]);
  expect((await ask()).status).toBe(303);
  expect((await house.get(old)).text).toContain('Gibt es eine neuere Mail, nehmt deren Link.');
  const signedIn = await house.get(`/anfragen/${String(before[0]?.['id'])}`, 'ben');
  expect(signedIn.text).toContain('inzwischen noch einmal gefragt');
  expect((await house.post(old, null, { answer: 'no' })).status).toBe(403);
  const [fresh = ''] = (await house.linksOf('nujin')).slice(-1);
  expect((await house.post(fresh, null, { answer: 'no' })).status).toBe(303);
});

test('both chains tell it without naming the other side', async () => {
  const cooperation = await house.begin();
  const { location } = await house.post(`/kooperationen/${cooperation}/anfragen/neu`, 'anna', FORM);
  const [link = ''] = (await house.linksOf('nujin')).slice(-1);
  await house.post(link, null, { answer: 'no' });
  const about = `request/${location.split('/').at(-1) ?? ''}`;
  const notes = await house.rows(
    'select chain, act, by_role, about from chain_note where about = $1 order by noted_at',
    [about],
  );
  const actsOf = (chain: string) =>
    notes.filter((each) => each['chain'] === chain).map(({ act, by_role }) => `${String(act)} ${String(by_role)}`);
  expect(actsOf(WERK)).toEqual(['request.made organisation', 'request.answered link']);
  expect(actsOf(NUJIN)).toEqual(['request.received organisation', 'request.answered link']);
  const all = JSON.stringify(await house.rows('select about from chain_note where chain = $1', [WERK]));
  expect(all).not.toContain(NUJIN);
});

test('what was written goes half a year after it was settled, and the no stays', async () => {
  const cooperation = await house.begin();
  const { location } = await house.post(`/kooperationen/${cooperation}/anfragen/neu`, 'anna', FORM);
  const [link = ''] = (await house.linksOf('nujin')).slice(-1);
  await house.post(link, null, { answer: 'no' });
  const sweep = (day: string) => house.asSystem.write((tx) => sweepRequestWords(tx, new Date(`${day}T09:00:00Z`)));
  await sweep('2027-05-19');
  expect((await house.get(location, 'anna')).text).toContain(FORM.asked);
  expect(await sweep('2027-05-22')).toBeGreaterThan(0);
  const { text } = await house.get(location, 'anna');
  expect(text).not.toContain(FORM.asked);
  expect(text).toContain('Danke, dass ihr gefragt habt.');
  expect((await house.post(`/kooperationen/${cooperation}/anfragen/neu`, 'anna', FORM)).status).toBe(422);
});

test('after a yes by link somebody of the organisation goes on to speak for it, with a link of its own', async () => {
  const cooperation = await house.begin();
  await house.post(`/kooperationen/${cooperation}/anfragen/neu`, 'anna', FORM);
  const [link = ''] = (await house.linksOf('nujin')).slice(-1);
  expect((await house.post(`${link}/stimme`, null, {})).status).toBe(403);
  await house.post(link, null, { answer: 'gladly' });
  const { status, location } = await house.post(`${link}/stimme`, null, {});
  expect(status).toBe(303);
  const token = /\/stimme\/([^?]+)/.exec(location)?.[1] ?? '';
  expect(location).toBe(`/organisationen/${NUJIN}/stimme/${token}?zusammen=${cooperation}`);
  const known = { links: house.work.links, now: house.clock.now() };
  const opened = { organisation: NUJIN, token };
  await house.as(PEOPLE.fremd).db.write(async (tx) => {
    expect(await checkVoiceLink(tx, known, { organisation: TREFF, token })).toBe(false);
    expect(await checkVoiceLink(tx, known, opened)).toBe(true);
  });
  const fresh = freshnessWork(
    { words: loadWords('src', { strict: false }), gazetteer: openGazetteer(), config: { origin: ORIGIN } },
    house.work.links,
  );
  const { door } = takeUpPages({ frame: house.frame, origin: ORIGIN, work: fresh });
  await house.as(STRANGER).db.write(async (tx) => {
    expect(await door.isValid(tx, opened, known.now)).toBe(true);
    expect(await door.spend(tx, opened, known.now)).toBe(true);
    expect(await door.spend(tx, opened, known.now)).toBe(false);
  });
  // The network hears of it, and whoever reads the mailbox can object.
  expect(await house.rows("select about from notice where kind = 'voiceTakenUp'")).toEqual([
    { about: `/organisationen/${NUJIN}/rollen` },
  ]);
  const objections = await house.rows('select state from confirmation_ask where not_us_hash is not null');
  expect(objections).toEqual([{ state: 'closed' }]);
});

test('three mails, days apart, and then a person who learns neither by whom nor why', async () => {
  const cooperation = await house.begin();
  const before = (await house.linksOf('nujin')).length;
  await house.post(`/kooperationen/${cooperation}/anfragen/neu`, 'anna', FORM);
  const days: string[] = [];
  for (let at = 21; at <= 60; at += 1) {
    const now = new Date(Date.UTC(2026, 10, at, 9));
    house.clock.turn(now.toISOString());
    const { sent } = await house.round();
    expect((await house.round()).sent).toBe(0);
    if (sent > 0) days.push(now.toISOString().slice(0, 10));
  }
  expect(days).toEqual(['2026-12-01', '2026-12-15']);
  const links = (await house.linksOf('nujin')).slice(before);
  expect(links).toHaveLength(3);
  for (const { text } of await house.mails()) expect(text).not.toMatch(/Bildungswerk|Nûjîn/);
  const notices = await house.rows('select kind, about, organisation from notice where about = $1', [
    `/organisationen/${NUJIN}`,
  ]);
  expect(notices).toEqual([{ kind: 'notReached', about: `/organisationen/${NUJIN}`, organisation: null }]);
  const states = await house
    .as(PEOPLE.anna)
    .db.read((db) => db.selectFrom('request').select('state').where('cooperation', '=', cooperation).execute());
  expect(states).toEqual([{ state: 'with a person' }]);
  // A late answer counts, with the first link as well as with the last.
  const [first = ''] = links;
  house.clock.turn('2027-01-05T09:00:00Z');
  expect((await house.post(first, null, { answer: 'gladly' })).status).toBe(303);
});

test('whoever asks everybody on one day waits until the next', async () => {
  const words = { title: 'T', known: 'K', asked: 'A', offered: {}, cents: 100, until: null, language: 'de' };
  const made = async () => {
    const asking = { cooperation: await house.begin(), receiver: NUJIN, words };
    return (await makeRequest(house.as(PEOPLE.anna), house.work, asking)).ok;
  };
  house.clock.turn('2027-02-01T10:00:00Z');
  for (let at = 0; at < 10; at += 1) expect(await made()).toBe(true);
  expect(await made()).toBe(false);
  house.clock.turn('2027-02-03T10:00:00Z');
  expect(await made()).toBe(true);
});

test('what nobody ever answered goes too, half a year after it was asked', async () => {
  house.clock.turn('2027-03-01T10:00:00Z');
  const words = { title: 'T', known: 'K', asked: 'A', offered: {}, cents: 100, until: null, language: 'de' };
  const asking = { cooperation: await house.begin(), receiver: NUJIN, words };
  const made = await makeRequest(house.as(PEOPLE.anna), house.work, asking);
  if (!made.ok) throw new Error('not asked');
  const sweep = (day: string) => house.asSystem.write((tx) => sweepRequestWords(tx, new Date(`${day}T09:00:00Z`)));
  const kept = async () => (await house.rows('select 1 from request_words where request = $1', [made.value])).length;
  await sweep('2027-08-28');
  expect(await kept()).toBe(1);
  await sweep('2027-08-29');
  expect(await kept()).toBe(0);
  expect(await house.rows('select 1 from request where id = $1', [made.value])).toHaveLength(1);
});

test('when a cooperation is over nobody is reminded of what it asked, and whoever was asked has nothing to do', async () => {
  // What was asked before is not counted here.
  await house.asSystem.write((tx) => tx.deleteFrom('cooperation').execute());
  house.clock.turn('2027-09-01T10:00:00Z');
  const words = { title: 'T', known: 'K', asked: 'A', offered: {}, cents: 100, until: null, language: 'de' };
  const ask = async () => {
    const asking = { cooperation: await house.begin(), receiver: NUJIN, words };
    const made = await makeRequest(house.as(PEOPLE.anna), house.work, asking);
    return { cooperation: asking.cooperation, id: made.ok ? made.value : '' };
  };
  const [ended, other] = [await ask(), await ask()];
  const { cooperation } = ended;
  const closure = { cooperation, day: '2027-09-01', kind: 'nothing', keptUntil: '2032-09-01' } as const;
  await house.asSystem.write((tx) => insertClosure(tx, closure));
  const before = (await house.mails()).length;
  house.clock.turn('2027-09-20T10:00:00Z');
  expect(await house.round()).toEqual({ sent: 1, given: 0 });
  expect(await house.mails()).toHaveLength(before + 1);
  const states = await house.rows('select id, state from request order by id');
  expect(states).toEqual([
    { id: ended.id, state: 'withdrawn' },
    { id: other.id, state: 'open' },
  ]);
  const abouts = [ended.id, other.id].map((id) => `/anfragen/${id}`);
  const open = await house.rows('select about from notice where about in ($1, $2) and done_on is null', abouts);
  expect(open.map(({ about }) => about)).toEqual([abouts[1]]);
});
