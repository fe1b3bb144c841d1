import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CLOSED,
  FORM,
  NUJIN,
  openRequestHouse,
  PEOPLE,
  TREFF,
  WERK,
  type RequestHouse,
} from '../../../test/request-house.ts';
import { REQUESTS_PART } from './part.ts';

let house: RequestHouse;

beforeAll(async () => {
  house = await openRequestHouse();
}, 120_000);
afterAll(() => house.database.close());

/** A new cooperation in which the Frauenverein has been asked, and the link that it was sent. */
async function asked(): Promise<{ readonly cooperation: string; readonly path: string; readonly link: string }> {
  const cooperation = await house.begin();
  const { status, location, text } = await house.post(`/kooperationen/${cooperation}/anfragen/neu`, 'anna', FORM);
  if (status !== 303) throw new Error(text);
  return { cooperation, path: location, link: (await house.linksOf('nujin')).at(-1) ?? '' };
}

const addressesOf = (which: 'werk' | 'nujin') => [CLOSED[which].mailbox, CLOSED[which].phone];
const partners = async (cooperation: string) =>
  (await house.rows('select partners from cooperation where id = $1', [cooperation]))[0]?.['partners'];

test('what the other says of itself stands before the text field, and no address of it', async () => {
  const cooperation = await house.begin();
  const path = `/kooperationen/${cooperation}/anfragen/neu?an=${NUJIN}`;
  const { status, text } = await house.get(path, 'anna');
  expect(status).toBe(200);
  expect(text.indexOf('ist seit 1998 im Viertel')).toBeGreaterThan(0);
  expect(text.indexOf('ist seit 1998 im Viertel')).toBeLessThan(text.indexOf('<textarea'));
  expect(text).toContain('Geschäftsstelle');
  expect(text).toContain('value="Gesundheit für Mütter"');
  for (const address of addressesOf('nujin')) expect(text).not.toContain(address);
});

test('what the plan says about the other side is there to be read again, and nobody sends it by mistake', async () => {
  const cooperation = await house.begin();
  const text = 'Neun Frauen, zwei davon kennen wir';
  await house.post(`/kooperationen/${cooperation}/plan/strengths`, 'anna', { text, goOn: 'overview' });
  const page = (await house.get(`/kooperationen/${cooperation}/anfragen/neu?an=${NUJIN}`, 'anna')).text;
  expect(page.indexOf(text)).toBeGreaterThan(0);
  expect(page.indexOf(text)).toBeLessThan(page.indexOf('<textarea'));
  expect(page.indexOf(text, page.indexOf('<textarea'))).toBe(-1);
});

test('what is missing is said at its place, and what was typed is kept', async () => {
  const cooperation = await house.begin();
  const path = `/kooperationen/${cooperation}/anfragen/neu`;
  const { status, text } = await house.post(path, 'anna', { to: NUJIN, asked: FORM.asked, title: '' });
  expect(status).toBe(422);
  expect(text).toContain(FORM.asked);
  for (const field of ['known', 'offer.money', 'title']) expect(text).toContain(`href="#field-${field}"`);
  expect(text).not.toContain('href="#field-asked"');
});

