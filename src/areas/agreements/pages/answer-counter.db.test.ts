import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDraftDesk, type DraftDesk } from '../../../../test/draft-desk.ts';
import { formIn } from '../../../../test/typed-form.ts';

let desk: DraftDesk;
let house: DraftDesk['house'];
beforeAll(async () => {
  desk = await openDraftDesk();
  ({ house } = desk);
});
afterAll(() => house.database.close());

const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ');
const page = async (path: string, who: 'bea' | 'nur') => plain(await desk.page(path, who));
const handOver = (who: 'bea' | 'nur') => desk.send(desk.pathOf(), new URLSearchParams(), who);

/** Answers the only change that waits. */
async function say(verdict: string, who: 'bea' | 'nur', words = '') {
  const form = formIn(await desk.page(desk.answers, who), desk.answers);
  const change = form.get('change') ?? '';
  form.set(`v-${change}`, verdict);
  form.set(`w-${change}`, words);
  return desk.send(desk.answers, form, who);
}

const DIFFERS =
  /Anders als im Vorschlag von: Bildungswerk Fuldatal gGmbH[^]*?<del>2\.400 €<\/del> <ins>3\.000 €<\/ins>/;
const SETTLED = 'Was aus euren Vorschlägen wurde';

test('a counter-proposal shows what it changes in the proposal that it answers, before and after it is handed over', async () => {
  const [line = ''] = await desk.newLines('geld', 'bea');
  await desk.write('geld', { [`${line}.purpose.de`]: 'Raum', [`${line}.amount`]: '2400' }, 'bea');
  expect(await page(desk.pathOf(), 'bea')).not.toContain('Anders als im Vorschlag');
  await handOver('bea');
  await say('counter', 'nur');
  expect(await page(desk.pathOf(), 'nur')).not.toContain('Anders als im Vorschlag');
  await desk.write('geld', { [`${line}.amount`]: '3000' }, 'nur');
  expect(await page(desk.pathOf(), 'nur')).toMatch(DIFFERS);
  await handOver('nur');
  expect(await page(desk.answers, 'bea')).toMatch(DIFFERS);
});

test('whoever hands over or answers reads what the money comes to', async () => {
  expect(await page(desk.answers, 'bea')).toMatch(/Wenn ihr das annehmt[^]*?Verteilt sind 27\.000 €, es gibt aber nur/);
  expect(await page(desk.answers, 'nur')).not.toContain('Verteilt sind');
  const [goal = ''] = await desk.newLines('ziele', 'bea');
  await desk.write('ziele', { [`${goal}.words.de`]: 'Ein Ziel.' }, 'bea');
  expect(await page(desk.pathOf(), 'bea')).not.toContain('Verteilt sind');
  const [line = ''] = await desk.newLines('geld', 'bea');
  await desk.write('geld', { [`${line}.purpose.de`]: 'Tee', [`${line}.amount`]: '50000' }, 'bea');
  const draft = await page(desk.pathOf(), 'bea');
  expect(draft).toMatch(/Das sind [\d.]+ € zu viel\.[^]*?Den anderen übergeben/);
  for (const paragraph of [goal, line])
    await desk.send(`${desk.pathOf()}/loslassen`, new URLSearchParams({ paragraph }), 'bea');
});

test('what was countered is news until the other words are accepted', async () => {
  expect(await page(desk.answers, 'bea')).toContain(SETTLED);
  await say('accept', 'bea');
  expect(await page(desk.answers, 'bea')).not.toContain(SETTLED);
  expect(await page(desk.answers, 'nur')).toContain(SETTLED);
});

test('a new task says that it is unpaid and what it leaves open; both read so before they say yes', async () => {
  const [task = ''] = await desk.newLines('aufgaben', 'bea');
  await desk.write('aufgaben', { [`${task}.result.de`]: 'Tee kochen', [`${task}.effort`]: '0' }, 'bea');
  const parts = [
    /<dt>Bezahlt<\/dt><dd><p>\s*<ins>nein<\/ins>/,
    /<dt>Stunden<\/dt><dd><p>\s*<ins>0 Stunden<\/ins>/,
    /<dt>Bis wann<\/dt><dd><p>\s*<span class="soft">noch offen<\/span>/,
  ];
  const draft = await page(desk.pathOf(), 'bea');
  for (const one of parts) expect(draft).toMatch(one);
  await handOver('bea');
  const asked = await page(desk.answers, 'nur');
  for (const one of parts) expect(asked).toMatch(one);
  expect(asked).toContain('Auf Türkisch steht hier noch nichts.');
});

test('whoever has answered a question is not asked again', async () => {
  await say('ask', 'nur', 'Wie oft?');
  const asked = await desk.page(desk.answers, 'bea');
  expect(asked).toContain('Antwort schicken');
  const [change] = await desk.open();
  const said = new URLSearchParams({ change: change?.id ?? '', [`w-${change?.id}`]: 'Jeden Sonntag.' });
  await desk.send(`${desk.answers}/antworten`, said, 'bea');
  const now = await desk.page(desk.answers, 'bea');
  expect(now).toContain('Jeden Sonntag.');
  expect(now).not.toContain('Antwort schicken');
});

test('whoever comes for one paragraph finds it open where the others are folded', async () => {
  const { paragraphs } = await desk.text();
  const [first, other] = paragraphs.filter(({ kind }) => kind === 'line').map(({ id }) => id);
  const foldedIn = (text: string, id: string | undefined) => text.includes(`<div id="p-${id}" class="part"><details`);
  const shown = async (query: string) =>
    (await desk.page(`${desk.pathOf('geld')}${query}`, 'nur')).replace(/<input type="hidden"[^>]*>/g, '');
  expect(foldedIn(await shown(''), first)).toBe(true);
  const asked = await shown(`?offen=${first}`);
  expect([foldedIn(asked, first), foldedIn(asked, other)]).toEqual([false, true]);
});
