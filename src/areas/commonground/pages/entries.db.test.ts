import { afterAll, beforeAll, expect, test } from 'vitest';
import { ORIGIN } from '../../../../test/web.ts';
import { openConversationHouse, type ConversationHouse } from '../../../../test/conversation-house.ts';
import { STRANGER } from '../../../plain/actor.ts';

let house: ConversationHouse;
let door: string;

beforeAll(async () => {
  house = await openConversationHouse({ entry: 'codes', isPublic: '' });
  expect((await house.get(house.path, house.nur)).text).toContain('Es gibt noch keine Codes');
  await house.post(`${house.path}/beginnen`, {}, house.nur);
  door = await house.door();
});
afterAll(() => house.database.close());

const codesOf = (text: string) =>
  [...text.matchAll(/<code lang="de" dir="ltr">\s*([a-z ]+)\s*<\/code>/g)].map(([, code]) => code ?? '');

test('codes are shown once, open one ballot each and are gone with their first use', async () => {
  expect((await house.post(`${house.path}/blatt`, { count: '0' }, house.nur)).status).toBe(422);
  const codes = codesOf((await house.post(`${house.path}/blatt`, { count: '12' }, house.nur)).text);
  expect(new Set(codes).size).toBe(12);
  const again = await house.get(`${house.path}/blatt`, house.nur);
  expect(again.text).toContain('Noch nicht benutzte Codes: 12');
  expect(again.text).not.toContain(codes[0]);
  const seals = (await house.rows('select seal from paper_code')).map(({ seal }) => String(seal));
  for (const seal of seals) expect(seal).toMatch(/^\d+\.[\w-]{43}$/);
  const [code = ''] = codes;
  expect(await house.join(door, { code: code.toUpperCase().replaceAll(' ', '-') })).not.toBe('');
  expect((await house.post(door, { code })).text).toContain('jemand hat sie schon benutzt');
  expect(await house.count('ballot')).toBe(1);
  expect(await house.count('paper_code')).toBe(11);
});

test('a form that is sent twice is one person with one slip, and whose answer got lost is in all the same', async () => {
  const [code = ''] = codesOf((await house.post(`${house.path}/blatt`, { count: '1' }, house.nur)).text);
  const mark = /name="mark" value="([\w-]{32})"/.exec((await house.get(door)).text)?.[1] ?? '';
  const [ballots, codes] = [await house.count('ballot'), await house.count('paper_code')];
  const twice = await Promise.all([house.join(door, { code, mark }), house.join(door, { code, mark })]);
  expect(twice).toEqual([expect.stringContaining(`=${mark}`), expect.stringContaining(`=${mark}`)]);
  expect(await house.join(door, { code, mark })).toContain(`=${mark}`);
  expect([await house.count('ballot'), await house.count('paper_code')]).toEqual([ballots + 1, codes - 1]);
  const other = /name="mark" value="([\w-]{32})"/.exec((await house.get(door)).text)?.[1] ?? '';
  expect(other).not.toBe(mark);
  expect(await house.join(door, { code, mark: other })).toBe('');
});

test('whoever types the words once more in the same browser is led back to where they take part', async () => {
  const [code = ''] = codesOf((await house.post(`${house.path}/blatt`, { count: '1' }, house.nur)).text);
  const cookie = await house.join(door, { code });
  const back = `<a href="${door}">`;
  for (const { text } of [await house.get('/g', cookie), await house.post('/g', { code }, cookie)])
    expect([text.includes(back), text.includes('Hier machst du schon mit')]).toEqual([true, true]);
  const forged = `${cookie.split('=')[0]}=${'A'.repeat(32)}`;
  for (const other of [null, forged]) expect((await house.get('/g', other)).text).not.toContain(back);
});

