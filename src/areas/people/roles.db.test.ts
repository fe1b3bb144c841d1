import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { ConflictError, NotAllowedError, NotFoundError } from '../../platform/errors.ts';
import type { Database } from '../../platform/database/index.ts';
import { hashOf } from '../../platform/http/index.ts';
import { STRANGER, system, type Actor } from '../../plain/actor.ts';
import { acceptInvitation, type Who } from './accept-invitation.ts';
import { admit, revokeAdmission } from './admit.ts';
import { appoint } from './appoint.ts';
import { findColleagues } from './colleagues.ts';
import { invite, type Invited } from './invite.ts';
import { readInvitationCode, lookAtInvitation } from './invite-open.ts';
import { revokeInvitation } from './invite-revoke.ts';
import { renewRescueWords } from './rescue-words.ts';
import { removeAccount } from './remove-account.ts';
import { COORDINATION, type Place, type RoleRef } from './role.ts';
import { leaveRole } from './role-leave.ts';
import { findInvitations } from './store-invitation.ts';
import { tryPeople } from '../../../test/people.ts';

const TODAY = '2026-11-21';
let database: Database;
let people: ReturnType<typeof tryPeople>;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  people = tryPeople(database, `${TODAY}T09:00:00Z`);
});
afterAll(() => database.close());

const work = () => database.as(system('test'));
const mine: Who = { device: null, mine: true };
const newcomer = (alias: string): Who => ({
  device: null,
  newAccount: { alias, language: 'de', mail: null, passphrase: null },
  passkey: null,
});
const keyOf = ({ path }: Invited): string => path.split('/').at(-1) ?? '';
const voice = (organisation: string): RoleRef => ({ kind: 'organisation', organisation });
const wanted = (role: RoleRef, place: Place) => ({ role, place, until: null, mail: null, language: 'de' });

async function held(
  role: RoleRef,
  place: Place,
  alias: string,
  mail: string | null = null,
  until: string | null = null,
) {
  const account = await people.account(alias, { mail });
  await work().write((tx) =>
    appoint(tx, { ...role, place, account, from: '2026-01-01', until }, people.clock.now(), 'system'),
  );
  return account;
}

const firstEntrance = () => people.as({ kind: 'operator', session: 's' });

/** Every text in every table, to look for a name in it. */
async function everything(): Promise<string> {
  const { rows } = await database.sql("select tablename from pg_tables where schemaname = 'public'");
  const texts = rows.map(async ({ tablename }) => {
    const found = await database.sql(`select t::text as line from "${String(tablename)}" t`);
    return found.rows.map(({ line }) => String(line)).join('\n');
  });
  return (await Promise.all(texts)).join('\n');
}

test('the operator invites the coordination, the coordination an organisation, its holder a deputy', async () => {
  const house = await people.organisation();
  const toCoordination = await invite(firstEntrance(), wanted(COORDINATION, 'holder'));
  const asStranger = people.as(STRANGER);
  expect((await acceptInvitation(asStranger, keyOf(toCoordination), newcomer('Kuppel Eins'))).ok).toBe(true);
  const [coordinator] = await accountsNamed('Kuppel Eins');
  const coordination = await people.signedIn(coordinator ?? '');
  expect(coordination.actor.kind).toBe('coordination');
  const toVoice = await invite(coordination, wanted(voice(house), 'holder'));
  expect((await acceptInvitation(asStranger, keyOf(toVoice), newcomer('Stimme Eins'))).ok).toBe(true);
  const holder = await people.signedIn((await accountsNamed('Stimme Eins'))[0] ?? '');
  expect(holder.actor).toMatchObject({ kind: 'account', organisations: [house] });
  const toDeputy = await invite(holder, wanted(voice(house), 'deputy'));
  expect((await acceptInvitation(asStranger, keyOf(toDeputy), newcomer('Stimme Zwei'))).ok).toBe(true);
  expect(await people.acts(house)).toEqual([
    'role.invited coordination',
    'role.appointed coordination',
    'role.invited organisation',
    'role.appointed organisation',
  ]);
  // Once somebody speaks, nobody is put beside them from above.
  await expect(invite(coordination, wanted(voice(house), 'deputy'))).rejects.toThrow(NotAllowedError);
  const seenByKeepers = await coordination.db.read((db) => findColleagues(db, coordination.actor, voice(house), TODAY));
  expect(seenByKeepers.colleagues.map(({ alias, from }) => [alias, from])).toEqual([
    [null, TODAY],
    [null, TODAY],
  ]);
  const seenByHolder = await holder.db.read((db) => findColleagues(db, holder.actor, voice(house), TODAY));
  expect(seenByHolder.colleagues.map(({ alias }) => alias)).toEqual(['Stimme Eins', 'Stimme Zwei']);
});

