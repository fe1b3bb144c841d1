import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSource, newClaim } from '../../test/claims.ts';
import { openTestDatabase } from '../../test/database.ts';
import { tryPeople } from '../../test/people.ts';
import { insertSource, say } from '../areas/claims/index.ts';
import { merge } from '../areas/duplicates/index.ts';
import { undoMerge } from '../areas/duplicates/undo-merge.ts';
import { acceptInvitation } from '../areas/people/accept-invitation.ts';
import { admit, revokeAdmission } from '../areas/people/admit.ts';
import { findColleagues } from '../areas/people/colleagues.ts';
import { invite } from '../areas/people/index.ts';
import { leaveRole } from '../areas/people/role-leave.ts';
import { goRoleRound } from '../areas/people/role-round.ts';
import { showRoles } from '../areas/people/show-roles.ts';
import { STRANGER, system } from '../plain/actor.ts';
import type { Context } from '../platform/context.ts';
import { NotAllowedError, NotFoundError } from '../platform/errors.ts';
import type { Database } from '../platform/database/index.ts';
import { MERGING } from './merging.ts';
import { MIGRATIONS } from './migrations.ts';
import { REGISTER } from './register.ts';

let database: Database;
let people: ReturnType<typeof tryPeople>;
let coordination: Context;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  people = tryPeople(database, '2026-11-21T09:00:00Z');
  const account = await people.account('Carla', { mail: 'carla@example.org' });
  await people.term(await people.role('coordination', null), 'holder', account);
  coordination = await people.signedIn(account);
}, 120_000);
afterAll(() => database.close());

const staff = () => ({ ...coordination, ...MERGING });

/** One that somebody speaks for, and a second entry that nobody speaks for. */
async function two(alias: string): Promise<{ readonly head: string; readonly merged: string }> {
  const [head, merged] = [await people.organisation(), await people.organisation()];
  await people.term(await people.role('organisation', head), 'holder', await people.account(alias));
  return { head, merged };
}

const inviteFor = (organisation: string) =>
  invite(staff(), {
    role: { kind: 'organisation', organisation },
    place: 'holder',
    until: null,
    mail: null,
    language: 'de',
  });

const accept = (path: string, alias: string) =>
  acceptInvitation(people.as(STRANGER), path.split('/').at(-1) ?? '', {
    device: null,
    newAccount: { alias, language: 'de', mail: null, passphrase: null },
    passkey: null,
  });

test('nobody comes to speak for an organisation by an entry that counts as it, not by an earlier invitation either', async () => {
  const { head, merged } = await two('Wilma');
  const early = await inviteFor(merged);
  await merge(staff(), { merged, head });
  await expect(inviteFor(merged)).rejects.toThrow(NotAllowedError);
  await expect(accept(early.path, 'Puppe')).rejects.toThrow(NotFoundError);
});

test('nobody is called to speak for an entry that counts as another', async () => {
  const [head, merged] = [await people.organisation(), await people.organisation()];
  await merge(staff(), { merged, head });
  await expect(inviteFor(merged)).rejects.toThrow(NotFoundError);
});

