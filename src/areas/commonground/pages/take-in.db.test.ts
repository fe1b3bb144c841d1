import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConversationHouse, type ConversationHouse } from '../../../../test/conversation-house.ts';
import { ORIGIN } from '../../../../test/web.ts';
import type { Result } from '../result.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'seattle-minimum-wage', `${name}.csv`), 'utf8');
const FILES = { comments: fixture('comments'), votes: fixture('participants-votes'), summary: fixture('summary') };
const ATTRIBUTION = 'Polis software, CC BY 4.0, The Computational Democracy Project';
const FORM = {
  steward: 'coordination',
  language: 'en',
  attribution: ATTRIBUTION,
  licence: 'CC BY 4.0',
  isPublic: 'yes',
};

let house: ConversationHouse;
let kim: string;
let path: string;

beforeAll(async () => {
  house = await openConversationHouse();
  kim = await house.enter('kim');
});
afterAll(() => house.database.close());

async function send(form: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>, cookie: string) {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.set(name, value);
  for (const [name, text] of Object.entries(files)) body.set(name, new Blob([text]), `${name}.csv`);
  const headers = { origin: ORIGIN, cookie, 'accept-language': 'de' };
  const answer = await house.web.request('/gespraeche/uebernehmen', { method: 'POST', headers, body });
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}

test('without whom to name, under a licence that lets nobody pass it on, or with a broken file nothing is taken in', async () => {
  const before = await house.count('conversation');
  const problem = async (form: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>) => {
    const { status, text } = await send({ ...FORM, ...form }, files, kim);
    expect(status).toBe(422);
    return text;
  };
  expect(await problem({ attribution: ' ' }, FILES)).toContain('Schreib, wer genannt werden muss.');
  expect(await problem({ licence: 'all rights reserved' }, FILES)).toContain('Wähl die Lizenz.');
  expect(await problem({ address: 'javascript:alert(1)' }, FILES)).toContain('Eine Adresse im Netz beginnt mit');
  expect(await problem({}, { comments: FILES.comments })).toContain('Wähl diese Datei aus.');
  const broken = await problem({}, { ...FILES, votes: FILES.votes.replace('0,0,13,13,0,0,0', '0,0,13,13,0,0,agree') });
  expect(broken).toContain('Zeile 2 ist nicht zu verstehen. Nichts wurde übernommen.');
  expect(broken).toContain(ATTRIBUTION);
  const few = FILES.votes.split('\n').slice(0, 8).join('\n');
  expect(await problem({}, { ...FILES, votes: few })).toContain('Ein Ergebnis gibt es erst ab 8 Menschen.');
  expect(await problem({}, { ...FILES, summary: 'topic,\n' })).toContain('Schreib eine Frage.');
  for (const table of ['statement', 'stand'])
    expect((await house.rows(`select 1 from ${table} where conversation <> $1`, [house.id])).length, table).toBe(0);
  expect(await house.count('conversation')).toBe(before);
});

test('who looks after nothing finds no such page, and in the name of others nobody takes anything in', async () => {
  const there = await house.get('/gespraeche/uebernehmen', house.nur);
  expect(there.status).toBe(200);
  expect(await house.get('/gespraeche/uebernehmen')).toEqual(await house.get('/gespraeche/gibt-es-nicht'));
  expect((await send(FORM, FILES, house.nur)).status).toBe(404);
  expect((await send(FORM, FILES, '')).status).toBe(404);
});

test('a group of four that an earlier version has counted is on no page and in no file', async () => {
  path = (await send(FORM, FILES, kim)).location ?? '';
  const id = path.split('/').at(-1) ?? '';
  const [row] = await house.rows('select result from stand where conversation = $1', [id]);
  const kept = row?.['result'] as Result;
  expect((await house.get(`${path}/ergebnis`)).text).toContain('Meinungsgruppe 1');
  const groups = kept.groups.map((group, at) => (at === 0 ? { ...group, size: 4 } : group));
  await house.rows('update stand set result = $2 where conversation = $1', [id, JSON.stringify({ ...kept, groups })]);
  const { text } = await house.get(`${path}/ergebnis`);
  expect(text).toContain('Meinungsgruppen sind hier nicht zu erkennen.');
  for (const unsaid of ['Menschen: 4<', 'Meinungsgruppe 1', 'Meinungsgruppe 2']) expect(text).not.toContain(unsaid);
  const json = JSON.parse((await house.get(`${path}/ergebnis.json`)).text) as { structure: unknown };
  expect(json.structure).toEqual({ p: kept.p, groups: [] });
  await house.post(`${path}/verwerfen`, {}, kim);
});

