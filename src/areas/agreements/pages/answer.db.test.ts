import { afterAll, beforeAll, expect, test } from 'vitest';
import { paragraph } from '../../../../test/agreement.ts';
import { openDraftDesk, type DraftDesk } from '../../../../test/draft-desk.ts';
import { formIn } from '../../../../test/typed-form.ts';
import { idFor } from '../../../plain/ids.ts';
import { hashOfParagraph } from '../paragraph.ts';
import { propose } from '../propose.ts';
import { findStanding } from '../store.ts';
import { findParagraph, paragraphsOf } from '../text.ts';

let desk: DraftDesk;
let house: DraftDesk['house'];
let agreement: string;

beforeAll(async () => {
  desk = await openDraftDesk();
  ({ house, agreement } = desk);
});
afterAll(() => house.database.close());

const GOAL = idFor('goal-1');
const standing = () => house.speaker(house.nujin).db.read((db) => findStanding(db, agreement));

test('the draft is handed over; the others read it with its reason, answer several at once, and a version comes about', async () => {
  const [goalLine = ''] = await desk.newLines('ziele', 'nur');
  const [moneyLine = ''] = await desk.newLines('geld', 'nur');
  const words = {
    [`${GOAL}.words.de`]: 'Mütter wählen die Themen.',
    [`${GOAL}-reason`]: 'Sonst kommt keine.',
    [`${goalLine}.words.tr`]: 'Pazar günü de.',
  };
  await desk.write('ziele', words, 'nur');
  await desk.write('geld', { [`${moneyLine}.purpose.de`]: 'Raum', [`${moneyLine}.amount`]: '1200' }, 'nur');
  for (const pick of ['numbers', 'invoice']) await desk.write('pflichten', { pick }, 'nur');
  const over = await desk.send(desk.pathOf(), new URLSearchParams(), 'nur');
  expect(over).toMatchObject({ status: 303, location: desk.answers });
  expect(await desk.draft(house.nujin)).toEqual([]);
  const page = await house.get(desk.answers, house.as('bea'));
  expect(page.text).toContain('Grund: Sonst kommt keine.');
  expect(page.text).toContain('5 Änderungen warten auf eure Antwort');
  expect(await desk.page(desk.pathOf('ziele'), 'bea')).toContain('Die anderen schlagen hier 2 Änderungen vor.');
  const nothing = await desk.send(desk.answers, formIn(page.text, desk.answers), 'bea');
  expect(nothing.status).toBe(422);
  const [firstAsked = ''] = formIn(page.text, desk.answers).getAll('change');
  expect(nothing.text).toContain(`<a href="#field-v-${firstAsked}">Wähl bei mindestens einer Änderung`);
  expect(nothing.text).toMatch(new RegExp(`<details id="v-${firstAsked}"[^>]* open`));
  const open = await desk.open();
  const [goal, other] = open.filter(({ after }) => after?.kind === 'goal');
  const [line] = open.filter(({ after }) => after?.kind === 'line');
  const form = formIn(page.text, desk.answers);
  form.set(`v-${line?.id}`, 'ask');
  const silent = await desk.send(desk.answers, form, 'bea');
  expect(silent.status).toBe(422);
  expect(silent.text).toContain('Schreib hier, was ihr wissen wollt.');
  form.set(`w-${line?.id}`, 'Welcher Raum?');
  for (const one of [goal, other]) form.set(`v-${one?.id}`, 'accept');
  const done = await desk.send(desk.answers, form, 'bea');
  expect(done).toMatchObject({ status: 303, location: desk.answers });
  const { version } = await standing();
  expect(version.number).toBe(2);
  expect(paragraphsOf(version.text, 'goal').map(({ origin }) => origin)).toEqual([house.bildungswerk, house.nujin]);
  const mine = await house.get(desk.answers, house.as('nur'));
  expect(mine.text).toContain('Welcher Raum?');
  expect(mine.text).toContain('Seit Fassung 1');
  expect(mine.text).toContain('angenommen, Fassung 2');
});