test('what the network had invited to ends when somebody speaks for the organisation', async () => {
  const house = await people.organisation();
  const coordination = await people.signedIn((await accountsNamed('Kuppel Eins'))[0] ?? '');
  const [toHolder, toDeputy] = [
    await invite(coordination, wanted(voice(house), 'holder')),
    await invite(coordination, wanted(voice(house), 'deputy')),
  ];
  const stranger = people.as(STRANGER);
  expect((await acceptInvitation(stranger, keyOf(toHolder), newcomer('Erste Stimme'))).ok).toBe(true);
  expect(await acceptInvitation(stranger, keyOf(toDeputy), newcomer('Von oben'))).toMatchObject({ ok: false });
  const holder = await people.signedIn((await accountsNamed('Erste Stimme'))[0] ?? '');
  const own = await invite(holder, wanted(voice(house), 'deputy'));
  expect((await acceptInvitation(stranger, keyOf(own), newcomer('Zweite Stimme'))).ok).toBe(true);
});

test('the network never lets itself speak for an organisation', async () => {
  const house = await people.organisation();
  const coordination = await people.signedIn((await accountsNamed('Kuppel Eins'))[0] ?? '');
  const invited = await invite(coordination, wanted(voice(house), 'holder'));
  await expect(acceptInvitation(coordination, keyOf(invited), mine)).rejects.toThrow(NotAllowedError);
  await expect(acceptInvitation(firstEntrance(), keyOf(invited), newcomer('Leise'))).rejects.toThrow(NotAllowedError);
  expect(await accountsNamed('Leise')).toEqual([]);
  // Refused is not used up.
  expect(await lookAtInvitation(people.as(STRANGER), keyOf(invited))).not.toBeNull();
});

test('an account of another organisation can neither invite nor see who stands where', async () => {
  const house = await people.organisation();
  const other = await people.organisation();
  await held(voice(house), 'holder', 'Haus Alt');
  const neighbour = await people.signedIn(await held(voice(other), 'holder', 'Nachbar Alt'));
  await expect(invite(neighbour, wanted(voice(house), 'deputy'))).rejects.toThrow(NotAllowedError);
  const seen = await neighbour.db.read((db) => findColleagues(db, neighbour.actor, voice(house), TODAY));
  expect(seen).toEqual({ role: null, mine: null, mineAmongAll: null, colleagues: [] });
  await expect(invite(people.as(STRANGER), wanted(voice(house), 'deputy'))).rejects.toThrow(NotAllowedError);
});

test('two at once accept one invitation: one gets it', async () => {
  const house = await people.organisation();
  const coordination = await people.signedIn((await accountsNamed('Kuppel Eins'))[0] ?? '');
  const invited = await invite(coordination, wanted(voice(house), 'holder'));
  const tries = ['Gleich Eins', 'Gleich Zwei'].map((alias) =>
    acceptInvitation(people.as(STRANGER), keyOf(invited), newcomer(alias)),
  );
  const done = await Promise.all(tries);
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  // Whoever came too late has left nothing behind.
  expect(await accountsNamed('Gleich Eins', 'Gleich Zwei')).toHaveLength(1);
});

