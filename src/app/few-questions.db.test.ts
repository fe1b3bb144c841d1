import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { agreeOn } from '../../test/agreed.ts';
import { FOURTH_TEXT } from '../../test/agreement.ts';
import { openCommitmentHouse, type CommitmentHouse } from '../../test/commitment-house.ts';
import { tryPartners } from '../../test/partners.ts';
import { signByAll } from '../../test/signed.ts';
import { frameOf } from '../../test/web.ts';
import { nextDeadline } from '../areas/commitments/index.ts';
import { addCooperationPages } from '../areas/cooperations/index.ts';
import { EmbeddedPostgres } from '../platform/database/embedded.ts';
import { COOPERATION_PARTS } from './cooperation-parts.ts';
import { namesOf } from './names.ts';

let house: CommitmentHouse;

beforeAll(async () => {
  house = await openCommitmentHouse();
  addCooperationPages(house.web, {
    frame: frameOf(),
    namesOf,
    parts: COOPERATION_PARTS,
    nextDeadline,
    waitingFor: () => Promise.resolve([]),
    fieldsOfAction: () => [],
    candidatesFor: () => Promise.resolve([]),
    placeOf: () => null,
  });
}, 120_000);
afterAll(() => house.database.close());

/** How often a page asks the database, once it knows its questions. */
async function asks(path: string, cookie: string): Promise<number> {
  await house.get(path, cookie);
  const spies = [vi.spyOn(EmbeddedPostgres.prototype, 'execProtocolStream'), vi.spyOn(pg.Client.prototype, 'query')];
  expect((await house.get(path, cookie)).status).toBe(200);
  const count = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return count;
}

test('whoever works together with many waits no longer: their pages ask as often as those of one', async () => {
  const cookie = await house.enter('bea');
  const pages = ['/zusammenarbeit', `/kooperationen/${house.cooperation}`, '/fristen'];
  const count = async () => {
    const counted: number[] = [];
    for (const page of pages) counted.push(await asks(page, cookie));
    return counted;
  };
  const one = await count();
  expect(Math.min(...one)).toBeGreaterThan(5);
  const { bildungswerk, nujin, other } = house.world;
  for (let more = 0; more < 4; more += 1) {
    const world = await tryPartners(house.database, { bildungswerk, nujin, other });
    await signByAll(world, await agreeOn(world, FOURTH_TEXT));
  }
  expect(await count()).toEqual(one);
});
