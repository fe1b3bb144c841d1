import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from '../../test/proofs/house.ts';
import { STRANGER, type Actor } from '../plain/actor.ts';
import { idFor } from '../plain/ids.ts';
import type { Home } from './home.ts';
import { addPartings } from './partings.ts';
import { closeHouse, isHouseClosed, isShownWhileClosed, openHouseAgain } from './closed-house.ts';

const OURS = idFor('organisation/ours');
const OTHER = idFor('organisation/other');
let house: House;

beforeAll(async () => {
  house = await openHouse();
  await house.begin({ way: 'empty', site: 'Rhönau' });
}, 120_000);
afterAll(() => house.close());

test('a closed house shows strangers that it is closed, on every page, and lets in whoever looks things over', async () => {
  const coordination = await house.enter('Silberne Spinne 12', { kind: 'coordination' });
  const account = await house.enter('Papierene Pute 17');
  await closeHouse(house.data);
  for (const language of ['de', 'ar'])
    for (const path of ['/', '/finden', '/finden.json', `/organisationen/${OURS}`, '/listen', '/nirgends'])
      for (const who of [null, account]) {
        const { status, text, headers } = await house.get(path, who, language);
        expect(`${path} ${status}`).toBe(`${path} 503`);
        expect(text).toContain(language === 'de' ? 'Hier ist gerade geschlossen' : 'الموقع مغلق مؤقتًا');
        expect([headers.get('cache-control'), headers.get('retry-after')]).toEqual(['no-store', '3600']);
      }
  expect((await house.post('/listen', null)).status).toBe(503);
  for (const path of ['/anmelden', '/health', '/einladung', '/was-kann-wer-sehen', '/source'])
    expect((await house.get(path)).status).toBe(200);
  expect((await house.get('/konto', account)).status).toBe(200);
  for (const path of ['/', '/finden', '/rollen', '/auffrischen']) {
    const { status, text } = await house.get(path, coordination);
    expect([path, status, text.includes('ist das Haus noch zu')]).toEqual([path, 200, true]);
  }
  expect([await openHouseAgain(house.data), await openHouseAgain(house.data)]).toEqual([true, false]);
  expect([isHouseClosed(house.data), (await house.get('/')).status]).toEqual([false, 200]);
  expect((await house.get('/', coordination)).text).not.toContain('ist das Haus noch zu');
}, 60_000);

test('nobody is let out of a cooperation while the house is closed', async () => {
  const rounds: ((signal: AbortSignal) => Promise<void>)[] = [];
  const home: Home = {
    ...house.home,
    as: () => {
      throw new Error('goes on');
    },
  };
  addPartings(home, { add: (_name, _every, work) => void rounds.push(work), begin: () => Promise.resolve() });
  const [round = () => Promise.resolve()] = rounds;
  const { signal } = new AbortController();
  await closeHouse(house.data);
  await round(signal);
  await openHouseAgain(house.data);
  await expect(round(signal)).rejects.toThrow('goes on');
});

test('an organisation sees its own pages only', () => {
  const actor: Actor = { kind: 'account', session: 's', account: idFor('a'), organisations: [OURS], isAdmitted: true };
  const shown = (path: string) => isShownWhileClosed(actor, path);
  expect([shown(`/organisationen/${OURS}`), shown(`/organisationen/${OURS}/schutz`), shown('/konto')]).toEqual([
    true,
    true,
    true,
  ]);
  for (const path of [
    `/organisationen/${OTHER}`,
    `/organisationen/${OURS}.json`,
    `/organisationen/${OURS}/auskunft`,
    `/kooperationen/${OTHER}`,
    `/vereinbarungen/${OTHER}`,
    '/zusammenarbeit',
    '/fristen',
    '/kalender/x.ics',
    `/organisationen/${OURS}x/y`,
    '/',
    '/kontoauszug',
  ])
    expect([path, shown(path)]).toEqual([path, false]);
  expect(isShownWhileClosed(STRANGER, `/organisationen/${OURS}`)).toBe(false);
});
