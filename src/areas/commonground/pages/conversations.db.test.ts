import { afterAll, beforeAll, expect, test } from 'vitest';
import { ORIGIN } from '../../../../test/web.ts';
import { openConversationHouse, PLAN, SEEDS, type ConversationHouse } from '../../../../test/conversation-house.ts';

let house: ConversationHouse;
let door: string;

beforeAll(async () => {
  house = await openConversationHouse();
  door = await house.door();
});
afterAll(() => house.database.close());

const nothing = (cookie: string | null) => house.get('/gibt-es-nicht', cookie);

test('a conversation needs a question, a purpose, days and six short statements; what was typed is kept', async () => {
  const form = { ...PLAN, steward: house.organisation, 'question.de': '', endsOn: '2026-11-01', seeds: 'Eine.\nZwei.' };
  const again = await house.post('/gespraeche/neu', form, house.nur);
  expect(again.status).toBe(422);
  for (const told of ['Schreib eine Frage.', 'Der letzte Tag liegt nach dem ersten', 'mindestens 6 verschiedene'])
    expect(again.text).toContain(told);
  expect(again.text).toContain('Das Ergebnis geht an die Stadt.');
  const long = { ...PLAN, steward: house.organisation, seeds: [...SEEDS, 'x'.repeat(141)].join('\n') };
  expect((await house.post('/gespraeche/neu', long, house.nur)).text).toContain('Zu lang (höchstens 140 Zeichen)');
});

test('nobody prepares one in the name of an organisation they do not speak for', async () => {
  const otto = await house.enter('otto');
  expect((await house.post('/gespraeche/neu', { ...PLAN, steward: house.organisation }, otto)).status).toBe(404);
  expect((await house.post('/gespraeche/neu', { ...PLAN, steward: 'coordination' }, otto)).status).toBe(404);
  expect(
    (await house.post('/gespraeche/neu', { ...PLAN, steward: 'coordination' }, await house.enter('kim'))).status,
  ).toBe(303);
  expect(await house.get('/gespraeche/neu')).toEqual(await nothing(null));
});

test('before it begins nobody but its steward finds it, by whatever address', async () => {
  expect((await house.get(house.path, house.nur)).text).toContain('Was brauchen wir im Viertel?');
  expect((await house.get('/gespraeche')).text).not.toContain('Viertel');
  for (const cookie of [null, await house.enter('otto'), await house.enter('kim'), await house.enter('olga')])
    for (const path of [house.path, `${house.path}/ergebnis`, `${house.path}/blatt`, `${house.path}/aussagen`, door])
      expect(await house.get(path, cookie)).toEqual(await nothing(cookie));
});

test('what is written in a language belongs to the conversation, also where nobody ticked it', async () => {
  const texts = { 'question.tr': 'Mahallede neye ihtiyacımız var?', 'purpose.uk': 'Результат іде до міста.' };
  const form = { ...PLAN, ...texts, languages: '', steward: house.organisation };
  const { location } = await house.post('/gespraeche/neu', form, house.nur);
  const id = location?.split('/').at(-1);
  const [made] = await house.rows('select languages, says from conversation where id = $1', [id]);
  expect(made?.['languages']).toEqual(['de', 'tr', 'ar', 'uk']);
  expect(made?.['says']).toMatchObject({ uk: { purpose: 'Результат іде до міста.' } });
  expect((await house.post(`${location ?? ''}/verwerfen`, {}, house.nur)).status).toBe(303);
});

