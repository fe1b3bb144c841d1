import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConversationHouse, SEEDS, type ConversationHouse } from '../../../../test/conversation-house.ts';
import { system } from '../../../plain/actor.ts';
import { sweepBallots } from '../store-sweep.ts';

let house: ConversationHouse;
let door: string;

beforeAll(async () => {
  house = await openConversationHouse();
  await house.post(`${house.path}/beginnen`, {}, house.nur);
  door = await house.door();
});
afterAll(() => house.database.close());

/** Nearly all share the first four; over the sixth they part half and half. */
const answersOf = (person: number): Readonly<Record<string, string>> => ({
  [SEEDS[0]]: 'agree',
  [SEEDS[1]]: person % 11 === 5 ? 'pass' : 'agree',
  [SEEDS[2]]: 'agree',
  [SEEDS[3]]: 'disagree',
  [SEEDS[4]]: person % 3 === 0 ? 'pass' : 'agree',
  [SEEDS[5]]: person % 2 === 0 ? 'agree' : 'disagree',
});
const votes = async (from: number, to: number) => {
  for (let person = from; person < to; person += 1) await house.vote(door, answersOf(person));
};
const stand = () => house.post(`${house.path}/stand`, {}, house.nur);

test('below eight people nothing is worked out and nothing shown', async () => {
  await votes(0, 7);
  expect((await stand()).location).toBe(house.path);
  const result = await house.get(`${house.path}/ergebnis`);
  expect(result.text).toContain('Es ist noch kein Stand festgehalten. Das geht ab 8 Menschen.');
  expect((await house.get(`${house.path}/ergebnis.csv`)).status).toBe(404);
  expect((await house.get(house.path, house.nur)).text).toContain('Abgestimmt haben noch weniger als 8 Menschen.');
  expect(await house.count('stand')).toBe(0);
});

test('from eight people on a result stands; the next one waits for five more', async () => {
  await votes(7, 8);
  expect((await house.get(house.path, house.nur)).text).toContain('Abgestimmt haben bis jetzt: 8');
  expect((await stand()).location).toBe(`${house.path}/ergebnis`);
  await votes(8, 12);
  await house.round();
  await stand();
  expect(await house.count('stand')).toBe(1);
  await votes(12, 13);
  await house.round();
  expect(await house.count('stand')).toBe(1);
  await stand();
  expect(await house.count('stand')).toBe(2);
});

test('common ground stands first, then whether there are camps, then what to talk about, with numbers', async () => {
  await votes(13, 30);
  await house.round();
  const { text } = await house.get(`${house.path}/ergebnis`);
  const heads = [...text.matchAll(/<h2[^>]*>([^<]+)<\/h2>/g)].map(([, head]) => head);
  expect(heads.slice(0, 3)).toEqual(['Das ist uns gemeinsam', 'Meinungsgruppen?', 'Darüber reden']);
  expect(text).toMatch(new RegExp(`<strong>Gemeinsam Nein: </strong><span[^>]*><bdi>${SEEDS[3]}`));
  expect(text).not.toMatch(new RegExp(`<strong>Gemeinsam Nein: </strong><span[^>]*><bdi>${SEEDS[0]}`));
  const [common = '', rest = ''] = text.split('>Darüber reden<');
  expect(common).toContain(SEEDS[0]);
  expect(common).toContain('100 % von 30 stimmen zu.');
  expect(common).toContain('100 % von 30 stimmen nicht zu.');
  expect(common).toContain('Meinungsgruppen sind hier nicht zu erkennen.');
  expect(common).toContain('durch Zufall in höchstens 2 von 100 Fällen');
  expect(common).not.toContain(SEEDS[5]);
  expect(rest).toContain(SEEDS[5]);
  expect(rest).toContain('dafür 15, dagegen 15, offen 0');
  expect(text).not.toContain('Karte der Meinungen');
  expect((await house.get(`${house.path}/ergebnis?stand=1`)).text).toContain('Menschen: 8');
  expect((await house.get(`${house.path}/ergebnis?stand=9`)).status).toBe(404);
});

test('a statement with fewer than eight answers shows none of them', async () => {
  const result = (await house.rows('select result from stand order by number desc limit 1'))[0]?.['result'];
  const { statements } = result as { statements: { counts: unknown; id: string }[] };
  const [silent] = await house.rows(`select id from statement where texts->>'de' = $1`, [SEEDS[6]]);
  expect(statements.find(({ id }) => id === silent?.['id'])?.counts).toBeNull();
});

