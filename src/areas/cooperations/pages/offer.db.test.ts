import { afterAll, beforeAll, expect, test } from 'vitest';
import { addBarePages } from '../../../../test/cooperation-pages.ts';
import { openSpeaking, speaker, type Speaking } from '../../../../test/speaking.ts';
import { idFor } from '../../../plain/ids.ts';
import { findPlanOffer } from '../store-plan.ts';
import { letIn } from '../store.ts';

const [WERK, NUJIN] = [idFor('werk'), idFor('nujin')];
const PEOPLE = {
  bea: { ...speaker('bea', [WERK]), isAdmitted: true },
  nur: speaker('nur', [NUJIN]),
};
const OFFER = { cents: '9.600', 'offer.money': '40 € die Stunde', 'offer.room': 'Ein Raum am Abend' };
let house: Speaking;
let path: string;

beforeAll(async () => {
  house = await openSpeaking(PEOPLE, '2026-11-21T20:00:00Z');
  await house.tell(
    [WERK, NUJIN].map((id) => ({ id, kind: 'organisation' })),
    [house.listed(WERK, 'name', 'Bildungswerk Fuldatal'), house.listed(NUJIN, 'name', 'Frauenverein Nûjîn')],
  );
  addBarePages(house);
  const begun = await house.post('/zusammenarbeit/neu', 'bea', { title: 'Gesundheit für Mütter', concept: 'open' });
  path = begun.location.replace(/\/plan.*/, '');
}, 120_000);
afterAll(() => house.database.close());

const field = (page: string, name: string) => new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(page)?.[0] ?? '';
const text = (page: string, name: string) =>
  new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(page)?.[1]?.trim();

test('what can be given is said way by way, and stands there again to be changed', async () => {
  const saved = await house.post(`${path}/plan/offer`, 'bea', { ...OFFER, goOn: 'overview' });
  expect(saved.location).toBe(`${path}/plan`);
  const plan = (await house.get(saved.location, 'bea')).text;
  for (const said of ['40 € die Stunde', 'Ein Raum am Abend', '9.600']) expect(plan).toContain(said);
  const again = (await house.get(`${path}/plan/offer`, 'bea')).text;
  expect(text(again, 'offer.room')).toBe('Ein Raum am Abend');
  // At least one is needed, so none is called voluntary.
  expect([again.includes('freiwillig'), again.includes('mindestens eines')]).toEqual([false, true]);
  expect(field(again, 'cents')).toContain('value="9600"');
});

test('a number that is not clear comes back with everything else that was typed', async () => {
  const refused = await house.post(`${path}/plan/offer`, 'bea', { ...OFFER, cents: 'viel' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('href="#field-cents"');
  expect(field(refused.text, 'cents')).toContain('value="viel"');
  expect(text(refused.text, 'offer.room')).toBe('Ein Raum am Abend');
});

test('the search has it filled in, and looks for nothing before somebody sends it', async () => {
  const search = (await house.get(`${path}/suchen`, 'bea')).text;
  expect(field(search, 'gibt')).toContain('value="Honorar, Räume"');
  expect(search).toContain('Aus eurem Plan.');
  expect(search).not.toContain('Dazu steht hier noch niemand');
  // Whoever empties the field has meant it.
  const emptied = (await house.get(`${path}/suchen?fach=Gesundheit&gibt=`, 'bea')).text;
  expect(emptied).toContain('Dazu steht hier noch niemand');
  expect(field(emptied, 'gibt')).not.toContain('Räume');
});

test('whom and what one looks for stands there to be read again, and is not filled in', async () => {
  await house.post(`${path}/plan/partner`, 'bea', { text: 'Wer Mütter in ihrer Sprache erreicht', goOn: 'overview' });
  const search = (await house.get(`${path}/suchen`, 'bea')).text;
  expect(search.indexOf('Wer Mütter in ihrer Sprache erreicht')).toBeLessThan(search.indexOf('name="fach"'));
  expect(field(search, 'fach')).not.toContain('Mütter');
});

test('so has a search request for it, for whoever may write one', async () => {
  const search = (await house.get(`${path}/suchen`, 'bea')).text;
  const address = /href="(\/gesuche\/neu\?zu=[^"]*)"/.exec(search)?.[1] ?? '';
  expect(text((await house.get(address, 'bea')).text, 'offered')?.split('\n')).toEqual([
    expect.stringMatching(/^Betrag: 9\.600/),
    'Honorar oder Geld: 40 € die Stunde',
    'Räume: Ein Raum am Abend',
  ]);
  expect((await house.get(address, 'nur')).status).toBe(404);
});

test('what a plan offers is for its own side until that shows it', async () => {
  const cooperation = path.replace(/.*\//, '');
  await house.asSystem.write((tx) =>
    letIn(tx, { cooperation, organisation: NUJIN, phase: 'plan', since: '2026-11-21' }),
  );
  const read = (who: 'bea' | 'nur') =>
    house.database.as(PEOPLE[who]).read((db) => findPlanOffer(db, cooperation, WERK));
  expect(await read('bea')).toMatchObject({ money: 960_000, words: { room: 'Ein Raum am Abend' } });
  expect(await read('nur')).toBeNull();
  expect(field((await house.get(`${path}/suchen`, 'nur')).text, 'gibt')).not.toContain('Räume');
});
