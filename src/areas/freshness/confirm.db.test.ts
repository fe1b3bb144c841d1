import { afterAll, beforeAll, expect, test } from 'vitest';
import { seenIn } from '../../../test/seen.ts';
import { ASSOCIATION, openFreshnessWorld, type FreshnessWorld } from '../../../test/freshness-world.ts';
import { STRANGER } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { findClaims, rebuild } from '../claims/index.ts';
import { REGISTER } from '../../app/register.ts';
import { ask } from './ask.ts';
import { confirmByLink } from './answer.ts';

let world: FreshnessWorld;
beforeAll(async () => {
  world = await openFreshnessWorld();
}, 60_000);
afterAll(() => world.close());

async function publicText(id: string): Promise<string> {
  return (await world.get(`/organisationen/${id}`)).text;
}

async function isSame(): Promise<boolean> {
  const { same } = await rebuild({ ...world.program, register: REGISTER });
  return Object.values(same).every(Boolean);
}

test('a mail goes to the function mailbox only, in the language of the organisation and in German, and names no other address', async () => {
  const { path } = await world.asked('mail');
  const mail = (await world.mails()).at(-1);
  expect(mail).toMatchObject({ receiver: 'kontakt@mail.example', language: 'ar' });
  expect(mail?.content).toContain('Im Netz steht etwas über');
  expect(mail?.content.match(/[\w.]+@[\w.]+/g) ?? []).toEqual([]);
  expect(path).toMatch(/^\/bestaetigen\/[\w-]{48}$/);
  const { rows } = await world.database.sql('select * from confirmation_ask');
  expect(JSON.stringify(rows)).not.toContain('@');
  expect(JSON.stringify(rows)).not.toContain(path.split('/').at(-1));
});

test('looking shows what strangers see, needs no account and answers nothing', async () => {
  const { id, path } = await world.asked('look');
  for (let time = 0; time < 3; time += 1) {
    const page = await world.get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Stimmt das noch?');
    expect(page.text).toContain('Verein look');
    expect(page.text).toContain('Kaltenried');
    expect(page.text).not.toContain('Leinensteig');
    expect(page.text).not.toContain('geheim-kanarie');
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
  }
  expect(await publicText(id)).toContain('noch nicht bestätigt');
});

test('one tap confirms all facts in all languages, changes no value, and the register rebuilds to the byte', async () => {
  const { id, path } = await world.asked('tap');
  const before = await world.database.as(world.program.actor).read((db) => findClaims(db, [id]));
  expect((await world.answer(path)).status).toBe(303);
  const after = await world.database.as(world.program.actor).read((db) => findClaims(db, [id]));
  expect(after.map(({ value }) => value)).toEqual(before.map(({ value }) => value));
  for (const { field, scope, confirmedByRole } of after)
    expect([field, confirmedByRole]).toEqual([field, scope === 'public' ? 'contact' : null]);
  expect(await publicText(id)).toContain('Ansprechstelle der Organisation');
  expect(await isSame()).toBe(true);
  const earlier = await world.get(`/organisationen/${id}?stand=2026-11-01`);
  expect(earlier.text).not.toContain('Ansprechstelle der Organisation');
});

test('a link answers once and then shows what was answered', async () => {
  const { id, path } = await world.asked('once');
  await world.answer(path);
  const page = await world.get(path);
  expect(page.text).toContain('Alles stimmt noch');
  expect(page.text).toContain('Antwort zurücknehmen');
  expect((await world.post(`${path}/nicht-zeigen`)).status).toBe(303);
  expect((await world.get(`/organisationen/${id}`)).status).toBe(200);
});

