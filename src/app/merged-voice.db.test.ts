import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSpeaking, speaker, type Speaking } from '../../test/speaking.ts';
import { forward, keepSubjects, unforward } from '../areas/claims/index.ts';
import { idFor } from '../plain/ids.ts';
import { REGISTER } from './register.ts';

const [OLD, NEW, COURSE] = [idFor('old'), idFor('new'), idFor('course')];
const AT = new Date('2026-11-20T10:00:00Z');
let house: Speaking;

beforeAll(async () => {
  house = await openSpeaking(
    { anna: speaker('anna', [NEW, OLD]), ben: speaker('ben', [idFor('other')]) },
    '2026-11-21T21:40:00Z',
  );
  const { listed } = house;
  await house.tell(
    [
      { id: OLD, kind: 'organisation' },
      { id: NEW, kind: 'organisation' },
    ],
    [listed(OLD, 'name', 'Nadel'), listed(NEW, 'name', 'Nadel und Faden'), listed(OLD, 'phone', '+493711111111')],
  );
  await house.tell([{ id: COURSE, kind: 'offer' }], [listed(COURSE, 'name', 'Kurs')]);
  await house.asSystem.write((tx) => keepSubjects(tx, [{ subject: COURSE, organisation: OLD }]));
}, 120_000);
afterAll(() => house.database.close());

const standing = async (field: string) =>
  (
    await house.database.sql(
      `select claim.subject, value #>> '{}' as value from claim join source on source.id = claim.source
       where source.kind = 'own' and field = $1 and retracted_at is null order by claim.id`,
      [field],
    )
  ).rows.map(({ subject, value }) => [subject, value]);

test('what was said under either entry is one’s own word, and ends or changes with it', async () => {
  expect(
    (await house.save(`/organisationen/${OLD}/bearbeiten/kontakt`, 'anna', { 'f.phone': '0371 2222222' })).status,
  ).toBe(303);
  expect(
    (await house.save(`/organisationen/${NEW}/bearbeiten/kontakt`, 'anna', { 'f.phone': '0371 3333333' })).status,
  ).toBe(303);
  await house.asSystem.write((tx) => forward(tx, REGISTER, { from: OLD, into: NEW, at: AT }));
  expect((await house.get(`/organisationen/${OLD}/bearbeiten`, 'anna')).status).toBe(404);
  expect(await standing('phone')).toHaveLength(2);
  expect(
    (await house.save(`/organisationen/${NEW}/bearbeiten/kontakt`, 'anna', { 'f.phone': '0371 4444444' })).status,
  ).toBe(303);
  expect(await standing('phone')).toEqual([[NEW, '+493714444444']]);
  expect((await house.get(`/organisationen/${NEW}`)).text).toContain('+49 371 4444444');
  expect((await house.get(`/organisationen/${NEW}/bearbeiten/kontakt`, 'ben')).status).toBe(404);
});

test('what the old entry keeps is kept by the new one', async () => {
  expect((await house.get(`/angebote/${COURSE}/bearbeiten`, 'anna')).status).toBe(200);
  expect((await house.get(`/angebote/${COURSE}/bearbeiten`, 'ben')).status).toBe(404);
});

test('parted again, each says what was said about it', async () => {
  await house.asSystem.write((tx) => unforward(tx, REGISTER, { from: OLD, at: AT }));
  expect((await house.get(`/organisationen/${OLD}`)).text).toContain('+49 371 1111111');
  expect((await house.get(`/organisationen/${NEW}`)).text).toContain('+49 371 4444444');
});
