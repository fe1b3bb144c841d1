import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CLOSED, FORM, NUJIN, openRequestHouse, TREFF, WERK, type RequestHouse } from '../../../test/request-house.ts';
import { idFor } from '../../plain/ids.ts';
import { appoint } from '../people/index.ts';
import { insertLeaving, letGo, letIn } from '../cooperations/index.ts';

const OVER = 'Hier gibt es nichts mehr zu tun';
const ALONG = '/stimme"';
let house: RequestHouse;

beforeAll(async () => {
  house = await openRequestHouse();
}, 120_000);
beforeEach(async () => {
  house.clock.turn('2026-11-21T10:00:00Z');
  // Ids go by the clock: what was sent later in another test would come last.
  await house.asSystem.write(async (tx) => {
    await tx.deleteFrom('mail').execute();
    await tx.deleteFrom('role').execute();
  });
});
afterAll(() => house.database.close());

async function asked() {
  const cooperation = await house.begin();
  const { status, location, text } = await house.post(`/kooperationen/${cooperation}/anfragen/neu`, 'anna', FORM);
  if (status !== 303) throw new Error(text);
  return { cooperation, path: location, link: (await house.linksOf('nujin')).at(-1) ?? '' };
}

/** Somebody speaks for an organisation with an account from now on. */
const takeUp = (account: string, organisation: string) =>
  house.asSystem.write((tx) =>
    appoint(
      tx,
      {
        kind: 'organisation',
        organisation,
        place: 'holder',
        account,
        from: '2026-01-01',
        until: null,
      },
      house.clock.now(),
    ),
  );

/** The page of a link that is over: no side of the request, none of its words, no way to reach anybody. */
async function expectOver(link: string): Promise<string> {
  const { status, text } = await house.get(link);
  expect(status).toBe(200);
  expect(text).toContain(OVER);
  const telling = [FORM.title, FORM.asked, FORM.known, '9.600', 'Bildungswerk', 'Nûjîn', 'Treff am Anger', WERK, NUJIN];
  for (const each of [...telling, ...Object.values(CLOSED).flatMap(({ mailbox, phone }) => [mailbox, phone])])
    expect(text).not.toContain(each);
  return text;
}

test('a week after a no the link shows neither who asked nor what, and changes nothing', async () => {
  const { link } = await asked();
  await house.post(link, null, { answer: 'no' });
  house.clock.turn('2026-11-27T10:00:00Z');
  expect((await house.get(link)).text).toContain(FORM.asked);
  house.clock.turn('2026-11-28T10:00:00Z');
  expect(await expectOver(link)).not.toContain(ALONG);
  expect((await house.post(link, null, { answer: 'gladly' })).status).toBe(403);
  expect((await house.post(`${link}/stimme`, null, {})).status).toBe(403);
});

test('after a yes the link leads on to writing along, and shows nothing besides', async () => {
  const { cooperation, link } = await asked();
  await house.post(link, null, { answer: 'gladly' });
  house.clock.turn('2026-11-28T10:00:00Z');
  expect(await expectOver(link)).toContain(ALONG);
  expect((await house.post(link, null, { answer: 'no' })).status).toBe(403);
  expect((await house.post(`${link}/stimme`, null, {})).status).toBe(303);
  await house.asSystem.write((tx) =>
    tx
      .updateTable('cooperation_partner')
      .set({ until: '2026-11-28' })
      .where('cooperation', '=', cooperation)
      .where('organisation', '=', NUJIN)
      .execute(),
  );
  expect(await expectOver(link)).not.toContain(ALONG);
});

test('a call that is to come keeps the link open until its day', async () => {
  const { link } = await asked();
  await house.post(link, null, { answer: 'call', day: '2026-12-15', hours: 'evening' });
  house.clock.turn('2026-12-15T10:00:00Z');
  expect((await house.get(link)).text).toContain(CLOSED.werk.mailbox);
  house.clock.turn('2026-12-16T10:00:00Z');
  await expectOver(link);
});

test('nobody comes in at the word of who has left: the link is over, a yes is refused, and the round takes it back', async () => {
  const { cooperation, path, link } = await asked();
  const isIn = async () =>
    (await house.rows('select organisation from cooperation_partner where cooperation = $1', [cooperation])).some(
      ({ organisation }) => organisation === NUJIN,
    );
  await house.asSystem.write(async (tx) => {
    await letIn(tx, { cooperation, organisation: TREFF, phase: 'plan', since: '2026-11-21' });
    const leaving = { cooperation, organisation: WERK, declaredOn: '2026-11-10', lastDay: '2026-11-20' };
    await insertLeaving(tx, { id: idFor('leaving'), ...leaving });
    await letGo(tx, { id: idFor('leaving'), ...leaving }, '2026-11-21');
  });
  expect(await expectOver(link)).not.toContain(ALONG);
  expect((await house.post(link, null, { answer: 'gladly' })).status).toBe(403);
  expect((await house.post(`${path}/antwort`, 'ben', { answer: 'gladly' })).status).toBe(409);
  expect(await isIn()).toBe(false);
  await house.round();
  const [request] = await house.rows('select state from request where cooperation = $1', [cooperation]);
  expect(request).toEqual({ state: 'withdrawn' });
});

