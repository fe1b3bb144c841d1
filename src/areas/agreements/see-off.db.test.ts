import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartings } from '../../../test/partings.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import type { Database } from '../../platform/database/index.ts';
import { answer } from './answer.ts';
import { hashOfParagraph } from './paragraph.ts';
import { propose } from './propose.ts';
import { seeOffPartner } from './see-off.ts';
import { findOpenChanges } from './store-change.ts';
import { findStanding, findVersions } from './store.ts';
import { paragraphsOf } from './text.ts';
import { firstBreak } from './version.ts';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
});
afterAll(() => database.close());

test('what waited only for the yes of whoever goes is taken over when it is seen off, and nothing that waits for others', async () => {
  const world = await tryPartings(database);
  const { cooperation, nujin, bildungswerk, speaker } = world;
  const agreement = await world.inForce();
  const third = await world.thirdPartner();
  const partner = nujin;
  const text = async () => (await speaker(partner).db.read((db) => findStanding(db, agreement))).version.text;
  const [first, second, ...goals] = paragraphsOf(await text(), 'goal');
  if (first === undefined || second === undefined) throw new Error('no goals');
  const wishes = [first, second].map(({ id }) => ({ paragraph: id, base: null, after: null, reason: '' }));
  const hashed = wishes.map((wish, at) => ({ ...wish, base: hashOfParagraph(at === 0 ? first : second) }));
  await propose(speaker(partner), { agreement, partner, wishes: hashed });
  const open = () => speaker(partner).db.read((db) => findOpenChanges(db, agreement));
  const change = (await open()).find(({ paragraph }) => paragraph === first.id)?.id ?? '';
  const yes = { agreement, partner: bildungswerk, answers: [{ change, verdict: 'accept' as const, words: '' }] };
  expect(await answer(speaker(bildungswerk), yes)).toMatchObject({ version: null });
  await world.program.db.write((tx) => seeOffPartner(tx, { cooperation, organisation: third, day: '2026-12-19' }));
  expect(paragraphsOf(await text(), 'goal')).toEqual([second, ...goals]);
  expect((await open()).map(({ paragraph }) => paragraph)).toEqual([second.id]);
  const versions = await speaker(partner).db.read((db) => findVersions(db, agreement));
  expect(firstBreak(versions)).toBeNull();
  expect(versions.at(-1)?.version.changes).toMatchObject([{ by: nujin, acceptedBy: [bildungswerk] }]);
});
