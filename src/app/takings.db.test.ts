import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillEveryTable } from '../../test/canaries.ts';
import { openTestDatabase } from '../../test/database.ts';
import type { Taken } from '../areas/cooperations/index.ts';
import { STRANGER, type Actor } from '../plain/actor.ts';
import { idFor } from '../plain/ids.ts';
import type { Database, Reader } from '../platform/database/index.ts';
import { HOLDINGS } from './holdings.ts';
import { MIGRATIONS } from './migrations.ts';
import { LISTS } from './taken-lists.ts';
import { TAKINGS } from './takings.ts';

/** In which list a table comes along. A table that comes tomorrow stands here, or below with its reason. */
const TAKEN: Readonly<Record<string, string>> = {
  cooperation: 'cooperation',
  cooperation_partner: 'partners',
  cooperation_plan: 'plans',
  leaving: 'leavings',
  closure: 'closures',
  request: 'requests',
  request_words: 'requests',
  request_attempt: 'requests',
  request_consent: 'consents',
  introduction: 'introductions',
  introduction_side: 'introductions',
  sheet: 'sheets',
  talking_point: 'points',
  proposed_change: 'changes',
  change_answer: 'answers',
  draft_change: 'drafts',
  commitment_word: 'commitments',
  review: 'reviews',
  review_part: 'reviews',
  closing_part: 'closings',
  closing_wish: 'endWishes',
  deletion_wish: 'deletionWishes',
};
const NOT_TAKEN: Readonly<Record<string, string>> = {
  agreement: 'its versions are the archive of the agreement',
  agreement_version: 'in the archive of the agreement',
  paragraph_confirmation: 'in the archive of the agreement',
  agreement_signature: 'in the archive of the agreement',
  commitment_reminder: 'what the program has sent, for itself',
  partner_told: 'what the program has sent, for itself',
};

const [HOUSE, OTHER, COOPERATION] = [idFor('house'), idFor('other house'), idFor('cooperation')];
const person = { session: 's', account: idFor('me'), isAdmitted: true };
const HERE: Actor = { kind: 'account', ...person, organisations: [HOUSE] };
const BOTH: Actor = { kind: 'account', ...person, organisations: [HOUSE, OTHER] };

let database: Database;
let tables: readonly string[];

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  const { rows } = await database.sql(
    `select table_name as table, column_name as column, data_type as type from information_schema.columns
     where table_schema = 'public'`,
  );
  const known = rows.map(({ table, column }) => `${String(table)}.${String(column)}`);
  tables = [...new Set(rows.filter(({ column }) => column === 'cooperation').map(({ table }) => String(table)))];
  await fillEveryTable(database, {
    ...Object.fromEntries(
      HOLDINGS.filter(({ leadsTo, purpose }) => leadsTo === 'organisation' && purpose === 'cooperate').flatMap(
        ({ table, columns }) => columns.map((column) => [`${table}.${column}`, `'${HOUSE}'`]),
      ),
    ),
    ...Object.fromEntries(
      ['cooperation', 'agreement', 'request', 'introduction', 'review'].flatMap((thing) => [
        [`${thing}.id`, `'${idFor(thing)}'`],
        ...known.filter((name) => name.endsWith(`.${thing}`)).map((name) => [name, `'${idFor(thing)}'`]),
      ]),
    ),
    'cooperation.partners': `array['${HOUSE}'::uuid, '${OTHER}'::uuid]`,
    'introduction.third': `'${OTHER}'`,
  });
}, 120_000);
afterAll(() => database.close());

async function take(actor: Actor, own: string): Promise<Taken> {
  return database.as(actor).read(async (db: Reader) => {
    const parts: Record<string, Taken[string]> = {};
    for (const taking of TAKINGS) Object.assign(parts, await taking(db, { cooperation: COOPERATION, own }));
    return parts;
  });
}

test('every table of a cooperation comes along, or there is a reason why it does not', () => {
  const named = [...Object.keys(TAKEN), ...Object.keys(NOT_TAKEN)];
  expect(tables.filter((table) => !named.includes(table))).toEqual([]);
  expect(named.filter((table) => NOT_TAKEN[table] !== undefined && TAKEN[table] !== undefined)).toEqual([]);
});

test('a partner takes along one of each, and every list can be told', async () => {
  const parts = await take(HERE, HOUSE);
  expect(Object.keys(parts).toSorted()).toEqual([...new Set(Object.values(TAKEN))].toSorted());
  expect(Object.keys(parts).toSorted()).toEqual(Object.keys(LISTS).toSorted());
  for (const [list, things] of Object.entries(parts)) expect(things.length, list).toBe(1);
  expect(parts['requests']?.[0]).toMatchObject({ words: expect.anything(), sentOn: [expect.any(String)] });
  expect(parts['introductions']?.[0]).toMatchObject({ answers: [expect.anything()] });
  expect(parts['reviews']?.[0]).toMatchObject({ parts: [expect.anything()] });
});

test('no secret of a link and no hash of one comes along', async () => {
  const said = JSON.stringify(await take(HERE, HOUSE));
  for (const secret of ['token', 'take_up', 'takeUp']) expect(said).not.toContain(`${secret}`);
});

test('whoever is no partner takes nothing', async () => {
  const outside: Actor = { kind: 'account', ...person, organisations: [idFor('third house')] };
  for (const actor of [outside, STRANGER])
    for (const things of Object.values(await take(actor, HOUSE))) expect(things).toEqual([]);
});

test('what one has not opened yet is not taken for the other, also by somebody who speaks for both', async () => {
  await database.sql(`update cooperation_plan set shown_on = null`);
  for (const table of ['sheet', 'review_part']) await database.sql(`update "${table}" set opened_on = null`);
  await database.sql(`update introduction set told_on = null`);
  const parts = await take(BOTH, OTHER);
  for (const list of ['plans', 'sheets', 'points', 'drafts', 'introductions']) expect(parts[list], list).toEqual([]);
  expect(parts['reviews']?.[0]).toMatchObject({ parts: [] });
  const own = await take(BOTH, HOUSE);
  for (const list of ['plans', 'sheets', 'drafts', 'introductions']) expect(own[list]?.length, list).toBe(1);
});

test('who has not answered the sheet itself takes along neither what the others opened nor what was found in it', async () => {
  await database.sql(`update sheet set opened_on = '2026-11-21', done_on = '2026-11-21'`);
  const late = await take(BOTH, OTHER);
  expect([late['sheets'], late['points']]).toEqual([[], []]);
  const own = await take(BOTH, HOUSE);
  expect([own['sheets']?.length, own['points']?.length]).toEqual([1, 1]);
});
