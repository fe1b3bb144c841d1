import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSource, newClaim } from '../../../../test/claims.ts';
import {
  bringIn,
  closeListPages,
  DESCRIPTION,
  get,
  listOf,
  openListPages,
  page,
  post,
  work,
} from '../../../../test/list-pages.ts';
import { REGISTER } from '../../../app/register.ts';
import { insertSource, lapse, protectSubject, say, withdraw } from '../../claims/index.ts';

const FOUR = 'Name;Ort\nTreff Ost;Chemnitz\nTreff Nord;Chemnitz\nTreff West;Chemnitz\nTreff Mitte;Chemnitz\n';
const at = new Date();
let list = '';
const ids = new Map<string, string>();

beforeAll(async () => {
  await openListPages();
  const address = await bringIn(FOUR, { ...DESCRIPTION, title: 'Vier' });
  await post(`${address}/uebernahme`, new FormData());
  list = `/listen/${await listOf(address)}`;
  for (const [, id, name] of (await page(list)).matchAll(/\/organisationen\/([\w-]+)">(?:<[^>]+>)*([^<]+)/g))
    ids.set(name ?? '', id ?? '');
}, 60_000);
afterAll(closeListPages);

const idOf = (name: string) => ids.get(name) ?? '';

test('a list neither names nor links whom the reader does not see, and says how many these are', async () => {
  expect(ids.size).toBe(4);
  await work.db.write(async (tx) => {
    await withdraw(tx, REGISTER, idOf('Treff Ost'), at);
    await lapse(tx, REGISTER, [idOf('Treff Nord')], at);
    await protectSubject(tx, REGISTER, idOf('Treff West'), at);
  });
  const stranger = await page(list, '');
  const keeper = await page(list);
  const seenIn = (html: string) => [...ids].flatMap(([name, id]) => (html.includes(id) ? [name] : [])).toSorted();
  expect(seenIn(stranger)).toEqual(['Treff Mitte', 'Treff West']);
  expect(stranger).not.toMatch(/Treff Ost|Treff Nord/);
  expect(stranger).toContain('2 weitere Einträge dieser Seite werden hier nicht gezeigt');
  expect(stranger).toContain('4 Einträge aus dieser Liste');
  // Who is protected keeps its name; where it is, the list does not say any more.
  expect(stranger.match(/>Chemnitz</g)).toHaveLength(1);
  // What has fallen silent the network still reads; who asked not to be shown nobody does.
  expect(seenIn(keeper)).toEqual(['Treff Mitte', 'Treff Nord', 'Treff West']);
  expect(keeper).toContain('Ein weiterer Eintrag dieser Seite');
});

test('a list says no place that the organisation itself keeps to a narrower circle', async () => {
  const subject = idOf('Treff Mitte');
  await work.db.write(async (tx) => {
    const source = await insertSource(tx, aSource(at, { kind: 'own', speaker: subject, licence: 'own' }), 0);
    const said = { subject, field: 'place', value: { name: 'Chemnitz' }, source, saidAt: at };
    await say(tx, REGISTER, { claims: [newClaim({ ...said, sourceKind: 'own', scope: 'own' })], at });
  });
  expect(await page(list, '')).toContain('Treff Mitte');
  expect(await page(list, '')).not.toContain('>Chemnitz<');
});

test('a list that nothing stands in the register from is removed from its page, another one is not', async () => {
  const address = await bringIn('Name;Ort\nUmsonst;Chemnitz\n', { ...DESCRIPTION, title: 'Umsonst' });
  const empty = `/listen/${await listOf(address)}`;
  const [isLeft, isGone] = ['Leere Liste entfernen', 'entfernen'];
  expect(await page(empty)).not.toContain(isLeft);
  expect((await post(`${empty}/entfernen`, new FormData())).status).toBe(409);
  await post(`${address}/verwerfen`, new FormData());
  expect(await page(empty)).toContain(isLeft);
  expect(await page(empty, '')).not.toContain(isGone);
  expect((await post(`${empty}/entfernen`, new FormData(), '')).status).toBe(404);
  expect((await get(empty)).status).toBe(200);
  const removed = await post(`${empty}/entfernen`, new FormData());
  expect([removed.status, removed.headers.get('location')]).toEqual([303, '/listen']);
  expect((await get(empty)).status).toBe(404);
  expect(await page('/listen')).not.toContain('Umsonst');
  expect(await page(list)).not.toContain(isLeft);
  expect((await post(`${list}/entfernen`, new FormData())).status).toBe(409);
  expect((await get(list)).status).toBe(200);
});

test('a list whose only import was taken back can be removed too', async () => {
  const address = await bringIn('Name;Ort\nHin und her;Chemnitz\n', { ...DESCRIPTION, title: 'Zurück' });
  await post(`${address}/uebernahme`, new FormData());
  const back = `/listen/${await listOf(address)}`;
  expect((await post(`${back}/entfernen`, new FormData())).status).toBe(409);
  await post(`${address}/zuruecknehmen`, new FormData());
  expect((await post(`${back}/entfernen`, new FormData())).status).toBe(303);
  expect((await get(back)).status).toBe(404);
});
