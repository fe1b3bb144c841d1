import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFreshnessWorld, type FreshnessWorld } from '../../test/freshness-world.ts';
import { forward, lapse, unforward, withdraw } from '../areas/claims/index.ts';
import { find, openFinder, readQuery } from '../areas/finding/index.ts';
import { openGazetteer } from '../areas/places/index.ts';
import { STRANGER } from '../plain/actor.ts';
import { idFor } from '../plain/ids.ts';
import { exportClaims } from './export/export-claims.ts';
import { freshnessWork } from './freshness.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { REGISTER } from './register.ts';

let world: FreshnessWorld;
beforeAll(async () => {
  world = await openFreshnessWorld();
}, 120_000);
afterAll(() => world.close());

const merge = (from: string, into: string) =>
  world.program.db.write((tx) => forward(tx, REGISTER, { from: idFor(from), into: idFor(into), at: world.now() }));
const part = (from: string) =>
  world.program.db.write((tx) => unforward(tx, REGISTER, { from: idFor(from), at: world.now() }));
const page = (key: string) => world.get(`/organisationen/${idFor(key)}`);

test('an old address leads to the last of several steps; its page shows the offers and says who said what of both', async () => {
  await world.tell('old', { name: 'Nähwerkstatt', phone: '+493714004991' });
  await world.tell('middle', { name: 'Nähwerkstatt e. V.' });
  await world.tell('new', { name: 'Werkstatt Nadel' });
  await world.tell('course', { name: 'Nähen am Abend', carrier: 'Nähwerkstatt' }, { kind: 'offer' });
  await merge('old', 'middle');
  await merge('middle', 'new');
  const { status, headers } = await page('old');
  expect([status, headers.get('location')]).toEqual([301, `/organisationen/${idFor('new')}`]);
  const { text } = await page('new');
  for (const said of ['Nähen am Abend', '+49 371 4004991', '<bdi>Nähwerkstatt</bdi>', '<bdi>Werkstatt Nadel</bdi>'])
    expect(text).toContain(said);
  const offer = await world.get(`/angebote/${idFor('course')}`);
  expect(offer.text).toContain(`/organisationen/${idFor('new')}`);
});

test('all names find the one entry, today and on an earlier day, and parted again each finds its own', async () => {
  const finder = openFinder(openGazetteer());
  const ctx = { ...world.as(STRANGER) };
  const found = async (q: string, stand = '') =>
    (await find(ctx, finder, readQuery(new URLSearchParams({ q, stand })).query)).results.map(({ subject }) => subject);
  expect(await found('Nähwerkstatt')).toContain(idFor('new'));
  expect(await found('Werkstatt Nadel')).toEqual([idFor('new')]);
  expect(await found('Werkstatt Nadel', '2026-10-02')).toEqual([idFor('new')]);
  expect(await found('Nähwerkstatt', '2026-10-02')).toContain(idFor('new'));
  await part('middle');
  expect(await found('Nähwerkstatt')).toContain(idFor('middle'));
  expect(await found('Nähwerkstatt')).not.toContain(idFor('new'));
});

test('who must not learn of the one that stays is not led there: the old address answers like none', async () => {
  await world.tell('seen', { name: 'Rathaushof' });
  await world.tell('unseen', { name: 'Rathaushof e. V.' });
  await merge('seen', 'unseen');
  await world.program.db.write((tx) => withdraw(tx, REGISTER, idFor('unseen'), world.now()));
  const [old, none] = [await page('seen'), await page('never')];
  expect(old.status).toBe(404);
  expect(old.text.replaceAll(idFor('seen'), '')).toBe(none.text.replaceAll(idFor('never'), ''));
});

test('a link in an old mail shows and confirms what the entry counts as', async () => {
  const { path } = await world.asked('asked');
  await world.tell('kept', { name: 'Verein Kastanie', website: 'https://kastanie.example/' });
  await merge('asked', 'kept');
  const { text } = await world.get(path);
  expect(text).toContain('kastanie.example');
  expect((await world.answer(path)).status).toBe(303);
  expect((await page('kept')).text).toContain('Ansprechstelle der Organisation');
});

test('a list that still has one of them keeps all of them from falling silent', async () => {
  await world.tell('listed', { name: 'Brunnen' }, { on: '2024-01-01' });
  await world.tell('unlisted', { name: 'Brunnen e. V.' }, { on: '2024-01-01' });
  await merge('listed', 'unlisted');
  const { listedOn } = freshnessWork(
    { words: { in: world.work.wordsIn } as never, gazetteer: openGazetteer(), config: { origin: '' } },
    world.work.links,
  );
  const list = idFor('list/brunnen');
  await world.database.sql(
    `insert into list (id, title, publisher, purpose, licence, takedown_contact, role, rhythm, made_at)
     values ($1, 'Brunnenliste', 'Amt', '', 'cc0', '', 'x', 'yearly', '2026-11-01')`,
    [list],
  );
  await world.database.sql(
    "insert into list_row (list, key, subject, fingerprint, since) values ($1, 'k', $2, 'f', 0)",
    [list, idFor('listed')],
  );
  const heard = await world.program.db.read((db) => listedOn(db, [idFor('unlisted')]));
  expect(heard.get(idFor('unlisted'))).toBe('2026-11-01');
  await world.program.db.write((tx) => lapse(tx, REGISTER, [idFor('unlisted')], world.now()));
  expect((await page('unlisted')).status).toBe(404);
  await world.goRound({ listedOn });
  expect((await page('unlisted')).status).toBe(200);
});

test('the page says of which lists they have gone, once none of them stands there any more', async () => {
  const list = idFor('list/brunnen');
  const gone = () => world.program.db.read((db) => NEIGHBOURS.goneFrom(db, idFor('unlisted')));
  await world.database.sql(
    "insert into list_row (list, key, subject, fingerprint, since) values ($1, 'l', $2, 'f', 0)",
    [list, idFor('unlisted')],
  );
  await world.database.sql("update list_row set gone_on = '2026-11-10' where key = 'k'");
  expect(await gone()).toEqual([]);
  await world.database.sql("update list_row set gone_on = '2026-11-12' where key = 'l'");
  expect(await gone()).toEqual([{ list, title: 'Brunnenliste', since: '2026-11-12' }]);
});

test('who takes the register along gets both entries, and which of them leads where', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'geflecht-'));
  await exportClaims(world.database.as(STRANGER), folder, '');
  const lines = async (name: string) => (await readFile(join(folder, name), 'utf8')).trim().split('\n');
  expect(await lines('subjects.jsonl')).toContain(
    JSON.stringify({ forwardedTo: idFor('middle'), id: idFor('old'), kind: 'organisation' }),
  );
  expect((await lines('claims.jsonl')).some((line) => line.includes(idFor('old')) && line.includes('4991'))).toBe(true);
  await rm(folder, { recursive: true });
});