test('looking does not use an invitation up; used, taken back, expired and made-up ones answer the same', async () => {
  const house = await people.organisation();
  const coordination = await people.signedIn((await accountsNamed('Kuppel Eins'))[0] ?? '');
  const stranger = people.as(STRANGER);
  const gone = { ok: false, issue: { key: 'people.invite.gone' } };
  const used = await invite(coordination, wanted(voice(house), 'holder'));
  expect(await lookAtInvitation(stranger, keyOf(used))).not.toBeNull();
  expect(await lookAtInvitation(stranger, keyOf(used))).not.toBeNull();
  const back = await invite(coordination, wanted(voice(house), 'deputy'));
  const role = await roleOf(house);
  const both = await coordination.db.read((db) => findInvitations(db, role, people.clock.now()));
  const open = both.find(({ place }) => place === 'deputy');
  await revokeInvitation(coordination, open?.id ?? '');
  expect(await acceptInvitation(stranger, keyOf(back), newcomer('Blick Zwei'))).toEqual(gone);
  expect((await acceptInvitation(stranger, keyOf(used), newcomer('Blick Eins'))).ok).toBe(true);
  expect(await acceptInvitation(stranger, keyOf(used), newcomer('Blick Zwei'))).toEqual(gone);
  const holder = await people.signedIn((await accountsNamed('Blick Eins'))[0] ?? '');
  const late = await invite(holder, wanted(voice(house), 'deputy'));
  const then = tryPeople(database, '2026-12-05T09:00:00Z');
  expect(await acceptInvitation(then.as(STRANGER), keyOf(late), newcomer('Blick Zwei'))).toEqual(gone);
  expect(await acceptInvitation(stranger, 'made-up', newcomer('Blick Zwei'))).toEqual(gone);
  await expect(revokeInvitation(people.as(STRANGER), open?.id ?? '')).rejects.toThrow(NotFoundError);
});

test('a role that an open telephone accepts makes nobody its owner: the new session is no fresher', async () => {
  const house = await people.organisation();
  const coordination = await people.signedIn((await accountsNamed('Kuppel Eins'))[0] ?? '');
  const invited = await invite(coordination, wanted(voice(house), 'holder'));
  const open = await people.signedIn(await people.account('Offenes Telefon'));
  const later = tryPeople(database, `${TODAY}T09:20:00Z`);
  const accepted = await acceptInvitation(later.as(open.actor), keyOf(invited), mine);
  const { rows } = await database.sql('select id from session where token_hash = $1', [
    hashOf(accepted.ok ? accepted.value.session.token : ''),
  ]);
  const now = later.as({ ...open.actor, session: String(rows[0]?.['id']) } as Actor);
  await expect(renewRescueWords(now)).rejects.toThrow(ConflictError);
});

test('six words open the same; guessing them is slowed down, and keeps nobody out', async () => {
  const house = await people.organisation();
  const coordination = await people.signedIn((await accountsNamed('Kuppel Eins'))[0] ?? '');
  const invited = await invite(coordination, wanted(voice(house), 'holder'));
  const stranger = people.as(STRANGER);
  const typed = invited.code.map((word) => word.toUpperCase().slice(0, 4)).join(' - ');
  const opened = await readInvitationCode(stranger, typed);
  expect(opened.ok && opened.value.invitation.role.organisation).toBe(house);
  const guess = [invited.code[0], 'abend', 'abend', 'abend', 'abend', 'abend'].join(' ');
  for (let tries = 0; tries < 6; tries += 1) await readInvitationCode(stranger, guess);
  const slowed = await readInvitationCode(stranger, guess);
  expect(slowed.ok ? '' : slowed.issue.key).toMatch(/^people\.signIn\.wait\./);
  expect((await readInvitationCode(stranger, typed)).ok).toBe(true);
  if (opened.ok) expect((await acceptInvitation(stranger, opened.value.key, newcomer('Wort Eins'))).ok).toBe(true);
});

test('at the end of a term the name is nowhere any more, and what it had invited to opens nothing', async () => {
  const house = await people.organisation();
  const account = await held(voice(house), 'holder', 'Abschied Siebzehn');
  await held(voice(house), 'deputy', 'Bleibt Da');
  const holder = await people.signedIn(account);
  const { colleagues, role } = await holder.db.read((db) => findColleagues(db, holder.actor, voice(house), TODAY));
  const deputyTerm = colleagues.find(({ place }) => place === 'deputy')?.id ?? '';
  await leaveRole(holder, { role: voice(house), term: deputyTerm });
  const open = await invite(holder, wanted(voice(house), 'deputy'));
  const term = colleagues.find(({ place }) => place === 'holder')?.id ?? '';
  await leaveRole(holder, { role: voice(house), term });
  expect(await lookAtInvitation(people.as(STRANGER), keyOf(open))).toBeNull();
  const { rows } = await database.sql('select * from role_term where role = $1', [role?.id]);
  expect(rows.map((row) => [row['account'], row['ended_on']])).toEqual([
    [null, TODAY],
    [null, TODAY],
  ]);
  const again = await people.signedIn(account);
  expect(again.actor).toMatchObject({ organisations: [] });
  await work().write((tx) => removeAccount(tx, account, 'organisation', people.clock.now()));
  const all = await everything();
  expect(all).not.toContain('Abschied');
  expect(all).not.toContain(account);
});