test('its steward begins it; then it is public, its question stays and its pages for the steward stay closed', async () => {
  const prepared = (await house.get(house.path, house.nur)).text;
  expect(prepared).toContain('Arabisch: 7 Aussagen sind noch nicht übersetzt');
  expect(prepared).not.toContain('Es gibt noch keine Codes');
  const statements = async () => (await house.get(`${house.path}/aussagen`, house.nur)).text;
  expect(await statements()).toContain('Bis zum Beginn lesen das nur die');
  expect((await house.post(`${house.path}/beginnen`, {}, house.nur)).status).toBe(303);
  expect(await statements()).not.toContain('Bis zum Beginn');
  expect(await statements()).toContain('Das lesen gleich alle, die mitmachen.');
  const seen = await house.get(house.path);
  expect(seen.text).toContain('Niemand muss sich zu einem Land bekennen.');
  expect(seen.text).toContain('Der Krieg');
  expect(seen.text).toContain(`href="${door}"`);
  expect((await house.get('/gespraeche')).text).toContain('Was brauchen wir im Viertel?');
  const arabic = (await house.get(house.path, null, 'ar')).text;
  expect(arabic).toContain('ماذا نحتاج في الحي؟');
  expect(arabic).toContain('الحرب');
  expect(arabic).not.toContain('Der Krieg');
  for (const cookie of [null, await house.enter('otto'), await house.enter('kim')])
    for (const path of ['bearbeiten', 'aussagen', 'uebersetzung/ar', 'blatt'])
      expect(await house.get(`${house.path}/${path}`, cookie)).toEqual(await nothing(cookie));
  expect((await house.post(`${house.path}/stand`, {}, await house.enter('otto'))).status).toBe(404);
  const edited = { ...PLAN, 'question.de': 'Etwas ganz anderes?', endsOn: '2026-12-06' };
  expect((await house.post(`${house.path}/bearbeiten`, edited, house.nur)).status).toBe(303);
  const [row] = await house.rows('select says, ends_on::text from conversation where id = $1', [house.id]);
  expect(JSON.stringify(row)).toContain('2026-12-06');
  expect(JSON.stringify(row)).not.toContain('ganz anderes');
  expect((await house.post(`${house.path}/verwerfen`, {}, house.nur)).status).toBe(409);
});

test('the sheet has the link as letters and as a code for telephones', async () => {
  const sheet = await house.get(`${house.path}/blatt`, house.nur);
  expect(sheet.text).toContain(`http://localhost${door}`);
  expect(sheet.text).toContain('<svg class="qr"');
  expect(sheet.text).toContain('Ohne Namen und ohne Konto.');
  expect(sheet.text).toContain('<section lang="ar" dir="rtl">');
  for (const said of ['ماذا نحتاج في الحي؟', 'تذهب النتيجة إلى المدينة.', 'بلا اسم']) expect(sheet.text).toContain(said);
});

test('the sheet says who asks, in each language, and nothing where the name is not known', async () => {
  expect((await house.get(`${house.path}/blatt`, house.nur)).text).not.toContain('Es fragt');
  const kim = await house.enter('kim');
  const { location } = await house.post('/gespraeche/neu', { ...PLAN, steward: 'coordination' }, kim);
  const { text } = await house.get(`${location}/blatt`, kim);
  expect(text).toContain('Es fragt: die Koordination des Netzwerks');
  expect(text).toContain('صاحب السؤال: \u2068تنسيق الشبكة\u2069');
});

test('whoever has the link reads purpose and red lines, joins without an account and answers one statement a page', async () => {
  const welcome = await house.get(door);
  expect(welcome.text).toContain('Niemand muss sich zu einem Land bekennen.');
  expect((await house.get(`${door}/aussage`)).location).toBe(door);
  const cookie = await house.join(door);
  const first = await house.get(`${door}/aussage`, cookie);
  const statement = house.statementAt(first.text);
  expect(SEEDS.filter((seed) => first.text.includes(seed))).toHaveLength(1);
  expect((await house.get(`${door}/aussage`, cookie)).text).toBe(first.text);
  const sent = await house.post(`${door}/aussage`, { statement, answer: 'agree' }, cookie);
  expect(sent.location).toBe(`${door}/aussage?nach=${statement}`);
  const second = await house.get(sent.location ?? '', cookie);
  expect(house.statementAt(second.text)).not.toBe(statement);
  expect(second.text).toContain(`href="${door}/aussage?id=${statement}"`);
  await house.post(`${door}/aussage`, { statement, answer: 'disagree' }, cookie);
  await house.post(`${door}/aussage`, { statement, answer: 'disagree' }, cookie);
  expect((await house.get(`${door}/stimmen`, cookie)).text).toContain('stimme nicht zu');
  expect((await house.rows('select answers from ballot')).map(({ answers }) => answers)).toEqual([{ [statement]: -1 }]);
  const back = await house.web.request(`${door}/aussage`, {
    method: 'POST',
    headers: { origin: ORIGIN, cookie },
    body: new URLSearchParams({ statement, answer: 'none', back: 'stimmen' }),
  });
  expect(decodeURIComponent(back.headers.get('set-cookie') ?? '')).toContain('commonground.vote.taken');
  expect((await house.get(`${door}/stimmen`, cookie)).text).toContain('Du hast noch nichts beantwortet.');
  expect((await house.post(`${door}/aussage`, { statement, answer: 'vielleicht' }, cookie)).status).toBe(400);
});

