import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFreshnessWorld, type FreshnessWorld } from '../../../test/freshness-world.ts';
import { STRANGER } from '../../plain/actor.ts';
import { findNotes } from '../../platform/chain/index.ts';
import { ask } from './ask.ts';
import { makeTakeUpToken, spendTakeUpToken } from './take-up.ts';

let world: FreshnessWorld;
beforeAll(async () => {
  world = await openFreshnessWorld();
}, 60_000);
afterAll(() => world.close());

const path = (id: string) => `/organisationen/${id}`;

async function mailsTo(receiver: string) {
  return (await world.mails()).filter((mail) => mail.receiver === receiver);
}

async function acts(id: string): Promise<readonly string[]> {
  return (await world.program.db.read((db) => findNotes(db, id))).map(({ act, byRole }) => `${act} by ${byRole}`);
}

async function notices(): Promise<readonly unknown[]> {
  const { rows } = await world.database.sql(
    'select kind, about, organisation from notice where done_on is null order by id',
  );
  return rows;
}

/** Answers, and takes up the voice with the link of that. */
async function takenUp(key: string, facts: Record<string, string | string[]> = {}) {
  const { id, path: link } = await world.asked(key, facts);
  await world.answer(link);
  const takeUp = await makeTakeUpToken(world.as(STRANGER), world.work, link.split('/').at(-1) ?? '');
  const spent = await world
    .as(STRANGER)
    .db.write((tx) => spendTakeUpToken(tx, world.work, { ...takeUp, now: world.now() }));
  expect(spent).toBe(true);
  return id;
}

test('whoever speaks for a withdrawn organisation reads so on its page and shows it again with one tap', async () => {
  const { id, path: link } = await world.asked('again');
  await world.post(`${link}/nicht-zeigen`);
  await world.giveVoice(id);
  const own = await world.get(path(id), 'voice');
  expect(own.status).toBe(200);
  expect(own.text).toContain('Ihr werdet nicht gezeigt');
  expect(own.text).toContain(`action="${path(id)}/zeigen"`);
  expect((await world.get(path(id))).status).toBe(404);
  expect((await world.post(`${path(id)}/zeigen`, { what: 'show' })).status).toBe(404);
  expect((await world.post(`${path(id)}/zeigen`, { what: 'show' }, 'operator')).status).toBe(404);
  expect((await world.post(`${path(id)}/zeigen`, { what: 'show' }, 'voice')).status).toBe(303);
  expect((await world.get(path(id))).status).toBe(200);
  expect((await world.get(path(id), 'voice')).text).not.toContain('Ihr werdet nicht gezeigt');
  expect((await acts(id)).at(-1)).toBe('entry.shownAgain by organisation');
});

test('whoever speaks for an organisation hides it at once, and links of before open nothing any more', async () => {
  const { id, path: link } = await world.asked('hide-own');
  await world.giveVoice(id);
  expect((await world.get(path(id), 'voice')).text).toContain(`href="${path(id)}/zeigen"`);
  expect((await world.get(`${path(id)}/zeigen`, 'voice')).text).toContain('Ab jetzt nicht mehr zeigen');
  await world.post(`${path(id)}/zeigen`, { what: 'hide' }, 'voice');
  for (const who of ['stranger', 'operator'] as const) expect((await world.get(path(id), who)).status).toBe(404);
  expect((await world.get(link)).status).toBe(404);
  expect((await acts(id)).at(-1)).toBe('entry.withdrawn by organisation');
});

test('where somebody speaks, a link hides nothing: it says who can, and the voice is told once', async () => {
  const { id, path: link } = await world.asked('held');
  await world.giveVoice(id);
  const page = await world.get(`${link}/nicht-zeigen`);
  expect(page.text).toContain('Nur diese Person kann entscheiden');
  expect(page.text).toContain('href="/anmelden"');
  expect(page.text).not.toContain('Ab jetzt nicht mehr zeigen');
  for (let time = 0; time < 2; time += 1)
    expect((await world.post(`${link}/nicht-zeigen`)).headers.get('location')).toBe(`${link}/nicht-zeigen`);
  expect((await world.get(path(id))).status).toBe(200);
  expect((await world.get(link)).text).toContain('Stimmt das noch?');
  const told = await mailsTo(`${id.slice(-6)}@privat.example`);
  expect(told.map(({ language, content }) => [language, content.includes('withdrawalAsked')])).toEqual([['tr', true]]);
  const own = await world.get(path(id), 'voice');
  expect(own.text).toContain('Jemand bittet, euch nicht zu zeigen');
  expect((await world.get(path(id))).text).not.toContain('Jemand bittet');
  expect((await world.get('/hinweise', 'operator')).text).not.toContain(id);
  const notice = /action="(\/hinweise\/[^"]+)"/.exec(own.text)?.[1] ?? '';
  expect((await world.post(notice)).status).toBe(404);
  expect((await world.post(notice, {}, 'operator')).status).toBe(404);
  expect((await world.post(notice, {}, 'voice')).status).toBe(303);
  expect((await world.get(path(id), 'voice')).text).not.toContain('Jemand bittet');
});

test('what was hidden by a link before is not brought back by it once somebody speaks', async () => {
  const { id, path: link } = await world.asked('undo-held');
  await world.post(`${link}/nicht-zeigen`);
  await world.giveVoice(id);
  expect((await world.post(`${link}/zurueck`)).status).toBe(409);
  expect((await world.get(path(id))).status).toBe(404);
});