test('before anybody is asked one writes down what one can offer', async () => {
  const cooperation = await house.begin();
  await house.asSystem.write((tx) =>
    tx.updateTable('cooperation_plan').set({ answers: '{}' }).where('cooperation', '=', cooperation).execute(),
  );
  const path = `/kooperationen/${cooperation}/anfragen/neu`;
  const { text } = await house.get(`${path}?an=${NUJIN}`, 'anna');
  expect(text).toContain(`href="/kooperationen/${cooperation}/plan/offer?an=${NUJIN}"`);
  expect(text).not.toContain('<textarea');
  expect((await house.post(path, 'anna', FORM)).status).toBe(422);
  // Whoever was sent to the question from here comes back, and is led nowhere else.
  const question = (asks: string) => `/kooperationen/${cooperation}/plan/offer?an=${encodeURIComponent(asks)}`;
  const asked = (await house.get(question(NUJIN), 'anna')).text;
  expect(asked).toContain(`action="${question(NUJIN)}"`);
  expect(asked).toContain('mindestens eines');
  expect((await house.post(question(NUJIN), 'anna', { 'offer.room': ' ' })).status).toBe(422);
  const offer = { cents: '1.200', 'offer.room': 'Ein Raum am Abend', 'offer.other': 'Honorar und Saal' };
  expect((await house.post(question(NUJIN), 'anna', offer)).location).toBe(`${path}?an=${NUJIN}`);
  for (const elsewhere of ['//evil.example', 'https://evil.example', `${NUJIN}/../x`])
    expect((await house.post(question(elsewhere), 'anna', offer)).location).toBe(`/kooperationen/${cooperation}/plan`);
  const now = (await house.get(`${path}?an=${NUJIN}`, 'anna')).text;
  expect(now).toContain('<textarea');
  // What the plan says stands filled in, to be changed; nobody types it a second time.
  expect(now).toContain('Das steht schon in eurem Plan.');
  expect(/<input[^>]*name="cents"[^>]*>/.exec(now)?.[0]).toContain('value="1200"');
  for (const [name, text] of [
    ['offer.room', 'Ein Raum am Abend'],
    ['offer.other', 'Honorar und Saal'],
  ] as const)
    expect(new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(now)?.[1]?.trim()).toBe(text);
});