test('of merging and beginning to speak at the same moment one happens', async () => {
  const { head, merged } = await two('Xenia');
  const invited = await inviteFor(merged);
  const ends = await Promise.allSettled([merge(staff(), { merged, head }), accept(invited.path, 'Yara')]);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('whoever begins to speak between the question who speaks and the merge comes too late', async () => {
  const { head, merged } = await two('Xaver');
  const { path } = await inviteFor(merged);
  let asked = 0;
  let accepted: Promise<unknown> | null = null;
  const isHeld: typeof MERGING.isHeld = async (...whom) => {
    asked += 1;
    // Asked of both before, and in the transaction again: that nobody speaks for the one that goes is answered by now.
    if (asked === 4) {
      accepted = accept(path, 'Yorick');
      await Promise.race([accepted.catch(() => null), wait(400)]);
    }
    return MERGING.isHeld(...whom);
  };
  await merge({ ...staff(), isHeld }, { merged, head });
  await expect(accepted).rejects.toThrow(NotFoundError);
});

/** Two that somebody speaks for each, merged by one account that speaks for both. */
async function both(alias: string) {
  const { head, merged } = await two(`${alias} Eins`);
  const account = await people.account(alias);
  await people.term(await people.role('organisation', merged), 'holder', account);
  const { actor } = await people.signedIn(account);
  const own = people.as({ ...actor, organisations: [head, merged] } as typeof actor);
  await merge({ ...own, ...MERGING }, { merged, head });
  return { head, merged, speaker: await people.signedIn(account) };
}

async function accountOf(alias: string): Promise<string> {
  const { rows } = await database.sql('select id from account where alias = $1', [alias]);
  return String(rows[0]?.['id']);
}

const heldIn = (ctx: Context, organisation: string) =>
  ctx.db.read((db) => findColleagues(db, ctx.actor, { kind: 'organisation', organisation }, '2026-11-21'));

test('the page of its roles names whoever speaks under any of its ids, each to be ended where it was given', async () => {
  const { head, merged, speaker } = await both('Zora');
  const { colleagues, mine, mineAmongAll } = await heldIn(speaker, head);
  expect(colleagues.map(({ alias, role, isMe }) => `${alias} ${role.organisation} ${isMe}`).toSorted()).toEqual([
    `Zora ${merged} true`,
    `Zora Eins ${head} false`,
  ]);
  expect([mine, mineAmongAll]).toEqual([null, 'holder']);
});

test('while somebody speaks under any of its ids the network calls nobody, and whoever speaks calls others', async () => {
  const { head, merged, speaker } = await both('Ada');
  const first = (await heldIn(speaker, head)).colleagues.find(({ role }) => role.organisation === head);
  await leaveRole(await people.signedIn(await accountOf('Ada Eins')), {
    role: { kind: 'organisation', organisation: head },
    term: first?.id ?? '',
  });
  const vacant = await database.sql('select 1 from role where organisation = $1 and vacant_since is not null', [head]);
  expect(vacant.rows).toEqual([]);
  await expect(inviteFor(head)).rejects.toThrow(NotAllowedError);
  const wanted = { place: 'deputy', until: null, mail: null, language: 'de' } as const;
  const invited = await invite(speaker, { ...wanted, role: { kind: 'organisation', organisation: head } });
  expect((await accept(invited.path, 'Ada Zwei')).ok).toBe(true);
  expect((await heldIn(speaker, merged)).colleagues).toHaveLength(2);
  const all = await heldIn(await people.signedIn(await accountOf('Ada')), head);
  for (const { id, role, alias } of all.colleagues.toReversed())
    await leaveRole(await people.signedIn(await accountOf(alias ?? '')), { role, term: id });
  // Empty under both ids is told once.
  await goRoleRound(people.as(system('round')));
  const { rows } = await database.sql(
    "select content ->> 'link' as link from mail where content::text like '%vacancy%'",
  );
  expect(rows).toEqual([{ link: `/organisationen/${head}/rollen` }]);
});

const vacantIn = async (organisation: string) =>
  (await showRoles(coordination)).find(({ ref }) => ref.organisation === organisation)?.vacantSince ?? null;

test('an organisation that nobody speaks for any more once it is parted again is told as such, and no more when it is one again', async () => {
  const { head, merged } = await two('Otto');
  const spare = await people.organisation();
  const [old, other] = [await people.role('organisation', merged), await people.role('organisation', spare)];
  const [was, is] = [await people.account('Ruth'), await people.account('Rosa')];
  await people.term(old, 'holder', was);
  await people.term(other, 'holder', is);
  const own = await people.signedIn(await accountOf('Otto'));
  const both = people.as({ ...own.actor, organisations: [head, merged] } as typeof own.actor);
  const id = await merge({ ...both, ...MERGING }, { merged, head });
  const term = (await heldIn(coordination, merged)).colleagues.find(({ role }) => role.organisation === merged)?.id;
  await leaveRole(await people.signedIn(was), {
    role: { kind: 'organisation', organisation: merged },
    term: term ?? '',
  });
  await goRoleRound(people.as(system('round')));
  expect(await vacantIn(head)).toBeNull();
  await undoMerge(staff(), { merge: id });
  const mails = await people.count('mail');
  await goRoleRound(people.as(system('round')));
  await goRoleRound(people.as(system('round')));
  expect([await vacantIn(head), await vacantIn(merged)]).toEqual([null, coordination.clock.now()]);
  expect((await people.count('mail')) - mails).toBe(1);
  await database.sql('update subject set forwarded_to = $1 where id = $2', [spare, merged]);
  await goRoleRound(people.as(system('round')));
  const { rows } = await database.sql('select vacant_since from role where id = $1', [old]);
  expect(rows).toEqual([{ vacant_since: null }]);
});

test('the list of all roles has one line for what counts as one, with everybody who speaks for it', async () => {
  const { head, merged, speaker } = await both('Vera');
  const lines = (await showRoles(speaker)).filter(({ ref }) => [head, merged].includes(ref.organisation ?? ''));
  expect(
    lines.map(({ ref, places }) => [ref.organisation, places.map(({ alias }) => String(alias)).toSorted()]),
  ).toEqual([[head, ['Vera', 'Vera Eins']]]);
});

test('who is no longer admitted is so under none of its ids', async () => {
  const { head, merged, speaker } = await both('Ida');
  await database.sql("insert into admission (organisation, admitted_on) values ($1, '2026-01-01')", [merged]);
  await admit(coordination, head);
  await revokeAdmission(coordination, head);
  const { rows } = await database.sql('select 1 from admission where organisation in ($1, $2)', [head, merged]);
  expect([rows.length, speaker.actor]).toMatchObject([0, { organisations: [head, merged] }]);
});

test('what an organisation said to few is not opened for another by a merge, also when nobody speaks for it any more', async () => {
  const { head, merged } = await two('Olga');
  const at = coordination.clock.now();
  await people.as(system('test')).db.write(async (tx) => {
    const source = await insertSource(tx, aSource(at, { kind: 'own', speaker: merged, licence: 'own' }), 0);
    const said = { subject: merged, field: 'phone', value: '+493711234567', source, saidAt: at };
    await say(tx, REGISTER, { claims: [newClaim({ ...said, sourceKind: 'own', scope: 'own' })], at });
  });
  await expect(merge(staff(), { merged, head })).rejects.toThrow(NotAllowedError);
  await merge(staff(), { merged: await people.organisation(), head: merged });
});