test('a conversation that was published elsewhere shows its result and who has to be named', async () => {
  const taken = await send(FORM, FILES, kim);
  expect(taken.status).toBe(303);
  path = taken.location ?? '';
  const page = await house.get(path);
  for (const said of [ATTRIBUTION, 'Lizenz: CC BY 4.0.', 'https://pol.is/2demo', 'aus dem Archiv', '$15/hour'])
    expect(page.text).toContain(said);
  expect(page.text).not.toContain('wer einen Code auf Papier hat');
  const result = await house.get(`${path}/ergebnis`);
  expect(result.text).toContain('Menschen: 339');
  expect(result.text.indexOf('Das ist uns gemeinsam')).toBeLessThan(result.text.indexOf('>Meinungsgruppen?<'));
  for (const said of [ATTRIBUTION, 'Lizenz: CC BY 4.0.']) expect(result.text).toContain(said);
  const json = JSON.parse((await house.get(`${path}/ergebnis.json`)).text) as Record<string, unknown>;
  expect(json['attribution']).toEqual({
    attribution: ATTRIBUTION,
    licence: 'CC BY 4.0',
    address: 'https://pol.is/2demo',
  });
  const [head, ...rows] = (await house.get(`${path}/ergebnis.csv`)).text.trim().split('\r\n');
  expect(head).toMatch(/,licence,attribution$/);
  expect(rows.length).toBeGreaterThanOrEqual(31);
  expect(
    (await house.get(`${path}/ergebnis.csv`)).text.split(`,CC BY 4.0,"${ATTRIBUTION} https://pol.is/2demo"`),
  ).toHaveLength(32);
});

test('nobody who voted there is here, in any form', async () => {
  expect(await house.count('ballot')).toBe(0);
  const { rows: tables } = await house.database.sql(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const id = path.split('/').at(-1) ?? '';
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await house.rows(`select to_jsonb(t) as row from "${String(name)}" t`);
    if (rows.some(({ row }) => JSON.stringify(row).includes(id))) found.push(String(name));
  }
  expect(found.toSorted()).toEqual(['conversation', 'stand', 'statement']);
  const [stand] = await house.rows('select result from stand where conversation = $1', [id]);
  const result = stand?.['result'] as Readonly<Record<string, unknown>>;
  expect(Object.keys(result).toSorted()).toEqual(
    ['groups', 'hasGroups', 'p', 'participants', 'plane', 'stability', 'statements'].toSorted(),
  );
});

test('it is read only: nothing of it can be changed, counted, joined or settled, but it can be taken out again', async () => {
  for (const at of ['aussagen', 'bearbeiten', 'blatt'])
    expect((await house.get(`${path}/${at}`, kim)).status, at).toBe(404);
  const [statement] = await house.rows('select id from statement where conversation = $1 limit 1', [
    path.split('/').at(-1),
  ]);
  const form = { statement: String(statement?.['id']), kind: 'bearable', reason: 'person', text: 'Neu', act: 'add' };
  for (const at of ['aussagen', 'bearbeiten', 'blatt', 'beginnen', 'stand', 'ergebnis'])
    expect((await house.post(`${path}/${at}`, form, kim)).status, at).toBe(404);
  const before = await house.count('stand');
  await house.round();
  expect(await house.count('stand')).toBe(before);
  expect((await house.get(`${path}/ergebnis`, kim)).text).not.toContain('Wie geht ihr damit um?');
  expect((await house.post(`${path}/verwerfen`, {}, house.nur)).status).toBe(404);
  expect((await house.post(`${path}/verwerfen`, {}, kim)).status).toBe(303);
  expect((await house.get(path, kim)).status).toBe(404);
  expect(await house.count('statement')).toBe(7);
});
