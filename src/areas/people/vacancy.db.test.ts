import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { tryPeople } from '../../../test/people.ts';
import type { Database } from '../../platform/database/index.ts';
import { system } from '../../plain/actor.ts';
import { dayOf } from '../../plain/time.ts';
import { appoint } from './appoint.ts';
import { endTermsOf } from './end-term.ts';
import { COORDINATION, OPERATOR, type Place, type RoleRef } from './role.ts';
import { goRoleRound } from './role-round.ts';

let there: Database;
const voice = (organisation: string): RoleRef => ({ kind: 'organisation', organisation });

beforeAll(async () => {
  there = await openTestDatabase(MIGRATIONS);
});
afterAll(() => there.close());

test('a role without holder and deputy is told to the network, once, and without a name', async () => {
  const own = tryPeople(there, '2026-11-21T09:00:00Z');
  const write = there.as(system('test'));
  const put = async (role: RoleRef, place: Place, alias: string, mail: string | null, until: string | null) => {
    const account = await own.account(alias, { mail });
    const term = { ...role, place, account, from: '2026-01-01', until };
    await write.write((tx) => appoint(tx, term, own.clock.now(), 'system'));
    return account;
  };
  const house = await own.organisation();
  const coordinator = await put(COORDINATION, 'holder', 'Mond Eins', 'mond@example.org', null);
  await put(OPERATOR, 'holder', 'Mond Zwei', 'sterne@example.org', null);
  // Scenario 2: the holder leaves on 31.03., the deputy bridges until 15.05.
  const holder = await put(voice(house), 'holder', 'Mond Drei', null, '2027-04-01');
  await put(voice(house), 'deputy', 'Mond Vier', null, '2027-05-16');
  const at = async (day: string) => {
    const then = tryPeople(there, `${day}T03:00:00Z`);
    await goRoleRound(then.as(system('round')));
    await goRoleRound(then.as(system('round')));
    const { rows } = await there.sql('select vacant_since from role where organisation = $1', [house]);
    const since = rows[0]?.['vacant_since'];
    return { since: since instanceof Date ? dayOf(since) : null, mails: await own.count('mail') };
  };
  expect(await at('2027-03-31')).toEqual({ since: null, mails: 0 });
  // The end counts at once, before any round.
  const before = tryPeople(there, '2027-04-01T00:00:01Z');
  expect((await before.signedIn(holder)).actor).toMatchObject({ organisations: [] });
  expect(await at('2027-05-15')).toEqual({ since: null, mails: 0 });
  expect(await at('2027-05-16')).toEqual({ since: '2027-05-16', mails: 1 });
  expect(await at('2027-05-20')).toEqual({ since: '2027-05-16', mails: 1 });
  const { rows } = await there.sql('select receiver, content::text as content from mail');
  expect(rows[0]?.['receiver']).toBe('mond@example.org');
  expect(String(rows[0]?.['content'])).not.toContain('Mond');
  // The coordination itself: the operator hears of it.
  await write.write((tx) => endTermsOf(tx, coordinator, 'system', own.clock.now()));
  const told = await there.sql("select receiver from mail where content::text like '%vacancy.mail.coordination%'");
  expect(told.rows.map(({ receiver }) => receiver)).toEqual(['sterne@example.org']);
  await put(voice(house), 'holder', 'Mond Neu', null, null);
  expect((await there.sql('select vacant_since from role where organisation = $1', [house])).rows[0]).toEqual({
    vacant_since: null,
  });
});