test('once something is built on the yes, or the request is taken back, the link shows nothing at once', async () => {
  const begun = await asked();
  await house.post(begun.link, null, { answer: 'gladly' });
  await house.asSystem.write((tx) =>
    tx
      .insertInto('cooperation_plan')
      .values({ cooperation: begun.cooperation, organisation: NUJIN, answers: '{"offer":"Wissen"}', shown_on: null })
      .execute(),
  );
  expect(await expectOver(begun.link)).toContain(ALONG);
  const { path, link } = await asked();
  await house.post(`${path}/zuruecknehmen`, 'anna', {});
  expect(await expectOver(link)).not.toContain(ALONG);
});

test('who speaks for the organisation answers signed in: an older link shows nothing, and no new mail opens anything', async () => {
  const { path, link } = await asked();
  await takeUp(idFor('ben'), NUJIN);
  expect(await expectOver(link)).not.toContain(ALONG);
  expect((await house.post(link, null, { answer: 'gladly' })).status).toBe(403);
  const links = await house.linksOf('nujin');
  const { path: next } = await asked();
  expect(await house.linksOf('nujin')).toEqual(links);
  const mail = (await house.mails()).at(-1);
  expect(mail?.receiver).toBe(CLOSED.nujin.mailbox);
  expect(mail?.link).toMatch(/^\/anmelden\?weiter=%2Fzusammenarbeit&sprache=(de|tr)$/);
  expect(mail?.text).not.toContain('ohne Konto');
  const waiting = (await house.get('/zusammenarbeit', 'ben')).text;
  for (const each of [path, next]) expect(waiting).toContain(`href="${each}"`);
  expect((await house.post(`${next}/antwort`, 'ben', { answer: 'gladly' })).status).toBe(303);
});

test('whoever asked is told of the answer without the address of what it is about', async () => {
  const { path, cooperation, link } = await asked();
  await house.post(link, null, { answer: 'gladly' });
  const mail = (await house.mails()).at(-1);
  expect(mail).toMatchObject({ receiver: CLOSED.werk.mailbox, link: '/anmelden?weiter=%2Fzusammenarbeit&sprache=de' });
  for (const id of [cooperation, path.split('/').at(-1) ?? '']) expect(mail?.text).not.toContain(id);
});

test('once two know each other all links of an introduction close after two weeks, and say so', async () => {
  const cooperation = await house.begin();
  await house.asSystem.write((tx) =>
    letIn(tx, { cooperation, organisation: NUJIN, phase: 'plan', since: '2026-11-21' }),
  );
  const third = `https://netz.example/organisationen/${TREFF}`;
  const { location } = await house.post('/vorstellungen/neu', 'anna', { in: cooperation, partner: NUJIN, third });
  const open = async () =>
    (await house.rows('select kind, organisation from notice where about = $1 and done_on is null', [location])).map(
      ({ kind, organisation }) => [kind, organisation],
    );
  const first = (await house.linksOf('nujin')).at(-1) ?? '';
  expect(await open()).toEqual([['introductionArrived', NUJIN]]);
  await house.post(first, null, { answer: 'yes' });
  expect(await open()).toEqual([['introductionArrived', TREFF]]);
  await house.post((await house.linksOf('treff')).at(-1) ?? '', null, { answer: 'yes' });
  expect(new Set((await open()).map(String))).toEqual(
    new Set([WERK, NUJIN, TREFF].map((one) => `introductionAgreed,${one}`)),
  );
  // The first one learns of the yes of the other by a mail with a link of its own.
  const links = [...(await house.linksOf('nujin')), ...(await house.linksOf('treff'))];
  expect(links).toHaveLength(4);
  house.clock.turn('2026-12-05T10:00:00Z');
  for (const link of links) {
    const { text } = await house.get(link);
    expect(text).toContain(link === links[0] || link === links[1] ? CLOSED.treff.mailbox : CLOSED.nujin.mailbox);
    expect(text).toContain('Das steht hier bis zum 5. Dezember 2026.');
  }
  expect((await house.mails()).at(-1)?.text).toContain('5. Dezember 2026');
  expect((await house.get(location, 'anna')).text).not.toContain('bis zum');
  house.clock.turn('2026-12-06T10:00:00Z');
  for (const link of links) expect(await expectOver(link)).toContain('Bei einer Vorstellung haben beide Ja gesagt.');
});

test('the links of an introduction end with a no, and with a voice of their own', async () => {
  const cooperation = await house.begin();
  await house.asSystem.write((tx) =>
    letIn(tx, { cooperation, organisation: NUJIN, phase: 'plan', since: '2026-11-21' }),
  );
  const introduce = (where: string) =>
    house.post('/vorstellungen/neu', 'anna', {
      in: where,
      partner: NUJIN,
      third: `https://netz.example/organisationen/${TREFF}`,
    });
  expect((await introduce(cooperation)).status).toBe(303);
  const first = (await house.linksOf('nujin')).at(-1) ?? '';
  expect((await house.get(first)).text).toContain('Treff am Anger');
  await takeUp(idFor('tina'), TREFF);
  await house.post(first, null, { answer: 'yes' });
  // The third speaks for itself: it says yes or no where it signs in.
  expect(await house.linksOf('treff')).toEqual([]);
  const mail = (await house.mails()).at(-1);
  expect(mail).toMatchObject({ receiver: CLOSED.treff.mailbox, link: '/anmelden?weiter=%2Fzusammenarbeit&sprache=de' });
  const path = /href="(\/vorstellungen\/[^"]+)"/.exec((await house.get('/zusammenarbeit', 'tina')).text)?.[1] ?? '';
  expect((await house.get(first)).text).toContain('Treff am Anger');
  expect((await house.post(path, 'tina', { answer: 'no' })).status).toBe(303);
  await expectOver(first);
  expect((await house.post(first, null, { answer: 'yes' })).status).toBe(409);
});