test('a mark that is none of ours is not taken', async () => {
  const sheet = (await house.post(`${house.path}/blatt`, { count: '3' }, house.nur)).text;
  for (const [at, mark] of ['', 'x', `${'a'.repeat(33)}`].entries())
    expect((await house.join(door, { code: codesOf(sheet)[at] ?? '', mark })).split('=')[1]).toMatch(
      /^(?!a{32})[\w-]{32}$/,
    );
});

test('wrong codes of a day are counted together, and whoever types one is told so; a right one comes in all the same', async () => {
  expect((await house.post(door, { code: 'eins zwei' })).text).toContain('Das sind nicht die 5 Wörter');
  const wrong = 'abend ablauf abreise abstand abteil';
  let told = '';
  expect((await house.post(door, { code: wrong })).text).not.toContain('Heute kam das schon oft vor');
  for (let attempt = 0; attempt < 24; attempt += 1) told = (await house.post(door, { code: wrong })).text;
  expect(told).toContain('Heute kam das schon oft vor');
  const [code = ''] = codesOf((await house.post(`${house.path}/blatt`, { count: '1' }, house.nur)).text);
  expect(await house.join(door, { code })).not.toBe('');
});

/** What a browser is told to keep, and where it is led, by the words that somebody types at the short address. */
async function typeWords(code: string) {
  const init = { method: 'POST', headers: { origin: ORIGIN }, body: new URLSearchParams({ code }) };
  const { status, headers } = await house.web.request('/g', init);
  return { status, to: headers.get('location'), cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

test('the words of a slip are typed once, at the short address; they are used up when somebody joins, not by looking', async () => {
  const sheet = (await house.post(`${house.path}/blatt`, { count: '2' }, house.nur)).text;
  const [slip = ''] = /<ol class="slips">.*?<\/li>/s.exec(sheet) ?? [];
  for (const said of [
    'localhost/g<',
    'Was brauchen wir im Viertel?',
    'ماذا نحتاج في الحي؟',
    'bis zum 5. Dezember 2026',
  ])
    expect(slip).toContain(said);
  expect((await house.get('/g')).text).toContain('Die Wörter vom Papier');
  const [code = ''] = codesOf(sheet);
  const before = await house.count('paper_code');
  const entered = await typeWords(code.toUpperCase());
  expect(entered).toMatchObject({ status: 303, to: door });
  const read = (await house.get(door, entered.cookie)).text;
  expect(read).toContain('Niemand muss sich zu einem Land bekennen.');
  expect(read).toContain('Die Wörter von deinem Zettel haben wir.');
  for (const kept of [code, code.replaceAll(' ', '-'), 'name="code"']) expect(read).not.toContain(kept);
  expect(await house.count('paper_code')).toBe(before);
  const join = () =>
    house.web.request(door, {
      method: 'POST',
      headers: { origin: ORIGIN, cookie: entered.cookie },
      body: new URLSearchParams(),
    });
  const joined = await join();
  expect([joined.status, joined.headers.get('location')]).toEqual([303, `${door}/aussage`]);
  expect(joined.headers.get('set-cookie')).toMatch(/-code=; Max-Age=0/);
  expect(await house.count('paper_code')).toBe(before - 1);
  expect((await typeWords(code)).status).toBe(422);
  const late = await join();
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('name="code"')]);
});

test('the words of a sheet lead to a conversation once it has begun; wrong ones of a day are counted together', async () => {
  const sheet = await openConversationHouse();
  const wordsOf = async () => codesOf((await sheet.get(`${sheet.path}/blatt`, sheet.nur)).text)[0]?.trim() ?? '';
  const words = await wordsOf();
  expect(words.split(' ')).toHaveLength(6);
  const enter = (code: string) => sheet.post('/g', { code });
  expect((await enter(words)).status).toBe(422);
  await sheet.post(`${sheet.path}/beginnen`, {}, sheet.nur);
  expect(await enter(words)).toMatchObject({ status: 303, location: await sheet.door() });
  expect(await wordsOf()).toBe(words);
  expect((await enter('eins zwei')).text).toContain('Das sind nicht die Wörter von einem Zettel');
  let told = '';
  for (let attempt = 0; attempt < 24; attempt += 1)
    told = (await enter('abend ablauf abreise abstand abteil abwasch')).text;
  expect(told).toContain('Heute kam das schon oft vor');
  expect((await enter(words)).status).toBe(303);
  await sheet.database.close();
});

