import { afterAll, beforeAll, expect, test } from 'vitest';
import { FORM, openRequestHouse, type RequestHouse } from '../../../test/request-house.ts';

let house: RequestHouse;

beforeAll(async () => {
  house = await openRequestHouse();
}, 120_000);
afterAll(() => house.database.close());

const overview = async (who: string) => (await house.get('/zusammenarbeit', who)).text;

test('a request waits first on the page of all cooperations, until it is answered', async () => {
  const none = 'Ihr habt hier noch nichts begonnen';
  expect(await overview('ben')).toContain(none);
  const { location } = await house.post(`/kooperationen/${await house.begin()}/anfragen/neu`, 'anna', FORM);
  const page = await overview('ben');
  expect(page).toContain('Das wartet auf eure Antwort');
  expect(page).toContain(`<a href="${location}">Bildungswerk Fuldatal möchte mit euch zusammenarbeiten</a>`);
  expect(page).not.toContain(none);
  // Whoever asks, and whoever has nothing to do with it, reads nothing of it there.
  expect(await overview('anna')).not.toContain('Das wartet auf eure Antwort');
  expect(await overview('tina')).not.toContain(location);
  expect((await house.post(`${location}/antwort`, 'ben', { answer: 'no' })).status).toBe(303);
  expect(await overview('ben')).toContain(none);
});

const openNotices = async (about: string) =>
  (await house.rows('select kind from notice where about = $1 and done_on is null', [about])).map(({ kind }) => kind);

test('a request that is taken back leaves no notice with whoever was asked', async () => {
  const ask = async () =>
    (await house.post(`/kooperationen/${await house.begin()}/anfragen/neu`, 'anna', FORM)).location;
  const [withdrawn, other] = [await ask(), await ask()];
  expect(await openNotices(withdrawn)).toEqual(['requestArrived']);
  expect((await house.post(`${withdrawn}/zuruecknehmen`, 'anna', {})).status).toBe(303);
  expect(await openNotices(withdrawn)).toEqual([]);
  expect(await openNotices(other)).toEqual(['requestArrived']);
});

test('an answer settles the notice that asked for it, and leaves those of other requests', async () => {
  const ask = async () =>
    (await house.post(`/kooperationen/${await house.begin()}/anfragen/neu`, 'anna', FORM)).location;
  const [answered, other] = [await ask(), await ask()];
  expect(await openNotices(answered)).toEqual(['requestArrived']);
  expect((await house.post(`${answered}/antwort`, 'ben', { answer: 'gladly' })).status).toBe(303);
  expect(await openNotices(answered)).toEqual(['requestAnswered']);
  expect(await openNotices(other)).toEqual(['requestArrived']);
});