test('dissent is written down with its kind and the day on which one looks again; others may not', async () => {
  const [row] = await house.rows(`select id from statement where texts->>'de' = $1`, [SEEDS[5]]);
  const [shared] = await house.rows(`select id from statement where texts->>'de' = $1`, [SEEDS[0]]);
  const form = { statement: String(row?.['id']), kind: 'bearable', goesOn: 'yes', lookAgainOn: '2027-03-01' };
  const at = `${house.path}/ergebnis`;
  expect((await house.post(at, { ...form, kind: '' }, house.nur)).text).toContain(
    'Wähl, was der Unterschied bedeutet.',
  );
  expect((await house.post(at, { ...form, lookAgainOn: '' }, house.nur)).text).toContain(
    'Wähl den Tag, an dem ihr wieder hinseht.',
  );
  expect((await house.post(at, { ...form, statement: String(shared?.['id']) }, house.nur)).status).toBe(404);
  expect((await house.post(at, form, await house.enter('otto'))).status).toBe(404);
  expect((await house.post(at, form, house.nur)).status).toBe(303);
  const { text } = await house.get(at);
  expect(text).toContain('tragbar');
  expect(text).toContain('Wir sind verschiedener Meinung und gehen weiter.');
  expect(text).toContain('1. März 2027');
});

test('open data tells statements and numbers, and has no row for a person', async () => {
  const csv = (await house.get(`${house.path}/ergebnis.csv`)).text;
  expect(csv.trim().split('\r\n')).toHaveLength(1 + SEEDS.length);
  expect(csv).toContain(`,de,${SEEDS[0]},agreed,30,0,0,`);
  const json = JSON.parse((await house.get(`${house.path}/ergebnis.json`)).text) as Record<string, unknown>;
  expect(json['licence']).toBe('CC BY 4.0');
  const address = `http://localhost${house.path}/ergebnis`;
  expect(json['attribution']).toMatchObject({ licence: 'CC BY 4.0', address });
  expect(csv).toContain(address);
  expect(json['participants']).toBe(30);
  const flat = JSON.stringify(json);
  for (const { key } of await house.rows('select key from ballot')) expect(flat).not.toContain(String(key));
  for (const name of ['labels', 'positions', 'plane', 'voter']) expect(flat).not.toContain(name);
});

test('whoever takes part sees the result behind the link in their own language', async () => {
  const { status, text } = await house.get(`${door}/ergebnis`, null, 'ar');
  expect(status).toBe(200);
  expect(text).toContain('ما يجمعنا');
});

test('what turns out to name somebody is said nowhere once more, also where it was counted', async () => {
  const [row] = await house.rows(`select id from statement where texts->>'de' = $1`, [SEEDS[4]]);
  const told = async () => {
    const paths = [`${house.path}/ergebnis`, `${house.path}/ergebnis.csv`, `${house.path}/ergebnis.json`];
    return Promise.all([...paths, `${door}/ergebnis`].map(async (path) => (await house.get(path)).text));
  };
  for (const text of await told()) expect(text).toContain(SEEDS[4]);
  const decide = (act: Readonly<Record<string, string>>) =>
    house.post(`${house.path}/aussagen`, { statement: String(row?.['id']), ...act }, house.nur);
  await decide({ act: 'decline', reason: 'person' });
  const [page = '', csv = '', json = '', behind = ''] = await told();
  for (const text of [page, csv, json, behind]) expect(text).not.toContain(SEEDS[4]);
  for (const text of [page, behind]) expect(text).toContain('(nicht noch einmal gezeigt)');
  for (const text of [csv, json]) expect(text).toContain(String(row?.['id']));
  await decide({ act: 'let-in' });
});

