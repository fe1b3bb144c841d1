import { afterAll, beforeAll, expect, test } from 'vitest';
import { openForwarding } from '../../../test/forwarding.ts';
import { REGISTER } from '../../app/register.ts';
import { STRANGER } from '../../plain/actor.ts';
import { idFor } from '../../plain/ids.ts';
import { ConflictError } from '../../platform/errors.ts';
import { accountOf } from './account.ts';
import { confirm, unconfirm } from './confirm.ts';
import { discardRevision, finishWithdrawal, tidyRevision, withdrawRevision } from './finish-revision.ts';
import { beginRevision, publishRevision, reviseKnown, reviseNew } from './revise.ts';
import { findSaid } from './said.ts';
import { say } from './say.ts';
import { familiesOf, findSubject } from './store-family.ts';
import { findShown } from './store-shown.ts';

let world: Awaited<ReturnType<typeof openForwarding>>;

beforeAll(async () => {
  world = await openForwarding();
}, 120_000);
afterAll(() => world.database.close());

/** Takes a list over that says one telephone of each entry, in a step for each. */
async function takeOver(phones: Readonly<Record<string, string>>): Promise<number> {
  const revision = await world.db.write((tx) => beginRevision(tx, 'import', world.at));
  for (const [key, phone] of Object.entries(phones))
    await world.db.write((tx) =>
      reviseKnown(tx, REGISTER, revision, {
        claims: [world.claim(key, key.startsWith('a') ? 'phone' : 'mailbox', phone)],
        end: [],
        at: world.at,
      }),
    );
  await world.db.write((tx) => publishRevision(tx, REGISTER, revision));
  await tidyRevision(world.keeper, revision);
  return revision;
}

async function rowsOf(key: string): Promise<number> {
  const { rows } = await world.database.sql('select 1 from organisation where subject = $1', [idFor(key)]);
  return rows.length;
}

test('what is said about either is shown where both lead; the other has no row of its own', async () => {
  await world.entries({
    a1: { name: 'Frauenverein', phone: '+49371111' },
    b1: { name: 'Frauenverein e. V.', mailbox: 'x@y.example' },
  });
  await world.join('a1', 'b1');
  expect(await world.shown('b1')).toMatchObject([{ phone: '+49371111', mailbox: 'x@y.example' }]);
  expect(await rowsOf('a1')).toBe(0);
  expect(await world.shown('a1')).toEqual(await world.shown('b1'));
  expect(await world.db.read((tx) => findSubject(tx, idFor('a1')))).toEqual({
    kind: 'organisation',
    forwardedTo: idFor('b1'),
  });
});

test('over several steps all count as the last; each step is undone alone, and then all is as it was', async () => {
  await world.entries({ a2: { name: 'Eins' }, b2: { name: 'Zwei', phone: '+49371222' }, c2: { name: 'Drei' } });
  const before = await world.sums();
  await world.join('a2', 'b2');
  await world.join('b2', 'c2');
  const families = await world.db.read((tx) => familiesOf(tx, [idFor('a2')]));
  expect(families.heads).toEqual([idFor('c2')]);
  expect(families.membersOf(idFor('b2'))).toEqual([idFor('a2'), idFor('b2'), idFor('c2')].toSorted());
  expect((await world.db.read((tx) => findSubject(tx, idFor('a2'))))?.forwardedTo).toBe(idFor('c2'));
  await world.part('b2');
  expect((await world.db.read((tx) => findSubject(tx, idFor('a2'))))?.forwardedTo).toBe(idFor('b2'));
  expect(await world.shown('c2')).toEqual([{ name: { und: 'Drei' } }]);
  await world.part('a2');
  expect(await world.sums()).toEqual(before);
});

test('writing everything anew gives the same bytes while entries count as others', async () => {
  await world.join('a2', 'b2');
  expect(await world.isRebuiltTheSame()).toBe(true);
});

test('both names lead to it, in the order of places of the name and in the search', async () => {
  const { rows } = await world.database.sql('select name_keys from organisation where subject = $1', [idFor('b2')]);
  expect(rows[0]?.['name_keys']).toEqual(expect.arrayContaining(['eins', 'zwei']));
  const found = await world.database.sql('select name_terms from finding_entry where subject = $1', [idFor('b2')]);
  expect(String(found.rows[0]?.['name_terms'])).toMatch(/eins/);
});