test('a sheet whose address no telephone reaches says so before it is printed', async () => {
  const said = 'öffnet sich nur auf dem Rechner, auf dem Geflecht läuft';
  expect((await house.get(`${house.path}/blatt`, house.nur)).text).toContain(said);
  const far = await openConversationHouse({}, 'https://netz.example.org');
  const { text } = await far.get(`${far.path}/blatt`, far.nur);
  expect([text.includes('https://netz.example.org/g/'), text.includes(said)]).toEqual([true, false]);
  await far.database.close();
});

test('a conversation that is not public is found by its link only', async () => {
  expect((await house.get('/gespraeche')).text).not.toContain('Viertel');
  for (const cookie of [null, await house.enter('otto'), await house.enter('kim'), await house.enter('olga')])
    for (const path of ['', '/ergebnis', '/protokoll', '/ergebnis.csv'])
      expect(await house.get(`${house.path}${path}`, cookie)).toEqual(await house.get('/gibt-es-nicht', cookie));
  expect(await house.get(`/g/${'A'.repeat(48)}`)).toEqual(await house.get('/gibt-es-nicht'));
  expect((await house.get(`${door}/protokoll`)).status).toBe(200);
});

test('where only the network takes part, the link alone lets nobody in', async () => {
  const network = await openConversationHouse({ entry: 'network' });
  await network.post(`${network.path}/beginnen`, {}, network.nur);
  const path = await network.door();
  expect((await network.get(path)).text).toContain('Hier machen Mitglieder des Netzwerks mit.');
  expect((await network.post(path, {})).status).toBe(403);
  expect((await network.post(path, {}, network.nur)).status).toBe(403);
  await network.database.sql(`insert into admission (organisation, admitted_on) values ($1, '2026-01-01')`, [
    network.organisation,
  ]);
  expect((await network.post(path, {}, network.nur)).status).toBe(303);
  expect(JSON.stringify(await network.rows('select * from ballot'))).not.toContain(network.organisation);
  await network.database.close();
});

test('nobody but the program reads a ballot, and nothing in the tables leads from an account to one', async () => {
  const cookie = await house.vote(
    door,
    {},
    { code: codesOf((await house.post(`${house.path}/blatt`, { count: '1' }, house.nur)).text)[0] ?? '' },
  );
  const statement = String((await house.rows('select id from statement limit 1'))[0]?.['id']);
  await house.post(`${door}/aussage`, { statement, answer: 'agree' }, `${cookie}; ${house.nur}`);
  const count = async (actor: Parameters<typeof house.database.as>[0]) =>
    (await house.database.as(actor).read((db) => db.selectFrom('ballot').select('key').execute())).length;
  const person = { session: 's', account: house.id, organisations: [house.organisation], isAdmitted: true };
  for (const actor of [
    STRANGER,
    { kind: 'account', ...person },
    { kind: 'coordination', ...person },
    { kind: 'operator', ...person },
  ] as const)
    expect(await count(actor)).toBe(0);
  const mark = cookie.split('=')[1] ?? 'none';
  const ballots = await house.rows('select key, conversation, answers from ballot');
  const keys = ballots.map(({ key }) => String(key));
  const { rows: tables } = await house.database.sql(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'ballot'`,
  );
  for (const { name } of tables) {
    const all = JSON.stringify(await house.rows(`select to_jsonb(t)::text from "${String(name)}" t`));
    expect(all, String(name)).not.toContain(mark);
    for (const key of keys) expect(all, String(name)).not.toContain(key);
  }
  expect(JSON.stringify(ballots)).not.toContain(mark);
});