test('after the end it is counted for the last time; thirty days later all votes are gone and the result stays', async () => {
  const lying = async () => house.rows('select key, xmin::text as writing from ballot order by ctid');
  const before = (await lying()).map(({ key }) => String(key));
  expect(before).not.toEqual(before.toSorted());
  house.clock.turn('2026-12-06T08:00:00Z');
  await house.round();
  await house.round();
  const stands = await house.rows('select number, is_last from stand order by number');
  expect(stands.at(-1)).toEqual({ number: 3, is_last: true });
  expect(stands).toHaveLength(3);
  expect(await house.count('ballot')).toBe(30);
  // How rows lie on the disk, and which writing they come from, tell nothing about who came or answered when.
  const after = await lying();
  expect(after.map(({ key }) => key)).toEqual(before.toSorted());
  expect(new Set(after.map(({ writing }) => writing)).size).toBe(1);
  const sweep = (day: string) => house.database.as(system('retain')).write((tx) => sweepBallots(tx, day));
  expect(await sweep('2027-01-04')).toBe(0);
  expect(await sweep('2027-01-05')).toBe(31);
  expect(await house.count('ballot')).toBe(0);
  const [last, earlier] = await Promise.all(
    ['', '?stand=2'].map(async (stand) => (await house.get(`${house.path}/ergebnis${stand}`)).text),
  );
  expect(last).toContain('Das ist der letzte Stand.');
  for (const text of [last, earlier]) expect(text).not.toContain('Das Gespräch läuft noch');
  expect((await house.get(`${house.path}/ergebnis`)).text).toContain('Das ist uns gemeinsam');
});

test('what is not public names no address that nobody else can open, on paper and in files; behind the link stands the link', async () => {
  const closed = await openConversationHouse({ isPublic: '' });
  await closed.post(`${closed.path}/beginnen`, {}, closed.nur);
  const way = await closed.door();
  for (let person = 0; person < 8; person += 1) await closed.vote(way, { [SEEDS[0]]: 'agree' });
  await closed.post(`${closed.path}/stand`, {}, closed.nur);
  const get = async (path: string) => (await closed.get(path, closed.nur)).text;
  for (const page of ['ergebnis', 'protokoll']) {
    const own = await get(`${closed.path}/${page}`);
    expect(own).toContain('Nicht öffentlich. Ausgedruckt von');
    expect(own).not.toContain(way);
    expect(await get(`${way}/${page}`)).toContain(`>Ausgedruckt von http://localhost${way}/${page}<`);
  }
  const [csv, json] = [await get(`${closed.path}/ergebnis.csv`), await get(`${closed.path}/ergebnis.json`)];
  for (const file of [csv, json]) for (const address of [closed.id, way]) expect(file).not.toContain(address);
  expect(JSON.parse(json)).toMatchObject({ attribution: { address: '' } });
  await closed.database.close();
});

test('until three are common neither order nor numbers of the others tell what parts people, in no form', async () => {
  const early = await openConversationHouse();
  await early.post(`${early.path}/beginnen`, {}, early.nur);
  const way = await early.door();
  for (let person = 0; person < 12; person += 1) {
    const side = (at: number) => ((person + at) % 2 === 0 ? 'agree' : 'disagree');
    const parts = SEEDS.slice(2).map((seed, at) => [seed, at === 4 ? 'pass' : side(at)] as const);
    await early.vote(way, { [SEEDS[0]]: 'agree', [SEEDS[1]]: 'agree', ...Object.fromEntries(parts) });
  }
  await early.post(`${early.path}/stand`, {}, early.nur);
  const get = async (path: string) => (await early.get(path)).text;
  const [page, behind] = await Promise.all([get(`${early.path}/ergebnis`), get(`${way}/ergebnis`)]);
  for (const text of [page, behind]) {
    expect(text).toContain('Bis jetzt: 2.');
    expect(text).not.toContain('Aussage hinzufügen');
    expect(text).not.toMatch(/dafür \d|noch zu wenige Antworten/);
  }
  expect((await early.get(`${early.path}/ergebnis`, early.nur)).text).toContain(
    `href="${early.path}/aussagen#field-text"`,
  );
  expect((await early.get(`${way}/ergebnis`, await early.join(way))).text).toContain(`href="${way}/neu"`);
  const others = await early.rows(`select id, texts->>'de' as text from statement where texts->>'de' <> all($1)`, [
    SEEDS.slice(0, 2),
  ]);
  const sorted = others.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
  const at = sorted.map(({ text }) => page.lastIndexOf(String(text)));
  expect(at).not.toContain(-1);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  const [, ...rows] = (await get(`${early.path}/ergebnis.csv`)).trim().split('\r\n');
  expect(rows.slice(2).map((row) => row.split(',')[0]?.replace('\uFEFF', ''))).toEqual(sorted.map(({ id }) => id));
  for (const row of rows.slice(2)) expect(row).toContain(',other,,,,,,,');
  const { statements } = JSON.parse(await get(`${early.path}/ergebnis.json`)) as { statements: object[] };
  for (const one of statements.slice(2))
    expect(one).toMatchObject({ standing: 'other', counts: null, groups: null, shared: null, low: null, high: null });
  await early.database.close();
});