test('what comes next is told to the island in the same order, only to who has joined', async () => {
  const cookie = await house.join(door);
  const shown = house.statementAt((await house.get(`${door}/aussage`, cookie)).text);
  const told = JSON.parse((await house.get(`${door}/aussagen.json`, cookie)).text) as { id: string; lang: string }[];
  expect(told).toHaveLength(SEEDS.length);
  expect(told[0]).toMatchObject({ id: shown, lang: 'de', dir: 'ltr' });
  await house.post(`${door}/aussage`, { statement: shown, answer: 'pass' }, cookie);
  const rest = JSON.parse((await house.get(`${door}/aussagen.json`, cookie)).text) as { id: string }[];
  expect(rest.map(({ id }) => id)).toEqual(told.slice(1).map(({ id }) => id));
  expect((await house.get(`${door}/aussagen.json`)).status).toBe(404);
});

test('joining again with the same browser is the same person; a mark that was made up is nobody', async () => {
  const cookie = await house.join(door);
  const before = await house.count('ballot');
  await house.post(door, {}, cookie);
  expect(await house.count('ballot')).toBe(before);
  const forged = `${cookie.split('=')[0]}=${'A'.repeat(32)}`;
  const statement = String(
    (await house.rows('select id from statement where conversation = $1 limit 1', [house.id]))[0]?.['id'],
  );
  expect((await house.post(`${door}/aussage`, { statement, answer: 'agree' }, forged)).status).toBe(404);
  expect((await house.post(`${door}/aussage`, { statement: house.id, answer: 'agree' }, cookie)).status).toBe(404);
});

test('statements meet every person in an order of their own, that stays', async () => {
  const firsts = new Set<string>();
  for (let person = 0; person < 12; person += 1)
    firsts.add(house.statementAt((await house.get(`${door}/aussage`, await house.join(door))).text));
  expect(firsts.size).toBeGreaterThan(2);
});

test('an own statement is short, shown beside what sounds alike, and waits; nobody learns whose it is', async () => {
  const cookie = await house.join(door);
  const say = (form: Readonly<Record<string, string>>) => house.post(`${door}/neu`, form, cookie);
  expect((await say({ text: '' })).text).toContain('Schreib eine Aussage.');
  expect((await say({ text: 'x'.repeat(141) })).status).toBe(422);
  const alike = 'Das Jugendzentrum soll sonntags offen bleiben.';
  const hinted = await say({ text: alike });
  expect(hinted.status).toBe(422);
  expect(hinted.text).toContain(SEEDS[0]);
  expect((await say({ text: alike, sure: alike })).status).toBe(303);
  expect((await say({ text: 'Herr Meier soll gehen.' })).status).toBe(303);
  expect((await say({ text: 'Alle Gäste sagen zuerst, wie sie zum Krieg stehen.' })).status).toBe(303);
  expect((await house.get(house.path, house.nur)).text).toContain('Aussagen, die auf dich warten: 3');
  const columns = await house.rows(
    `select column_name as name from information_schema.columns where table_name in ('statement', 'ballot', 'moderation')`,
  );
  expect(columns.map(({ name }) => name).filter((name) => /at$|time|author_|account|by/.test(String(name)))).toEqual(
    [],
  );
  const page = await house.get(`${house.path}/aussagen`, house.nur);
  expect(page.text).toContain('Herr Meier');
  // Whoever reads the page in a language of their own is told that they may not be able to read what waits.
  const inTurkish = await house.get(`${house.path}/aussagen`, house.nur, 'tr');
  expect(inTurkish.text.match(/Bu ifade şu dilde yazıldı: Almanca\./g)).toHaveLength(3);
  expect(page.text).not.toContain('Wenn du das nicht liest');
  expect((await house.get(`${door}/protokoll`)).text).not.toContain('Herr Meier');
});

test('what is let in or declined stands in the public log with its rule; a named person is not named once more', async () => {
  const waiting = await house.rows(`select id, texts from statement where state = 'waiting'`);
  const idOf = (part: string) => String(waiting.find(({ texts }) => JSON.stringify(texts).includes(part))?.['id']);
  const decide = (part: string, form: Readonly<Record<string, string>>) =>
    house.post(`${house.path}/aussagen`, { statement: idOf(part), ...form }, house.nur);
  await decide('Meier', { act: 'decline', reason: 'person' });
  await decide('Krieg', { act: 'decline', reason: 'confession' });
  await decide('Jugendzentrum', { act: 'let-in' });
  const other = await decide('Krieg', { act: 'decline', reason: 'gefällt mir nicht' });
  expect(other.status).toBe(422);
  expect(other.text).toContain('Wähl die Regel, nach der du ablehnst.');
  const log = (await house.get(`${house.path}/protokoll`)).text;
  expect(log).toContain('abgelehnt: verlangt ein Bekenntnis');
  expect(log).toContain('wie sie zum Krieg stehen');
  expect(log).toContain('(nicht noch einmal gezeigt)');
  for (const unsaid of ['Meier', 'nur@', 'nur<']) expect(log).not.toContain(unsaid);
  expect((await house.post(`${house.path}/aussagen`, { statement: idOf('Meier'), act: 'let-in' })).status).toBe(404);
});

