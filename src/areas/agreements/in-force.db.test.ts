import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIGRATIONS } from '../../app/migrations.ts';
import { FIRST_TEXT, FOURTH_TEXT } from '../../../test/agreement.ts';
import { agreeOn, bring } from '../../../test/agreed.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartners } from '../../../test/partners.ts';
import type { Database } from '../../platform/database/index.ts';
import { createEvents } from '../../platform/events.ts';
import { SILENT } from '../../platform/log/index.ts';
import { STRANGER } from '../../plain/actor.ts';
import { sign } from './sign.ts';
import { findInForce } from './store-in-force.ts';
import { findStanding } from './store.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
});
afterAll(() => database.close());

test('the last signature is told once, whoever signs again', async () => {
  const world = await tryPartners(database);
  const agreement = await agreeOn(world, FOURTH_TEXT);
  const { hash, version } = await world.speaker(world.nujin).db.read((db) => findStanding(db, agreement));
  const events = createEvents(SILENT);
  const heard: unknown[] = [];
  events.on('agreement.signed', (event) => void heard.push(event));
  for (const partner of [world.nujin, world.nujin, world.bildungswerk, world.bildungswerk])
    await sign(
      { ...world.speaker(partner), events },
      { agreement, partner, version: hash, proof: { kind: 'passphrase' } },
    );
  await events.settled();
  expect(heard).toEqual([{ agreement, cooperation: world.cooperation, number: version.number }]);
});

test('what all have signed is in force, for its partners alone, also while something newer is talked about', async () => {
  const world = await tryPartners(database);
  const agreement = await agreeOn(world, FOURTH_TEXT);
  const seenBy = (organisation: string) => world.speaker(organisation).db.read((db) => findInForce(db));
  const { hash, version } = await world.speaker(world.nujin).db.read((db) => findStanding(db, agreement));
  const proof = { kind: 'paper' } as const;
  await sign(world.speaker(world.nujin), { agreement, partner: world.nujin, version: hash, proof });
  expect(await seenBy(world.nujin)).toEqual([]);
  await sign(world.speaker(world.bildungswerk), { agreement, partner: world.bildungswerk, version: hash, proof });
  const { cooperation } = world;
  const inForce = [{ cooperation, agreement, version, hash, signedOn: '2026-11-21' }];
  expect(await seenBy(world.nujin)).toEqual(inForce);

  await bring(world, agreement, FIRST_TEXT);
  expect(await seenBy(world.bildungswerk)).toEqual(inForce);
  expect(await seenBy(world.other)).toEqual([]);
  expect(await database.as(STRANGER).read((db) => findInForce(db))).toEqual([]);
  const ofOne = (id: string) => world.speaker(world.nujin).db.read((db) => findInForce(db, [id]));
  expect(await ofOne(cooperation)).toHaveLength(1);
  expect(await ofOne(world.other)).toEqual([]);
  expect(await world.speaker(world.nujin).db.read((db) => findInForce(db, []))).toEqual([]);
});