test('two taps at the same moment are one answer', async () => {
  const { path } = await world.asked('twice');
  const token = path.split('/').at(-1) ?? '';
  const seen = seenIn((await world.get(path)).text);
  const both = await Promise.allSettled(
    [1, 2].map(() => confirmByLink(world.as(STRANGER), world.work, { token, seen })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('nobody confirms what they have not seen: the page comes again with what stands there now', async () => {
  const { id, path } = await world.asked('seen');
  const before = seenIn((await world.get(path)).text);
  await world.tell('seen', { phone: '+493714009999' }, { on: '2026-11-20', isKnown: true });
  for (const form of [{ seen: before }, {}]) {
    const again = await world.post(path, form);
    expect(again.status).toBe(409);
    expect(again.text).toContain('Inzwischen hat sich hier etwas geändert');
    expect(again.text).toContain('4009999');
    expect(seenIn(again.text)).not.toBe(before);
  }
  expect(await publicText(id)).toContain('noch nicht bestätigt');
  expect((await world.answer(path)).status).toBe(303);
  expect(await publicText(id)).toContain('Ansprechstelle der Organisation');
});

test('somebody else standing by it does not stop an answer', async () => {
  const { id, path } = await world.asked('stood-by');
  const seen = seenIn((await world.get(path)).text);
  await world.database.sql(
    `update claim set confirmed_at = '2026-11-20', confirmed_by_role = 'coordination' where subject = $1`,
    [id],
  );
  expect((await world.post(path, { seen })).status).toBe(303);
});

test('an answer can be taken back with the same link for a day, and not after', async () => {
  const { id, path } = await world.asked('undo');
  await world.answer(path);
  expect((await world.post(`${path}/zurueck`)).status).toBe(303);
  expect(await publicText(id)).toContain('noch nicht bestätigt');
  expect((await world.get(path)).text).toContain('Stimmt das noch?');
  await world.answer(path);
  world.setTime('2026-11-22T09:00:01Z');
  expect((await world.post(`${path}/zurueck`)).status).toBe(403);
  expect(await publicText(id)).toContain('Ansprechstelle der Organisation');
  world.setTime('2026-11-21T09:00:00Z');
});

test('who asks not to be shown is gone for everyone at once, and nobody asks again', async () => {
  const { id, path } = await world.asked('hide');
  const missing = await world.get(`/organisationen/${idFor('nobody')}`);
  expect((await world.post(`${path}/nicht-zeigen`)).status).toBe(303);
  for (const as of ['stranger', 'operator'] as const)
    expect((await world.get(`/organisationen/${id}`, as)).status).toBe(404);
  const gone = await world.get(`/organisationen/${id}`);
  expect(gone.text.replaceAll(id, '')).toBe(missing.text.replaceAll(idFor('nobody'), ''));
  expect((await world.get(`/organisationen/${id}?stand=2026-11-01`)).status).toBe(404);
  expect(await isSame()).toBe(true);
  expect(await ask(world.coordination, world.work, id)).toMatchObject({
    issue: { key: 'freshness.ask.not.withdrawn' },
  });
  expect((await world.post(`/auffrischen/${id}/brief`, {}, 'operator')).status).toBe(422);
  // The coordination shows it again only with the yes of the organisation, which reads so in its chain.
  expect((await world.post(`/auffrischen/${id}/wieder-zeigen`, {}, 'operator')).status).toBe(422);
  expect((await world.get(`/organisationen/${id}`)).status).toBe(404);
  expect((await world.post(`/auffrischen/${id}/wieder-zeigen`, { said: 'yes' }, 'operator')).status).toBe(303);
  expect(await publicText(id)).toContain('Verein hide');
  const { rows } = await world.database.sql('select act from chain_note where chain = $1 order by number', [id]);
  expect(rows.map((row) => row['act'])).toEqual(['confirmation.asked', 'entry.withdrawn', 'entry.shownAgain']);
});

test('the offers of an organisation go and come back with it, also those that a list brings later', async () => {
  const offer = await world.tell('carried', { name: 'Nähtreff', carrier: 'Verein carrier' }, { kind: 'offer' });
  const other = await world.tell('carried-not', { name: 'Chor', carrier: 'Verein other' }, { kind: 'offer' });
  const { id, path } = await world.asked('carrier');
  await world.post(`${path}/nicht-zeigen`);
  const later = await world.tell('carried-later', { name: 'Kochtreff', carrier: 'Verein carrier' }, { kind: 'offer' });
  await world.goRound();
  const states = async () =>
    Promise.all([offer, later, other].map(async (each) => (await world.get(`/angebote/${each}`)).status));
  expect(await states()).toEqual([404, 404, 200]);
  expect(await isSame()).toBe(true);
  await world.post(`/auffrischen/${id}/wieder-zeigen`, { said: 'yes' }, 'operator');
  expect(await states()).toEqual([200, 200, 200]);
});

test('not being shown can be taken back by the one who said it', async () => {
  const { id, path } = await world.asked('hide-undo');
  await world.post(`${path}/nicht-zeigen`);
  expect((await world.post(`${path}/zurueck`)).status).toBe(303);
  expect(await publicText(id)).toContain('Verein hide-undo');
});

test('a confirmation of one touches no other', async () => {
  const { id, path } = await world.asked('one');
  const other = await world.tell('other', { ...ASSOCIATION, name: 'Verein other' });
  const before = await world.database.as(world.program.actor).read((db) => findClaims(db, [other]));
  await world.answer(path);
  await world.post(path.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')));
  expect(await world.database.as(world.program.actor).read((db) => findClaims(db, [other]))).toEqual(before);
  expect(await publicText(id)).toContain('Ansprechstelle der Organisation');
});

test('forged, expired and foreign links are the plain 404 of a thing that does not exist', async () => {
  const { path } = await world.asked('forged');
  const token = path.split('/').at(-1) ?? '';
  const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  const foreign = world.work.links.make('take-up', new Date('2027-01-01T00:00:00Z')).token;
  const unknown = world.work.links.make('confirm', new Date('2027-01-01T00:00:00Z')).token;
  const pages = [];
  for (const each of [forged, foreign, unknown, 'x']) pages.push(await world.get(`/bestaetigen/${each}`));
  world.setTime('2027-01-21T09:00:00Z');
  pages.push(await world.get(path));
  expect((await world.answer(path)).status).toBe(404);
  world.setTime('2026-11-21T09:00:00Z');
  const [first] = pages;
  for (const [index, page] of pages.entries()) {
    expect(page.status).toBe(404);
    const bare = (text: string) => text.replace(/\/bestaetigen\/[\w-]+/g, '');
    expect([index, bare(page.text)]).toEqual([index, bare(first?.text ?? '')]);
  }
});

test('after the answer the organisation can take up its own voice with a link of its own', async () => {
  const { id, path } = await world.asked('voice');
  expect((await world.post(`${path}/stimme`)).status).toBe(403);
  await world.answer(path);
  const led = await world.post(`${path}/stimme`);
  expect(led.status).toBe(303);
  expect(led.headers.get('location')).toMatch(new RegExp(`^/organisationen/${id}/stimme/[\\w-]{48}$`));
});

test('the pages of asking are not there for strangers', async () => {
  const id = await world.tell('strangers', ASSOCIATION);
  for (const path of ['/auffrischen', `/auffrischen/${id}`]) expect((await world.get(path)).status).toBe(404);
  for (const path of ['/auffrischen', `/auffrischen/${id}`, `/auffrischen/${id}/brief`, `/auffrischen/${id}/gefragt`])
    expect((await world.answer(path)).status).toBe(403);
  expect(await world.mails().then((mails) => mails.filter(({ content }) => content.includes('strangers')))).toEqual([]);
});
