import { afterAll, beforeAll, expect, test } from 'vitest';
import { FOURTH_TEXT } from '../../../../test/agreement.ts';
import { agreeOn } from '../../../../test/agreed.ts';
import { openDraftDesk, type DraftDesk } from '../../../../test/draft-desk.ts';
import { formIn } from '../../../../test/typed-form.ts';
import { sign } from '../sign.ts';
import { findOpenChanges } from '../store-change.ts';
import { findStanding } from '../store.ts';
import { addShowPages } from './show.tsx';

let desk: DraftDesk;
let house: DraftDesk['house'];
beforeAll(async () => {
  desk = await openDraftDesk();
  ({ house } = desk);
  addShowPages(house.web, house.pages);
});
afterAll(() => house.database.close());

const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

/** Opens a section of an agreement, types into a paragraph, and sends it. */
async function write(path: string, typed: ReadonlyMap<string, string>, who: 'bea' | 'nur') {
  const form = formIn((await house.get(path, house.as(who))).text, path);
  for (const [name, value] of typed) form.set(name, value);
  return desk.send(path, form, who);
}

async function signedBy(...partners: readonly string[]) {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const { hash: version, version: now } = await house.speaker(house.nujin).db.read((db) => findStanding(db, agreement));
  for (const partner of partners)
    expect(await sign(house.speaker(partner), { agreement, partner, version, proof: { kind: 'paper' } })).toMatchObject(
      {
        ok: true,
      },
    );
  return { agreement, number: now.number };
}

async function rewordGoal(agreement: string, who: 'bea' | 'nur'): Promise<void> {
  const { version } = await house.speaker(house.nujin).db.read((db) => findStanding(db, agreement));
  const goal = version.text.paragraphs.find(({ kind }) => kind === 'goal')?.id ?? '';
  await write(`/vereinbarungen/${agreement}/entwurf/ziele`, new Map([[`${goal}.words.de`, 'Ein anderes Ziel.']]), who);
}

const WARNING = 'Wenn sich etwas ändert, unterschreiben alle neu.';

test('whoever changes what somebody has signed reads so before and after', async () => {
  const { agreement, number } = await signedBy(house.bildungswerk);
  const path = `/vereinbarungen/${agreement}`;
  const said = `Bildungswerk Fuldatal gGmbH hat Fassung ${number} schon unterschrieben. ${WARNING}`;
  await rewordGoal(agreement, 'nur');
  expect(plain(await desk.page(`${path}/entwurf`, 'nur'))).toContain(said);
  const over = await house.post(`${path}/entwurf`, {}, house.as('nur'));
  expect(over.status).toBe(303);
  expect(plain(await desk.page(`${path}/vorschlaege`, 'bea'))).toContain(said);
  const [change] = await house.speaker(house.nujin).db.read((db) => findOpenChanges(db, agreement));
  const form = { change: change?.id ?? '', [`v-${change?.id}`]: 'accept' };
  expect((await house.post(`${path}/vorschlaege`, form, house.as('bea'))).status).toBe(303);
  const { text } = await house.get(path, house.as('bea'));
  expect(plain(text)).toContain(`Bildungswerk Fuldatal gGmbH hat Fassung ${number} unterschrieben.`);
  expect(text).not.toContain(`Fassung ${number} gilt`);
  expect(await desk.page(`${path}/entwurf`, 'nur')).not.toContain(WARNING);
});

test('while something newer is discussed, the agreement says which version is in force', async () => {
  const { agreement, number } = await signedBy(house.bildungswerk, house.nujin);
  const path = `/vereinbarungen/${agreement}`;
  expect((await house.get(path, house.as('nur'))).text).not.toContain(`Fassung ${number} gilt`);
  await rewordGoal(agreement, 'nur');
  await house.post(`${path}/entwurf`, {}, house.as('nur'));
  const [change] = await house.speaker(house.nujin).db.read((db) => findOpenChanges(db, agreement));
  await house.post(`${path}/vorschlaege`, { change: change?.id ?? '', [`v-${change?.id}`]: 'accept' }, house.as('bea'));
  const { text } = await house.get(path, house.as('nur'));
  expect(text).toContain(`Fassung ${number} gilt`);
  expect(text).toContain(`href="${path}/fassungen/${number}"`);
});

test('a question waits for whoever was asked, and not for whoever asked', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const path = `/vereinbarungen/${agreement}`;
  await rewordGoal(agreement, 'nur');
  await house.post(`${path}/entwurf`, {}, house.as('nur'));
  const [change] = await house.speaker(house.nujin).db.read((db) => findOpenChanges(db, agreement));
  const id = change?.id ?? '';
  const answers = `${path}/vorschlaege`;
  expect(await desk.page(answers, 'bea')).toContain('Eine Änderung wartet auf eure Antwort');
  await house.post(answers, { change: id, [`v-${id}`]: 'ask', [`w-${id}`]: 'Warum?' }, house.as('bea'));
  const asked = await desk.page(answers, 'nur');
  expect(asked).not.toContain('Nichts wartet auf eure Antwort');
  expect(asked).toContain('Eine Frage wartet auf eure Antwort');
  for (const at of [answers, path]) expect(await desk.page(at, 'bea')).not.toContain('wartet auf eure Antwort');
  expect(await desk.page(answers, 'bea')).toContain('Ihr habt gefragt');
  await house.post(`${answers}/antworten`, { change: id, [`w-${id}`]: 'Darum.' }, house.as('nur'));
  expect(await desk.page(answers, 'bea')).toContain('Eine Änderung wartet auf eure Antwort');
  expect(await desk.page(answers, 'nur')).not.toContain('Eine Frage wartet');
});

test('from where one saves, one comes to where it is handed over', async () => {
  const agreement = await agreeOn(house, FOURTH_TEXT);
  const path = `/vereinbarungen/${agreement}/entwurf`;
  const entry = 'abcdefgh1234';
  const there = await desk.page(`${path}/ziele`, 'nur');
  expect(there).toContain('Speichern und zum Übergeben');
  const { status, location } = await write(
    `${path}/ziele`,
    new Map([
      ['entry', entry],
      ['then', 'over'],
    ]),
    'nur',
  );
  expect([status, location]).toEqual([303, `${path}?gespeichert=${entry}`]);
  expect(await desk.page(`${path}?gespeichert=${entry}`, 'nur')).toContain(`data-saved="${entry}"`);
});
