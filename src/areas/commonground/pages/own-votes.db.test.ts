import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConversationHouse, PLAN, SEEDS, type ConversationHouse } from '../../../../test/conversation-house.ts';
import { ORIGIN } from '../../../../test/web.ts';

let house: ConversationHouse;
let door: string;
let cookie: string;

beforeAll(async () => {
  house = await openConversationHouse();
  await house.post(`${house.path}/beginnen`, {}, house.nur);
  door = await house.door();
  cookie = await house.join(door);
});
afterAll(() => house.database.close());

const idOf = async (text: string) =>
  String((await house.rows(`select id from statement where texts->>'de' = $1`, [text]))[0]?.['id']);
const answer = async (statement: string, said: string) =>
  (await house.post(`${door}/aussage`, { statement, answer: said }, cookie)).status;
const decide = (statement: string, form: Readonly<Record<string, string>>) =>
  house.post(`${house.path}/aussagen`, { statement, ...form }, house.nur);

test('the list of own answers leads to what was declined, which can only be taken back, and says no names once more', async () => {
  const [statement, named] = [await idOf(SEEDS[1]), await idOf(SEEDS[2])];
  for (const id of [statement, named]) expect(await answer(id, 'agree')).toBe(303);
  await decide(statement, { act: 'decline', reason: 'twoThings' });
  await decide(named, { act: 'decline', reason: 'person' });
  const list = (await house.get(`${door}/stimmen`, cookie)).text;
  expect([list.includes(SEEDS[1]), list.includes(SEEDS[2])]).toEqual([true, false]);
  for (const [id, said] of [
    [statement, SEEDS[1]],
    [named, '(nicht noch einmal gezeigt)'],
  ] as const) {
    const at = `${door}/aussage?id=${id}&#38;back=stimmen`;
    expect(list.replaceAll('&amp;', '&#38;')).toContain(at);
    const { status, text } = await house.get(at.replace('&#38;', '&'), cookie);
    expect([status, text]).toEqual([200, expect.stringContaining(said)]);
    expect([...text.matchAll(/name="answer" value="(\w+)"/g)].map(([, value]) => value)).toEqual(['none']);
    expect(await answer(id, 'none')).toBe(303);
    expect((await house.get(`${door}/aussage?id=${id}`, cookie)).status).toBe(404);
  }
  expect(await house.rows('select answers from ballot')).toEqual([{ answers: {} }]);
});

test('who changes an answer on their own list is told so, and nothing of the kind on the way through', async () => {
  const statement = await idOf(SEEDS[5]);
  const toldBy = async (form: Readonly<Record<string, string>>) =>
    /commonground\.vote\.\w+/.exec(decodeURIComponent(await setBy(house, `${door}/aussage`, form, cookie)))?.[0];
  expect(await toldBy({ statement, answer: 'agree' })).toBeUndefined();
  expect(await toldBy({ statement, answer: 'pass', back: 'stimmen' })).toBe('commonground.vote.changed');
  expect(await toldBy({ statement, answer: 'none', back: 'stimmen' })).toBe('commonground.vote.taken');
});

test('a statement that is sent twice waits once', async () => {
  const say = (text: string) => house.post(`${door}/neu`, { text }, cookie);
  const twice = await Promise.all([say('Der Hof soll grün werden.'), say('Der Hof soll grün werden.')]);
  expect(twice.map(({ location }) => location)).toEqual([`${door}/aussage`, `${door}/aussage`]);
  await say('Der Hof soll ein Spielplatz werden.');
  const waiting = await house.rows(`select texts->>'de' as text from statement where state = 'waiting' order by 1`);
  expect(waiting.map(({ text }) => text)).toEqual(['Der Hof soll ein Spielplatz werden.', 'Der Hof soll grün werden.']);
});

test('a decision that is sent twice stands in the log once', async () => {
  const statement = await idOf(SEEDS[3]);
  const log = async () =>
    (await house.rows('select act, reason from moderation where statement = $1 order by act', [statement])).map(
      ({ act, reason }) => [act, reason],
    );
  const decline = { act: 'decline', reason: 'double' };
  expect(
    (await Promise.all([decide(statement, decline), decide(statement, decline)])).map(({ status }) => status),
  ).toEqual([303, 303]);
  expect(await log()).toEqual([['declined', 'double']]);
  await decide(statement, { act: 'let-in' });
  await decide(statement, { act: 'let-in' });
  expect(await log()).toEqual([
    ['declined', 'double'],
    ['let-in', null],
  ]);
});

/** What a browser is told to keep when it sends a form. */
async function setBy(at: ConversationHouse, path: string, form: Readonly<Record<string, string>>, cookie = '') {
  const body = new URLSearchParams(form);
  const response = await at.web.request(path, { method: 'POST', headers: { origin: ORIGIN, cookie }, body });
  return response.headers.get('set-cookie') ?? '';
}

test('who comes back after the last day was moved is the same person as before', async () => {
  const statement = await idOf(SEEDS[4]);
  await house.post(`${house.path}/bearbeiten`, { ...PLAN, endsOn: '2027-03-01' }, house.nur);
  const told = await setBy(house, `${door}/aussage`, { statement, answer: 'agree' }, cookie);
  expect(told).toContain(`${cookie}; Max-Age=${(100 + 30) * 86_400}; Path=/g; HttpOnly`);
});

test('nothing on the way keeps what shows somebody’s answers or what only its steward sees', async () => {
  const cached = async (path: string, who: string | null) => {
    const response = await house.web.request(path, { headers: who === null ? {} : { cookie: who } });
    return [path, response.status, response.headers.get('cache-control')];
  };
  const own = ['', '/aussage', '/aussagen.json', '/stimmen', '/neu', '/ergebnis', '/protokoll'];
  const kept = ['', '/blatt', '/bearbeiten', '/aussagen', '/uebersetzung/ar', '/ergebnis', '/protokoll'];
  for (const [path, who] of [
    ...own.map((end) => [`${door}${end}`, cookie] as const),
    ['/gespraeche', house.nur] as const,
    ...kept.map((end) => [`${house.path}${end}`, house.nur] as const),
  ])
    expect(await cached(path, who)).toEqual([path, 200, 'no-store']);
  expect(await cached('/gespraeche', null)).toEqual(['/gespraeche', 200, 'no-cache']);
});

test('where people come by https the mark goes no other way, whatever stands before the house', async () => {
  const far = await openConversationHouse({}, 'https://localhost');
  await far.post(`${far.path}/beginnen`, {}, far.nur);
  expect(await setBy(far, await far.door(), {})).toMatch(/^g[0-9a-f]{8}=[^,]*; Secure/);
  expect(await setBy(house, door, {})).not.toContain('Secure');
  await far.database.close();
});