test('looking answers nothing; one tap makes a partner, and only then both see how to reach each other', async () => {
  const { cooperation, path, link } = await asked();
  for (const _ of [1, 2]) expect((await house.get(link)).status).toBe(200);
  expect(await partners(cooperation)).toEqual([WERK]);
  const before = await house.get(link);
  // That a call is a yes as well stands before its button, and nobody chooses a day for them.
  expect(before.text.indexOf('Auch das ist ein Ja')).toBeGreaterThan(0);
  expect(before.text.indexOf('Auch das ist ein Ja')).toBeLessThan(before.text.indexOf('name="day"'));
  // Both ways of saying yes stand before the others.
  const places = ['gladly', 'call', 'later', 'no'].map((kind) => before.text.indexOf(`value="${kind}"`));
  expect(places[0]).toBeGreaterThan(0);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  // What was written takes its own direction, whatever the language of the page was.
  expect(before.text).toContain(`<p dir="auto">${FORM.known}</p>`);
  expect(before.text).not.toContain(' checked');
  expect(/<input[^>]*name="day"[^>]*>/.exec(before.text)?.[0]).not.toMatch(/ value="2/);
  const undecided = await house.post(link, null, { answer: 'call', day: '2026-12-01' });
  expect(undecided.status).toBe(422);
  expect(undecided.text).toContain('href="#field-hours"');
  expect(undecided.text).toContain('value="2026-12-01"');
  for (const words of [FORM.known, FORM.asked, FORM['offer.money'], '9.600', 'Bildungswerk Fuldatal'])
    expect(before.text).toContain(words);
  for (const address of addressesOf('werk')) expect(before.text).not.toContain(address);
  for (const address of addressesOf('nujin')) expect((await house.get(path, 'anna')).text).not.toContain(address);

  expect(await house.post(link, null, { answer: 'gladly' })).toMatchObject({ status: 303, location: link });
  expect(await partners(cooperation)).toEqual([WERK, NUJIN]);
  const phases = await house.rows('select organisation, phase from cooperation_partner where cooperation = $1', [
    cooperation,
  ]);
  expect(phases).toContainEqual({ organisation: NUJIN, phase: 'plan' });
  const together = (await house.get(`/kooperationen/${cooperation}`, 'anna')).text;
  for (const said of ['Umsetzung: Gemeinsam planen', 'Antwort ist da']) expect(together).toContain(said);
  const parts = [WERK, NUJIN].map((organisation) => ({ organisation, phase: 'plan', since: '2026-11-21' }) as const);
  const view = { cooperation, own: WERK, partners: parts };
  const shown = await house.database
    .as(PEOPLE['anna'])
    .read(async (db) => (await REQUESTS_PART.load(db, [view], '2026-11-21'))(view));
  expect(shown.open).toMatchObject([{ newsUntil: 'agreement' }]);
  expect((await house.get(link)).text).toContain(CLOSED.werk.mailbox);
  expect((await house.get(path, 'anna')).text).toContain(CLOSED.nujin.mailbox);
  expect((await house.get(path, 'ben')).text).toContain(CLOSED.werk.mailbox);
});

test('when one of them has left, neither is told any more how to reach the other', async () => {
  const { cooperation, path, link } = await asked();
  await house.post(link, null, { answer: 'gladly' });
  await house.asSystem.write(async (tx) => {
    await tx
      .updateTable('cooperation')
      .set({ partners: [WERK] })
      .where('id', '=', cooperation)
      .execute();
    await tx
      .updateTable('cooperation_partner')
      .set({ until: '2026-11-21' })
      .where('cooperation', '=', cooperation)
      .where('organisation', '=', NUJIN)
      .execute();
  });
  for (const [page, who] of [
    [link, null],
    [path, 'anna'],
    [path, 'ben'],
  ] as const)
    for (const address of [...addressesOf('werk'), ...addressesOf('nujin')])
      expect((await house.get(page, who)).text).not.toContain(address);
  // Telling another hour is no way back in.
  await house.post(link, null, { answer: 'call', day: '2026-11-24', hours: 'evening' });
  expect(await partners(cooperation)).toEqual([WERK]);
});

test('no mail to one side holds an address of the other, and none says who turns to whom', async () => {
  const { link } = await asked();
  await house.post(link, null, { answer: 'gladly' });
  const mails = await house.mails();
  expect(mails.length).toBeGreaterThan(1);
  for (const { text } of mails)
    for (const telling of ['Bildungswerk', 'Fuldatal', 'Nûjîn', FORM.title]) expect(text).not.toContain(telling);
  for (const { receiver, text } of mails)
    for (const { mailbox, phone } of Object.values(CLOSED)) {
      expect(text).not.toContain(phone);
      if (receiver !== mailbox) expect(text).not.toContain(mailbox);
    }
});

test('a call says when, and whoever asked reads it', async () => {
  const { path, link } = await asked();
  const wrong = await house.post(link, null, { answer: 'call', day: '2026-11-20', hours: 'evening' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('2026-11-20');
  expect((await house.post(link, null, { answer: 'call', day: '2026-11-24', hours: 'evening' })).status).toBe(303);
  const { text } = await house.get(path, 'anna');
  expect(text).toContain('24. November 2026');
  expect(text).toContain('18 bis 20 Uhr');
});

test('a no is kind, has no reason and no effect but one: nobody asks again', async () => {
  const { cooperation, path, link } = await asked();
  expect((await house.post(link, null, { answer: 'no' })).status).toBe(303);
  expect(await partners(cooperation)).toEqual([WERK]);
  expect((await house.get(path, 'anna')).text).toContain('Danke, dass ihr gefragt habt.');
  const again = `/kooperationen/${cooperation}/anfragen/neu`;
  const { text } = await house.get(`${again}?an=${NUJIN}`, 'anna');
  expect(text).toContain('Dabei bleibt es');
  expect(text).not.toContain('<textarea');
  const posted = await house.post(again, 'anna', FORM);
  expect(posted.status).toBe(422);
  const rows = await house.rows('select count(*)::integer as n from request where cooperation = $1', [cooperation]);
  expect(rows).toEqual([{ n: 1 }]);
  expect((await house.get(`/organisationen/${NUJIN}`)).status).toBe(200);
});

test('the same link changes an answer while nothing rests on it, and a slip of the finger is undone', async () => {
  const { cooperation, path, link } = await asked();
  await house.post(link, null, { answer: 'gladly' });
  await house.post(link, null, { answer: 'later', from: '2027-02-01' });
  expect(await partners(cooperation)).toEqual([WERK]);
  expect((await house.get(path, 'anna')).text).not.toContain(CLOSED.nujin.mailbox);
  expect((await house.get(path, 'anna')).text).toContain('1. Februar 2027');
  await house.post(link, null, { answer: 'gladly' });
  const offersNo = async () => [
    /name="answer" value="no"/.test((await house.get(link)).text),
    /name="answer" value="no"/.test((await house.get(path, 'ben')).text),
  ];
  expect(await offersNo()).toEqual([true, true]);
  await house.asSystem.write((tx) =>
    tx
      .insertInto('cooperation_plan')
      .values({ cooperation, organisation: NUJIN, answers: '{"offer":"Wissen"}', shown_on: null })
      .execute(),
  );
  expect(await offersNo()).toEqual([false, false]);
  expect((await house.post(link, null, { answer: 'no' })).status).toBe(403);
  expect((await house.post(`${path}/antwort`, 'ben', { answer: 'no' })).status).toBe(409);
  expect(await partners(cooperation)).toEqual([WERK, NUJIN]);
});

test('who speaks for the organisation answers the same, signed in', async () => {
  const { cooperation, path } = await asked();
  expect((await house.get(path, 'ben')).text).toContain(FORM.asked);
  expect((await house.post(`${path}/antwort`, 'ben', { answer: 'gladly' })).status).toBe(303);
  expect(await partners(cooperation)).toEqual([WERK, NUJIN]);
});

test('everybody else finds a page that does not exist', async () => {
  const { cooperation, path } = await asked();
  const none = await house.get('/gibt-es-nicht', 'anna');
  for (const who of ['tina', 'fremd', 'kora', 'olga', null])
    for (const each of [
      path,
      `/kooperationen/${cooperation}/anfragen`,
      `/kooperationen/${cooperation}/anfragen/neu?an=${TREFF}`,
    ])
      expect(await house.get(each, who)).toMatchObject({ status: 404, text: none.text });
  for (const [who, tail] of [
    ['tina', 'antwort'],
    ['kora', 'antwort'],
    ['fremd', 'zuruecknehmen'],
    ['olga', 'zustimmen'],
  ] as const)
    expect((await house.post(`${path}/${tail}`, who, { answer: 'gladly' })).status).toBe(404);
  const forged = await house.get(`/antwort/${'A'.repeat(48)}`);
  expect(forged).toMatchObject({ status: 404, text: none.text });
  // The receiver does not take back, the sender does not answer.
  expect((await house.post(`${path}/zuruecknehmen`, 'ben', {})).status).toBe(403);
  expect((await house.post(`${path}/antwort`, 'anna', { answer: 'gladly' })).status).toBe(403);
});

test('the walls of the database show a request to its sides and to nobody else', async () => {
  const { path } = await asked();
  const id = path.split('/').at(-1) ?? '';
  const seen: string[] = [];
  for (const who of ['anna', 'ben', 'tina', 'fremd', 'kora', 'olga'] as const) {
    const rows = await house.database
      .as(PEOPLE[who])
      .read((db) => db.selectFrom('request_words').select('request').where('request', '=', id).execute());
    if (rows.length > 0) seen.push(who);
  }
  expect(seen).toEqual(['anna', 'ben']);
});

test('a request that was taken back is not answered any more, and says so to whoever is signed in', async () => {
  const { path, link } = await asked();
  expect((await house.post(`${path}/zuruecknehmen`, 'anna', {})).status).toBe(303);
  expect((await house.get(path, 'ben')).text).toContain('Diese Anfrage wurde zurückgenommen');
  const { text } = await house.get(link);
  expect(text).toContain('Hier gibt es nichts mehr zu tun');
  expect(text).not.toContain(FORM.asked);
  expect((await house.post(link, null, { answer: 'gladly' })).status).toBe(403);
});