test('a deputy cannot end the holder, and nobody from outside ends anybody', async () => {
  const house = await people.organisation();
  await held(voice(house), 'holder', 'Fest Eins');
  const deputy = await people.signedIn(await held(voice(house), 'deputy', 'Fest Zwei'));
  const { colleagues } = await deputy.db.read((db) => findColleagues(db, deputy.actor, voice(house), TODAY));
  const term = colleagues.find(({ place }) => place === 'holder')?.id ?? '';
  await expect(leaveRole(deputy, { role: voice(house), term })).rejects.toThrow(NotAllowedError);
  for (const outside of [firstEntrance(), people.as(STRANGER)])
    await expect(leaveRole(outside, { role: voice(house), term })).rejects.toThrow(NotAllowedError);
  // A term of another role cannot be ended by naming one's own role.
  const other = await people.organisation();
  const neighbour = await people.signedIn(await held(voice(other), 'holder', 'Fest Drei'));
  await expect(leaveRole(neighbour, { role: voice(other), term })).rejects.toThrow(NotFoundError);
});

test('whom the network ends after weeks of silence is out everywhere, and the organisation sees it', async () => {
  const house = await people.organisation();
  const gone = await held(voice(house), 'holder', 'Lange Weg');
  const theirs = await people.signedIn(gone);
  await database.sql("update account set seen_on = '2026-09-01' where id = $1", [gone]);
  const coordination = await people.signedIn((await accountsNamed('Kuppel Eins'))[0] ?? '');
  const { colleagues } = await theirs.db.read((db) => findColleagues(db, theirs.actor, voice(house), TODAY));
  await leaveRole(coordination, { role: voice(house), term: colleagues[0]?.id ?? '' });
  const { rows } = await database.sql('select id from session where account = $1', [gone]);
  expect(rows).toEqual([]);
  expect(await people.acts(house)).toContain('sessions.ended coordination');
});

test('the coordination confirms an organisation in the network, and it counts at the next request', async () => {
  const house = await people.organisation();
  const coordination = await people.signedIn((await accountsNamed('Kuppel Eins'))[0] ?? '');
  await expect(admit(coordination, house)).rejects.toThrow(/people.admission.nobody/);
  const account = await held(voice(house), 'holder', 'Neu Im Netz');
  const before = await people.signedIn(account);
  expect(before.actor).toMatchObject({ isAdmitted: false });
  await expect(admit(before, house)).rejects.toThrow(NotAllowedError);
  await admit(coordination, house);
  await admit(coordination, house);
  expect((await people.signedIn(account)).actor).toMatchObject({ isAdmitted: true });
  await revokeAdmission(coordination, house);
  expect((await people.signedIn(account)).actor).toMatchObject({ isAdmitted: false });
  expect((await people.acts(house)).slice(-2)).toEqual([
    'organisation.admitted coordination',
    'organisation.admissionEnded coordination',
  ]);
});

test('strangers and neighbours read no invitation and no hand-over, whatever they ask the database', async () => {
  const neighbour = await people.signedIn((await accountsNamed('Nachbar Alt'))[0] ?? '');
  for (const ctx of [people.as(STRANGER), neighbour]) {
    const seen = await ctx.db.read((db) => db.selectFrom('invitation').select('id').execute());
    expect(seen).toEqual([]);
    await expect(ctx.db.write((tx) => tx.deleteFrom('invitation').returning('id').execute())).resolves.toEqual([]);
  }
});

async function accountsNamed(...aliases: readonly string[]): Promise<readonly string[]> {
  const { rows } = await database.sql('select id from account where alias = any($1)', [aliases]);
  return rows.map(({ id }) => String(id));
}

async function roleOf(organisation: string): Promise<string> {
  const { rows } = await database.sql('select id from role where organisation = $1', [organisation]);
  return String(rows[0]?.['id']);
}
