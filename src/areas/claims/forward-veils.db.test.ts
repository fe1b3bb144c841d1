import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSource } from '../../../test/claims.ts';
import { openForwarding } from '../../../test/forwarding.ts';
import { REGISTER } from '../../app/register.ts';
import { STRANGER, type Actor } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import type { Reader } from '../../platform/database/index.ts';
import { openDesk } from './forms-desk.ts';
import { lapse, showAgain, withdraw } from './lapse.ts';
import { findSaid } from './said.ts';
import { say } from './say.ts';
import { protectSubject, unprotectSubject } from './set-veil.ts';
import { findProtected } from './store-protected.ts';
import { findKeepersOf, findKeptBy, keepSubjects } from './store-voice.ts';
import { insertSource } from './store.ts';

let world: Awaited<ReturnType<typeof openForwarding>>;

beforeAll(async () => {
  world = await openForwarding();
}, 120_000);
afterAll(() => world.database.close());

test('who asked not to be shown is not shown by being found the same, and parted only itself is hidden', async () => {
  await world.entries({ a6: { name: 'Sieben' }, b6: { name: 'Acht' } });
  await world.db.write((tx) => withdraw(tx, REGISTER, idFor('a6'), world.at));
  await world.join('a6', 'b6');
  expect(await world.shown('b6')).toEqual([]);
  expect(await world.database.as(STRANGER).read((tx) => findSaid(tx, [idFor('b6')]))).toEqual(
    new Map([[idFor('b6'), []]]),
  );
  await world.part('a6');
  expect(await world.shown('b6')).toEqual([{ name: { und: 'Acht' } }]);
  expect(await world.shown('a6')).toEqual([]);
  await world.join('a6', 'b6');
  await world.db.write((tx) => showAgain(tx, REGISTER, idFor('b6'), world.later));
  expect(await world.shown('b6')).toHaveLength(1);
});

test('only where all have fallen silent nothing is public any more, and one word brings all back', async () => {
  await world.entries({ a7: { name: 'Neun' }, b7: { name: 'Zehn' } });
  await world.db.write((tx) => lapse(tx, REGISTER, [idFor('a7')], world.at));
  await world.join('a7', 'b7');
  expect(await world.shown('b7')).toHaveLength(1);
  await world.db.write((tx) => lapse(tx, REGISTER, [idFor('b7')], world.later));
  expect(await world.shown('b7')).toEqual([]);
  await world.db.write((tx) =>
    say(tx, REGISTER, { claims: [world.claim('a7', 'phone', '+49371777')], at: world.later }),
  );
  expect(await world.shown('b7')).toHaveLength(1);
  await world.part('a7');
  expect(await world.shown('b7')).toEqual([]);
  expect(await world.shown('a7')).toHaveLength(1);
});

test('a protection covers whoever is found the same, with names and offers, and lets go of them again', async () => {
  await world.entries({
    a8: { name: 'Elf', phone: '+49371888' },
    b8: { name: 'Zwölf', phone: '+49371999' },
    t8: { name: 'Elf' },
  });
  await world.entries({ o8: { name: 'Nähkurs', carrier: 'Elf', phone: '+49371000' } }, 'offer');
  await world.db.write((tx) => protectSubject(tx, REGISTER, idFor('b8'), world.at));
  const some = ['a8', 'b8', 't8', 'o8'].map(idFor);
  const covered = () => world.db.read((tx) => findProtected(tx, some));
  expect(await covered()).toEqual([idFor('b8')]);
  await world.join('a8', 'b8');
  expect(await covered()).toEqual(some.toSorted());
  expect(await world.shown('b8')).toEqual([{ name: { und: 'Elf' } }]);
  expect((await world.shown('o8', STRANGER, 'offer'))[0]?.['phone']).toBeUndefined();
  await world.part('a8');
  expect(await covered()).toEqual([idFor('b8')]);
  expect((await world.shown('a8'))[0]?.['phone']).toBe('+49371888');
  await world.join('a8', 'b8');
  await world.db.write((tx) => unprotectSubject(tx, REGISTER, idFor('b8'), world.later));
  expect(await covered()).toEqual([]);
});

test('a network names whoever was forwarded by what they count as, once', async () => {
  await world.entries({ a9: { name: 'Rot' }, b9: { name: 'Blau' } });
  await world.entries({ n9: { name: 'Netz', members: [idFor('a9'), idFor('b9')].toSorted() } }, 'network');
  await world.join('a9', 'b9');
  expect((await world.shown('n9', STRANGER, 'network'))[0]?.['members']).toEqual([idFor('b9')]);
  await world.part('a9');
  expect((await world.shown('n9', STRANGER, 'network'))[0]?.['members']).toEqual([idFor('a9'), idFor('b9')].toSorted());
});

test('who speaks for one of them keeps the offers of all, and writes about them', async () => {
  const [merged, head, offer, twin] = ['a10', 'b10', 'o10', 'p10'].map(idFor);
  if (merged === undefined || head === undefined || offer === undefined || twin === undefined) throw new Error();
  await world.entries({ a10: { name: 'Grün' }, b10: { name: 'Gelb' } });
  await world.entries({ o10: { name: 'Chor' }, p10: { name: 'Chor am Montag' } }, 'offer');
  await world.db.write((tx) => keepSubjects(tx, [{ subject: offer, organisation: merged }]));
  await world.join('a10', 'b10');
  await world.join('o10', 'p10');
  const speaker: Actor = {
    kind: 'account',
    session: 's',
    account: idFor('anna'),
    organisations: [head, merged],
    isAdmitted: false,
  };
  const [kept, keepers] = await world.database
    .as(speaker)
    .read(async (tx) => [await findKeptBy(tx, head), await findKeepersOf(tx, twin)]);
  expect([kept, keepers]).toEqual([[twin], [head]]);
  await world.database.as(speaker).write(async (tx) => {
    const own = await insertSource(tx, aSource(world.at, { kind: 'own', speaker: head, licence: 'own' }), 0);
    await say(tx, REGISTER, {
      claims: [world.claim('p10', 'phone', '+49371010', { source: own, sourceKind: 'own', scope: 'own' })],
      at: world.later,
    });
  });
  expect(await world.shown('p10', speaker, 'offer')).toContainEqual({ phone: '+49371010' });
  expect(await world.shown('p10', { ...speaker, organisations: [idFor('a9')] }, 'offer')).not.toContainEqual({
    phone: '+49371010',
  });
  const desk = await world.database.as(speaker).read((tx: Reader) =>
    openDesk(tx, {
      fields: [...REGISTER.fields.offer.fields.values()],
      subject: twin,
      voice: { kind: 'own', speaker: merged },
    }),
  );
  expect(desk.words.find(({ field }) => field.name === 'phone')?.mine?.value).toBe('+49371010');
});