test('an offer that an organisation with a voice keeps is not hidden by a link either', async () => {
  const { id } = await world.asked('keeper');
  const offer = await world.tell(
    'kept-offer',
    { name: 'Nähtreff', mailbox: 'treff@keeper.example' },
    { kind: 'offer' },
  );
  await world.database.sql('insert into subject_keeper (subject, organisation) values ($1, $2)', [offer, id]);
  await world.giveVoice(id);
  await ask(world.coordination, world.work, offer);
  const link = (await mailsTo('treff@keeper.example')).at(-1)?.path ?? '';
  await world.post(`${link}/nicht-zeigen`);
  expect((await world.get(`/angebote/${offer}`)).status).toBe(200);
  expect((await world.get(path(id), 'voice')).text).toContain(`href="/angebote/${offer}"`);
});

test('taking up a voice is told to the mailbox in its languages and to the network, without a word about the account', async () => {
  const id = await takenUp('told', { languages: ['de', 'ar'] });
  const mail = (await mailsTo('kontakt@told.example')).at(-1);
  expect(mail?.language).toBe('ar');
  expect(mail?.content).toContain('freshness.takenUp.mail.you');
  expect(mail?.content).toContain('Am 21. November 2026 hat jemand mit einem Link aus eurem Postfach');
  expect(mail?.path).toMatch(new RegExp(`^${path(id)}/nicht-wir/[\\w-]{48}$`));
  expect(await notices()).toContainEqual({ kind: 'voiceTakenUp', about: `${path(id)}/rollen`, organisation: null });
});

test('a mailbox that was put in just before is not the only one that hears of it', async () => {
  const { id, path: link } = await world.asked('swapped');
  await world.answer(`${link}/aendern`, { 'field.mailbox': 'kontakt@other.example' });
  const takeUp = await makeTakeUpToken(world.as(STRANGER), world.work, link.split('/').at(-1) ?? '');
  await world.as(STRANGER).db.write((tx) => spendTakeUpToken(tx, world.work, { ...takeUp, now: world.now() }));
  for (const receiver of ['kontakt@swapped.example', 'kontakt@other.example'])
    expect((await mailsTo(receiver)).at(-1)?.path).toContain(`${path(id)}/nicht-wir/`);
});

test('"das waren nicht wir" reaches the network once, stands in the chain, and ends nothing', async () => {
  const id = await takenUp('not-us');
  await world.giveVoice(id);
  const link = (await mailsTo('kontakt@not-us.example')).at(-1)?.path ?? '';
  const page = await world.get(link);
  expect(page.text).toContain('Verein not-us');
  expect(page.headers.get('cache-control')).toContain('no-store');
  expect(await notices()).not.toContainEqual(expect.objectContaining({ kind: 'voiceDisputed' }));
  for (let time = 0; time < 2; time += 1) expect((await world.post(link)).status).toBe(303);
  expect((await notices()).filter((each) => JSON.stringify(each).includes('voiceDisputed'))).toEqual([
    { kind: 'voiceDisputed', about: `${path(id)}/rollen`, organisation: null },
  ]);
  expect((await acts(id)).filter((act) => act === 'voice.disputed by link')).toHaveLength(1);
  expect((await world.get('/hinweise', 'operator')).text).toContain('Das waren nicht wir');
  expect((await world.get(`${path(id)}/zeigen`, 'voice')).status).toBe(200);
  const other = await takenUp('not-them');
  const token = link.split('/').at(-1) ?? '';
  for (const wrong of [`${path(other)}/nicht-wir/${token}`, `${path(id)}/nicht-wir/x`]) {
    expect((await world.get(wrong)).status).toBe(404);
    expect((await world.post(wrong)).status).toBe(404);
  }
  world.setTime('2027-01-20T09:00:01Z');
  expect((await world.get(link)).status).toBe(404);
  world.setTime('2026-11-21T09:00:00Z');
});

test('where whoever speaks does not answer, the coordination asks them and the mailbox, once a day', async () => {
  const { id } = await world.asked('quiet', { languages: ['uk'] });
  const button = `/auffrischen/${id}/jemanden`;
  expect((await world.get(`/auffrischen/${id}`, 'operator')).text).not.toContain(button);
  expect((await world.post(button, {}, 'operator')).status).toBe(422);
  await world.giveVoice(id);
  expect((await world.get(`/auffrischen/${id}`, 'operator')).text).toContain(button);
  expect((await world.post(button)).status).toBe(403);
  expect((await world.post(button, {}, 'operator')).status).toBe(303);
  const toVoice = await mailsTo(`${id.slice(-6)}@privat.example`);
  const toMailbox = (await mailsTo('kontakt@quiet.example')).slice(1);
  expect([toVoice.map(({ language }) => language), toMailbox.map(({ language }) => language)]).toEqual([
    ['tr'],
    ['uk'],
  ]);
  expect(toMailbox[0]?.content).toContain('Für „Verein quiet“ spricht bei uns jemand');
  for (const { content } of [...toVoice, ...toMailbox]) expect(content).not.toContain('@');
  expect((await world.get(path(id), 'voice')).text).toContain('Die Koordination sucht euch');
  expect((await world.post(button, {}, 'operator')).status).toBe(422);
  expect((await acts(id)).at(-1)).toBe('voice.sought by operator');
});
