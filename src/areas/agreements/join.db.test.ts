import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIGRATIONS } from '../../app/migrations.ts';
import { FOURTH_TEXT } from '../../../test/agreement.ts';
import { agreeOn } from '../../../test/agreed.ts';
import { openTestDatabase } from '../../../test/database.ts';
import { tryPartners } from '../../../test/partners.ts';
import type { Database } from '../../platform/database/index.ts';
import { letIn } from '../cooperations/index.ts';
import { welcomePartner } from './join.ts';
import { mayBeSigned } from './may-be-signed.ts';
import { findDraft, findStanding, findVersions } from './store.ts';
import { paragraphsOf, partnersOf } from './text.ts';
import { firstBreak } from './version.ts';

let database: Database;
let world: Awaited<ReturnType<typeof tryPartners>>;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  world = await tryPartners(database);
});
afterAll(() => database.close());

const day = '2026-11-22';

async function welcome(): Promise<void> {
  const { cooperation, nujin, other: organisation, speaker } = world;
  await speaker(nujin).db.write(async (tx) => {
    await letIn(tx, { cooperation, organisation, phase: 'application', since: day });
    await welcomePartner(tx, { cooperation, organisation, name: 'Sportverein Eulengrund', day });
  });
}

test('a third partner comes into the text, and every goal waits for its yes', async () => {
  const { bildungswerk, nujin, other, speaker } = world;
  const agreement = await agreeOn(world, FOURTH_TEXT);
  const seen = (partner: string) => speaker(partner).db.read((db) => findStanding(db, agreement));
  const missing = async () => {
    const standing = await seen(nujin);
    return mayBeSigned(await speaker(nujin).db.read((db) => findDraft(db, standing)));
  };
  expect(await missing()).toEqual([]);
  const before = await seen(nujin);
  await welcome();
  const after = await seen(other);
  expect(after.version).toMatchObject({ number: before.version.number + 1, former: before.hash, day });
  expect(partnersOf(after.version.text)).toEqual([bildungswerk, nujin, other]);
  expect(after.version.text.paragraphs).toEqual(before.version.text.paragraphs);
  const goals = paragraphsOf(after.version.text, 'goal').map(({ id }) => id);
  expect(await missing()).toEqual([
    { what: 'sheet', partner: other },
    ...goals.map((paragraph) => ({ what: 'goalConfirmation', paragraph, partner: other })),
  ]);
  expect(firstBreak(await speaker(other).db.read((db) => findVersions(db, agreement)))).toBeNull();
});

test('a partner who is there already changes nothing, and without an agreement there is nothing to change', async () => {
  const { cooperation, nujin, other, speaker } = world;
  const agreement = await speaker(nujin).db.read((db) =>
    db.selectFrom('agreement').select('id').where('cooperation', '=', cooperation).executeTakeFirstOrThrow(),
  );
  const count = async () => (await speaker(nujin).db.read((db) => findVersions(db, agreement.id))).length;
  const before = await count();
  await speaker(nujin).db.write((tx) =>
    welcomePartner(tx, { cooperation, organisation: other, name: 'Sportverein Eulengrund', day }),
  );
  expect(await count()).toBe(before);
  const fresh = await tryPartners(database);
  await fresh
    .speaker(fresh.nujin)
    .db.write((tx) =>
      welcomePartner(tx, { cooperation: fresh.cooperation, organisation: fresh.other, name: 'Niemand', day }),
    );
});