test('who is forwarded already, of another kind, or the same, is not forwarded', async () => {
  await world.entries({ o3: { name: 'Kurs' } }, 'offer');
  await expect(world.join('a2', 'c2')).rejects.toThrow(ConflictError);
  await expect(world.join('c2', 'a2')).rejects.toThrow(ConflictError);
  await expect(world.join('c2', 'o3')).rejects.toThrow(ConflictError);
  await expect(world.join('c2', 'c2')).rejects.toThrow(ConflictError);
  await expect(world.join('b2', 'a2')).rejects.toThrow(ConflictError);
});

test('while a list that names one of them is being taken over, nobody is forwarded or parted', async () => {
  await world.entries({ a4: { name: 'Vier' }, b4: { name: 'Fünf' } });
  const revision = await world.db.write((tx) => beginRevision(tx, 'import', world.at));
  await world.db.write((tx) =>
    reviseKnown(tx, REGISTER, revision, { claims: [world.claim('a4', 'phone', '+49371444')], end: [], at: world.at }),
  );
  await expect(world.join('a4', 'b4')).rejects.toThrow(ConflictError);
  await expect(world.join('b4', 'a4')).rejects.toThrow(ConflictError);
  await discardRevision(world.keeper, revision);
  await world.join('a4', 'b4');
  const again = await world.db.write((tx) => beginRevision(tx, 'import', world.at));
  await world.db.write((tx) =>
    reviseKnown(tx, REGISTER, again, { claims: [world.claim('b4', 'phone', '+49371444')], end: [], at: world.at }),
  );
  await expect(world.part('a4')).rejects.toThrow(ConflictError);
  await discardRevision(world.keeper, again);
  await world.part('a4');
});

test('who says what names both, and the words of an earlier day too', async () => {
  const account = await world.database.as(STRANGER).read(async (tx) =>
    accountOf(tx, {
      fields: REGISTER.fields.organisation,
      subject: idFor('b2'),
      shown: await findShown(tx, 'organisation', [idFor('b2')]),
      day: null,
    }),
  );
  const name = account?.fields.find(({ field }) => field.name === 'name');
  expect([name?.holds.value, ...(name?.others.map(({ value }) => value) ?? [])]).toEqual(
    expect.arrayContaining(['Eins', 'Zwei']),
  );
});

test('confirming stands by the words of both; taken back later, each is as it was', async () => {
  await world.entries({ a5: { name: 'Sechs', phone: '+49371555' }, b5: { name: 'Sechs', mailbox: 'sechs@y.example' } });
  const before = await world.sums();
  await world.join('a5', 'b5');
  const confirmed = await world.db.write((tx) =>
    confirm(tx, REGISTER, idFor('b5'), { role: 'contact', at: world.later }),
  );
  expect(confirmed.map(({ subject }) => subject)).toEqual(expect.arrayContaining([idFor('a5'), idFor('b5')]));
  await world.part('a5');
  const said = await world.db.read((tx) => findSaid(tx, [idFor('a5')]));
  expect(said.get(idFor('a5'))?.some(({ confirmedByRole }) => confirmedByRole === 'contact')).toBe(true);
  await world.db.write((tx) =>
    unconfirm(tx, REGISTER, idFor('b5'), { before: confirmed, since: world.later, at: world.later }),
  );
  expect(await world.sums()).toEqual(before);
});

test('a list that has two of a family in two steps shows both words', async () => {
  await world.entries({ a11: { name: 'Elf' }, b11: { name: 'Elf' } });
  const before = await world.sums();
  await world.join('a11', 'b11');
  const revision = await takeOver({ a11: '+49371011', b11: 'elf@y.example' });
  expect(await world.shown('b11')).toEqual([{ name: { und: 'Elf' }, phone: '+49371011', mailbox: 'elf@y.example' }]);
  expect(await world.isRebuiltTheSame()).toBe(true);
  const cover = await withdrawRevision(world.keeper, revision, world.later, () => Promise.resolve());
  expect(await world.shown('b11')).toEqual([{ name: { und: 'Elf' } }]);
  await finishWithdrawal(world.keeper, revision, cover, () => Promise.resolve());
  await world.part('a11');
  expect(await world.sums()).toEqual(before);
});