test('all statements are translated in one form per language; what a machine has translated is marked', async () => {
  const [statement] = await house.rows(`select id from statement where texts->>'de' = $1 and conversation = $2`, [
    SEEDS[1],
    house.id,
  ]);
  const id = String(statement?.['id']);
  const at = `${house.path}/uebersetzung/ar`;
  const form = (await house.get(at, house.nur)).text;
  for (const seed of SEEDS) expect(form).toContain(seed);
  expect((await house.get(`${house.path}/uebersetzung/uk`, house.nur)).status).toBe(404);
  const text = 'نحتاج إلى غرف بلا إيجار.';
  const long = await house.post(at, { [`text.${id}`]: `${text}${'ا'.repeat(140)}`, machine: id }, house.nur);
  expect(long.status).toBe(422);
  expect(long.text).toContain('Höchstens 140 Zeichen.');
  expect((await house.post(at, { [`text.${id}`]: text, machine: id }, house.nur)).status).toBe(303);
  await house.post(`${house.path}/uebersetzung/de`, { [`text.${id}`]: 'Etwas anderes' }, house.nur);
  expect((await house.post(at, { [`text.${id}`]: 'لا' }, await house.enter('otto'))).status).toBe(404);
  const cookie = await house.join(door);
  const page = await house.get(`${door}/aussage?id=${id}`, cookie, 'ar');
  expect(page.text).toContain(text);
  expect(page.text).toContain('(ترجمة آلية)');
  const other = await house.get(`${door}/aussage?id=${id}`, cookie, 'tr');
  expect(other.text).toContain(`<span lang="de" dir="ltr"><bdi>${SEEDS[1]}</bdi></span>`);
  await house.post(at, { [`text.${id}`]: '' }, house.nur);
  const [row] = await house.rows('select texts, machine from statement where id = $1', [id]);
  expect(row).toEqual({ texts: { de: SEEDS[1] }, machine: [] });
});

test('who writes says in which language, and whoever looks after it corrects that', async () => {
  const cookie = await house.join(door);
  const form = await house.get(`${door}/neu`, cookie, 'tr');
  expect(form.text).toMatch(/<option value="tr" selected/);
  expect(form.text).toMatch(/<option value="ar"/);
  await house.post(`${door}/neu`, { text: 'نريد حديقة للأطفال.', language: 'ar' }, cookie);
  await house.post(`${door}/neu`, { text: 'نريد مقهى صغيرا.' }, cookie);
  const written = async (text: string) =>
    (await house.rows(`select id, language, texts from statement where texts::text like $1`, [`%${text}%`]))[0];
  expect((await written('حديقة'))?.['language']).toBe('ar');
  const wrong = await written('مقهى');
  expect(wrong?.['language']).toBe('de');
  const act = { act: 'language', statement: String(wrong?.['id']), language: 'ar' };
  expect((await house.post(`${house.path}/aussagen`, act, await house.enter('otto'))).status).toBe(404);
  expect((await house.post(`${house.path}/aussagen`, act, house.nur)).status).toBe(303);
  expect(await written('مقهى')).toMatchObject({ language: 'ar', texts: { ar: 'نريد مقهى صغيرا.' } });
});

test('after the last day nobody answers any more', async () => {
  const cookie = await house.join(door);
  house.clock.turn('2026-12-07T08:00:00Z');
  expect((await house.get(door)).text).toContain('beendet');
  const [statement] = await house.rows('select id from statement where conversation = $1 limit 1', [house.id]);
  const late = { statement: String(statement?.['id']), answer: 'agree' };
  const told = await house.post(`${door}/aussage`, late, cookie);
  expect(told.status).toBe(403);
  for (const said of ['Das Gespräch ist beendet.', 'Eine Antwort von dir kam erst danach an', `${door}/protokoll`])
    expect(told.text).toContain(said);
  const own = await house.post(`${door}/neu`, { text: 'Der Garten braucht ein Tor.' }, cookie);
  expect(own.status).toBe(403);
  for (const said of ['Das Gespräch ist beendet.', 'Der Garten braucht ein Tor.']) expect(own.text).toContain(said);
  expect((await house.post(door, {})).status).toBe(403);
});