test('many changes stand in a few lines each, section by section; what was begun or asked lies open', async () => {
  const open = (await desk.open()).filter(({ partner }) => partner === house.nujin);
  expect(open.length).toBeLessThanOrEqual(3);
  const few = await desk.page(desk.answers, 'bea');
  expect(few.match(/<details id="v-[^>]* open/g)).toHaveLength(open.length);
  const [task = ''] = await desk.newLines('aufgaben', 'nur');
  const [goal = ''] = await desk.newLines('ziele', 'nur');
  await desk.write('aufgaben', { [`${task}.result.de`]: 'Tee', [`${task}-reason`]: 'Weil.' }, 'nur');
  await desk.write('ziele', { [`${goal}.words.de`]: 'Auch Väter kommen.' }, 'nur');
  await desk.send(desk.pathOf(), new URLSearchParams(), 'nur');
  const many = await desk.page(desk.answers, 'bea');
  const answered = [...many.matchAll(/<details id="v-([^"]*)"[^>]* open/g)].map(([, id]) => id);
  // The one that was asked about waits for its author.
  expect(answered).toEqual([open.find(({ after }) => after?.kind === 'line')?.id]);
  expect(many.match(/<details id="v-/g)).toHaveLength(open.length + 2);
  const order = ['Ziele', 'Aufgaben', 'Geld', 'Pflichten'].map((section) => many.indexOf(`<h3>${section}</h3>`));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
  expect(many).toMatch(/<summary>[^]*?Grund: Weil\.[^]*?<\/summary>/);
  const form = formIn(many, desk.answers);
  const [closed] = form.getAll('change').filter((id) => !answered.includes(id));
  form.set(`v-${closed}`, 'ask');
  const wrong = await desk.send(desk.answers, form, 'bea');
  expect(wrong.status).toBe(422);
  expect(wrong.text).toMatch(new RegExp(`<details id="v-${closed}"[^>]* open`));
});

test('a question is answered, and one’s own proposal is taken back', async () => {
  const path = desk.answers;
  const open = await desk.open();
  const [line] = open.filter(({ after }) => after?.kind === 'line');
  const change = line?.id ?? '';
  const empty = await desk.send(`${path}/antworten`, new URLSearchParams({ change, [`w-${change}`]: ' ' }), 'nur');
  expect(empty.status).toBe(422);
  const said = new URLSearchParams({ change, [`w-${change}`]: 'Der im Keller.' });
  expect(await desk.send(`${path}/antworten`, said, 'nur')).toMatchObject({ status: 303, location: path });
  expect(await desk.page(path, 'bea')).toContain('Der im Keller.');
  const theirs = await desk.send(`${path}/zuruecknehmen`, new URLSearchParams({ change }), 'bea');
  expect(theirs.status).toBe(404);
  expect(await desk.send(`${path}/zuruecknehmen`, new URLSearchParams({ change }), 'nur')).toMatchObject({
    status: 303,
  });
  expect(await desk.page(path, 'bea')).not.toContain('Der im Keller.');
  expect(await desk.page(path, 'nur')).toContain('zurückgenommen');
});

test('what was overtaken stands beside what is there now, and is carried over or let go', async () => {
  const before = await house.get(desk.pathOf('ziele'), house.as('nur'));
  const form = formIn(before.text, desk.pathOf('ziele'));
  form.set(`${GOAL}.words.de`, 'Nûjîns Worte.');
  const { version } = await standing();
  const there = findParagraph(version.text, GOAL);
  const after = paragraph('goal', GOAL, house.bildungswerk, { words: { de: 'Worte des Bildungswerks.' } });
  await propose(house.speaker(house.bildungswerk), {
    agreement,
    partner: house.bildungswerk,
    wishes: [{ paragraph: GOAL, base: there === null ? null : hashOfParagraph(there), after, reason: '' }],
  });
  const answers = formIn(await desk.page(desk.answers, 'nur'), desk.answers);
  const change = answers.get('change') ?? '';
  answers.set(`v-${change}`, 'accept');
  await desk.send(desk.answers, answers, 'nur');
  expect(await desk.send(desk.pathOf('ziele'), form, 'nur')).toMatchObject({ status: 303 });
  const page = await house.get(desk.pathOf('ziele'), house.as('nur'));
  expect(page.text).toContain('Hier hat sich inzwischen etwas geändert');
  expect(page.text).toMatch(/<ins>Nûjîns/);
  expect(formIn(page.text, desk.pathOf('ziele')).getAll('row')).not.toContain(GOAL);
  const refused = await desk.send(desk.pathOf(), new URLSearchParams(), 'nur');
  expect(refused.status).toBe(422);
  await desk.send(`${desk.pathOf()}/mitnehmen`, new URLSearchParams({ paragraph: GOAL }), 'nur');
  expect(await desk.send(desk.pathOf(), new URLSearchParams(), 'nur')).toMatchObject({
    status: 303,
    location: desk.answers,
  });
});

test('whoever suggests it differently goes on with the words of the other', async () => {
  const answers = formIn(await desk.page(desk.answers, 'bea'), desk.answers);
  const open = await desk.open();
  const [goal] = open.filter(({ paragraph: id }) => id === GOAL);
  answers.set(`v-${goal?.id}`, 'counter');
  const done = await desk.send(desk.answers, answers, 'bea');
  expect(done.location).toBe(`${desk.pathOf('ziele')}#p-${GOAL}`);
  const form = formIn(await desk.page(desk.pathOf('ziele'), 'bea'), desk.pathOf('ziele'));
  expect(form.get(`${GOAL}.words.de`)).toBe('Nûjîns Worte.');
  const gone = await desk.send(`${desk.pathOf()}/loslassen`, new URLSearchParams({ paragraph: GOAL }), 'bea');
  expect(gone).toMatchObject({ status: 303, location: desk.pathOf() });
  expect(await desk.draft(house.bildungswerk)).toEqual([]);
});

test('several are answered at once: one declined with words, all the rest accepted', async () => {
  const [one = '', two = ''] = await desk.newLines('ziele', 'nur');
  await desk.write('ziele', { [`${one}.words.de`]: 'Erstens.', [`${two}.words.de`]: 'Zweitens.' }, 'nur');
  await desk.send(desk.pathOf(), new URLSearchParams(), 'nur');
  const before = (await standing()).version;
  const folded = await desk.page(desk.answers, 'bea');
  expect(folded).not.toContain('name="rest"');
  const unseen = formIn(folded, desk.answers);
  unseen.set('rest', 'accept');
  expect(await desk.send(desk.answers, unseen, 'bea')).toMatchObject({ status: 422 });
  expect((await standing()).version.number).toBe(before.number);
  const all = await desk.page(`${desk.answers}?offen=alle`, 'bea');
  expect(all).toContain('name="rest"');
  const form = formIn(all, desk.answers);
  const open = await desk.open();
  const first = open.find(({ paragraph: id }) => id === one);
  form.set(`v-${first?.id}`, 'decline');
  form.set(`w-${first?.id}`, 'Das gibt es schon.');
  form.set('rest', 'accept');
  expect(await desk.send(desk.answers, form, 'bea')).toMatchObject({ status: 303 });
  const { version } = await standing();
  expect(version.number).toBe(before.number + 1);
  expect(findParagraph(version.text, one)).toBeNull();
  expect(findParagraph(version.text, two)).toMatchObject({ origin: house.nujin });
  const told = await house.get(desk.answers, house.as('nur'));
  expect(told.text).toContain('Das gibt es schon.');
  expect(told.text).toContain('abgelehnt');
  expect(told.text).toContain('Seit Fassung');
});

test('beside others an answer can wait; the only change there is, is what the form asks about', async () => {
  const voluntary = async () =>
    (await desk.page(desk.answers, 'bea')).match(/Was sagt ihr dazu\?<span class="soft">/g)?.length ?? 0;
  const waiting = async () => (await desk.open()).filter(({ partner }) => partner === house.nujin);
  for (const one of await waiting())
    await desk.send(`${desk.answers}/zuruecknehmen`, new URLSearchParams({ change: one.id }), 'nur');
  for (const words of ['Erstens.', 'Zweitens.']) {
    const [line = ''] = await desk.newLines('ziele', 'nur');
    await desk.write('ziele', { [`${line}.words.de`]: words }, 'nur');
    await desk.send(desk.pathOf(), new URLSearchParams(), 'nur');
    expect(await voluntary()).toBe(words === 'Erstens.' ? 0 : 2);
  }
  for (const one of await waiting())
    await desk.send(`${desk.answers}/zuruecknehmen`, new URLSearchParams({ change: one.id }), 'nur');
});

test('where only one language of a text is said anew, whoever writes and whoever answers reads which one stays', async () => {
  const beside = await openDraftDesk();
  const asked = async (typed: Readonly<Record<string, string>>) => {
    await beside.write('ziele', typed, 'nur');
    const own = await beside.page(beside.pathOf(), 'nur');
    await beside.send(beside.pathOf(), new URLSearchParams(), 'nur');
    return [own, await beside.page(beside.answers, 'bea')];
  };
  const both = { [`${GOAL}.words.de`]: 'Mütter wählen die Themen.', [`${GOAL}.words.tr`]: 'Konuları anneler seçer.' };
  for (const page of await asked(both)) {
    expect(page).toContain('<ins>Konuları anneler seçer.</ins>');
    expect(page).not.toContain('Unverändert');
  }
  const form = formIn(await beside.page(beside.answers, 'bea'), beside.answers);
  form.set(`v-${form.get('change')}`, 'accept');
  expect((await beside.send(beside.answers, form, 'bea')).status).toBe(303);
  for (const page of await asked({ [`${GOAL}.words.tr`]: 'Konuları anneler ve babalar seçer.' }))
    expect(page).toContain('Unverändert bleibt der Text auf Deutsch. Passt er noch?');
  await beside.house.database.close();
});