test('a list is taken back after its entry was forwarded', async () => {
  await world.entries({ a12: { name: 'Zwölf' }, b12: { name: 'Zwölf' } });
  const before = await world.sums();
  const revision = await takeOver({ a12: '+49371012' });
  await world.join('a12', 'b12');
  expect((await world.shown('b12'))[0]?.['phone']).toBe('+49371012');
  const cover = await withdrawRevision(world.keeper, revision, world.later, () => Promise.resolve());
  expect(await world.shown('b12')).toEqual([{ name: { und: 'Zwölf' } }]);
  await finishWithdrawal(world.keeper, revision, cover, () => Promise.resolve());
  expect(await world.shown('b12')).toEqual([{ name: { und: 'Zwölf' } }]);
  expect(await world.isRebuiltTheSame()).toBe(true);
  await world.part('a12');
  expect(await world.sums()).toEqual(before);
});

test('who came with a list that is taken back is not removed while others lead to it or it leads to others', async () => {
  await world.entries({ a13: { name: 'Dreizehn' } });
  const before = await world.sums();
  const revision = await world.db.write((tx) => beginRevision(tx, 'import', world.at));
  await world.db.write((tx) =>
    reviseNew(tx, REGISTER, revision, {
      subjects: ['b13', 'c13'].map((key) => ({ id: idFor(key), kind: 'organisation' })),
      claims: ['b13', 'c13'].map((key) => world.claim(key, 'name', key)),
    }),
  );
  await world.db.write((tx) => publishRevision(tx, REGISTER, revision));
  await world.join('a13', 'b13');
  await world.join('b13', 'c13');
  const cover = await withdrawRevision(world.keeper, revision, world.later, () => Promise.resolve());
  await finishWithdrawal(world.keeper, revision, cover, () => Promise.resolve());
  expect(await world.shown('c13')).toEqual([{ name: { und: 'Dreizehn' } }]);
  expect(await world.isRebuiltTheSame()).toBe(true);
  await world.part('a13');
  expect(await world.sums()).toEqual(before);
});

test('whoever speaks while entries are forwarded and parted is heard: nothing shown is left behind', async () => {
  await world.entries({ a14: { name: 'Vierzehn' }, b14: { name: 'Vierzehn' } });
  const speak = (key: string, each: number) =>
    world.db.write((tx) =>
      say(tx, REGISTER, { claims: [world.claim(key, 'phone', `+4937114${each}`)], at: world.later }),
    );
  // Two say that they are the same. Whoever comes second is told, unless they were parted in between.
  const joins = Promise.allSettled([world.join('a14', 'b14'), world.join('a14', 'b14')]);
  await Promise.all([speak('a14', 1), speak('b14', 2), speak('a14', 3), world.part('a14'), speak('b14', 4)]);
  const refused = (await joins).flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(refused.every((reason) => reason instanceof ConflictError)).toBe(true);
  expect(refused.length).toBeLessThan(2);
  expect(await world.isRebuiltTheSame()).toBe(true);
  await world.part('a14');
  expect([(await world.shown('a14')).length, (await world.shown('b14')).length]).toEqual([1, 1]);
});

test('of many who speak at once about entries that count as one, nobody waits in a circle', async () => {
  await world.entries({ a15: { name: 'Fünfzehn' }, b15: { name: 'Fünfzehn' } });
  await world.join('a15', 'b15');
  const turns = Array.from({ length: 20 }, (_, each) => each);
  await Promise.all(
    turns.map((each) =>
      world.db.write(async (tx) => {
        const key = each % 2 === 0 ? 'a15' : 'b15';
        if (each % 5 === 0) await confirm(tx, REGISTER, idFor(key), { role: 'contact', at: world.later });
        await say(tx, REGISTER, { claims: [world.claim(key, 'phone', `+4937115${each}`)], at: world.later });
      }),
    ),
  );
  expect(await world.isRebuiltTheSame()).toBe(true);
});
