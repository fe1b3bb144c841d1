import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { ConflictError, NotAllowedError, NotFoundError } from '../../platform/errors.ts';
import type { Database } from '../../platform/database/index.ts';
import { STRANGER, system } from '../../plain/actor.ts';
import { saying } from '../../plain/words.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { appoint } from './appoint.ts';
import { handOver } from './hand-over.ts';
import { cancelHandOver } from './hand-over-cancel.ts';
import { confirmHandOver } from './hand-over-confirm.ts';
import type { OpenItems } from './hand-over-items.ts';
import { lookAtInvitation } from './invite-open.ts';
import { removeAccount } from './remove-account.ts';
import type { RoleRef } from './role.ts';
import { goRoleRound } from './role-round.ts';
import { findHandOver } from './store-hand-over.ts';
import { findRole } from './store-role.ts';
import { tryPeople } from '../../../test/people.ts';

const TODAY = '2026-11-21';
let database: Database;
let people: ReturnType<typeof tryPeople>;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  people = tryPeople(database, `${TODAY}T09:00:00Z`);
});
afterAll(() => database.close());

const nothing: OpenItems = () => Promise.resolve([]);
const lists: OpenItems = () =>
  Promise.resolve([{ key: 'lists', told: saying('people.handOver.item.invitations', { count: 1 }), href: '/listen' }]);

/** An organisation with a holder and a deputy who have both signed in. */
async function house(name: string) {
  const organisation = await people.organisation();
  const role: RoleRef = { kind: 'organisation', organisation };
  const put = async (place: 'holder' | 'deputy', alias: string, mail: string | null = null) => {
    const account = await people.account(alias, { mail });
    const term = { ...role, place, account, from: '2026-01-01', until: null };
    await database.as(system('test')).write((tx) => appoint(tx, term, people.clock.now(), 'system'));
    return { account, ctx: await people.signedIn(account) };
  };
  const holder = await put('holder', `${name} geht`);
  const deputy = await put('deputy', `${name} kommt`, `${name.toLowerCase()}@example.org`);
  const found = await holder.ctx.db.read((db) => findRole(db, role));
  const standing = async () => {
    const { rows } = await database.sql(
      `select place, alias, until_day from role_term join account on account.id = account
        where role = $1 and ended_on is null order by place desc`,
      [found?.id],
    );
    return rows.map(({ place, alias }) => `${String(place)} ${String(alias)}`);
  };
  return { organisation, role, id: found?.id ?? '', holder, deputy, standing };
}

const plan = (role: RoleRef, day: string, to: 'deputy' | 'invited' = 'deputy', done: readonly string[] = []) => ({
  role,
  day,
  to,
  done,
  language: 'de',
});
const roundOn = async (day: string) => {
  const then = tryPeople(database, `${day}T01:00:00Z`);
  await goRoleRound(then.as(system('round')));
};

test('a role changes hands on the agreed day once both have said yes, and the old name is nowhere', async () => {
  const { organisation, role, id, holder, deputy, standing } = await house('Wandel');
  expect((await handOver(holder.ctx, nothing, plan(role, '2026-12-01'))).ok).toBe(true);
  await roundOn('2026-11-25');
  expect(await standing()).toEqual(['holder Wandel geht', 'deputy Wandel kommt']);
  expect(await confirmHandOver(deputy.ctx, id)).toBe('2026-12-01');
  await roundOn('2026-11-30');
  expect(await standing()).toEqual(['holder Wandel geht', 'deputy Wandel kommt']);
  await roundOn('2026-12-01');
  await roundOn('2026-12-01');
  expect(await standing()).toEqual(['holder Wandel kommt']);
  expect((await people.acts(organisation)).slice(2)).toEqual([
    'role.handOverAsked organisation',
    'role.ended organisation',
    'role.handedOver organisation',
  ]);
  expect((await people.signedIn(holder.account)).actor).toMatchObject({ organisations: [] });
  for (const table of ['role_term', 'hand_over', 'invitation', 'chain_note', 'mail']) {
    const { rows } = await database.sql(`select t::text as line from ${table} t`);
    for (const { line } of rows) {
      expect(String(line)).not.toContain('Wandel geht');
      expect(String(line)).not.toContain(holder.account);
    }
  }
});

test('a session that lies about open hands nothing over', async () => {
  const { role, holder, standing } = await house('Offen');
  const later = tryPeople(database, `${TODAY}T09:15:01Z`);
  const open = later.as(holder.ctx.actor);
  await expect(handOver(open, nothing, plan(role, TODAY, 'invited'))).rejects.toThrow(ConflictError);
  expect(await standing()).toEqual(['holder Offen geht', 'deputy Offen kommt']);
});

test('agreed for today it changes at once', async () => {
  const { role, id, holder, deputy, standing } = await house('Heute');
  await handOver(holder.ctx, nothing, plan(role, TODAY));
  await confirmHandOver(deputy.ctx, id);
  expect(await standing()).toEqual(['holder Heute kommt']);
});

test('what nobody confirmed changes nothing, and is forgotten after its day', async () => {
  const { role, id, holder, standing } = await house('Stille');
  await handOver(holder.ctx, nothing, plan(role, '2026-12-01'));
  await roundOn('2026-12-02');
  expect(await standing()).toEqual(['holder Stille geht', 'deputy Stille kommt']);
  expect(await holder.ctx.db.read((db) => findHandOver(db, id))).toBeNull();
});

test('either side calls it off before the day, also after both have said yes', async () => {
  const { role, id, holder, deputy, standing } = await house('Doch');
  for (const side of [holder, deputy]) {
    await handOver(holder.ctx, nothing, plan(role, '2026-12-01'));
    await confirmHandOver(deputy.ctx, id);
    await cancelHandOver(side.ctx, id);
    await roundOn('2026-12-03');
    expect(await standing()).toEqual(['holder Doch geht', 'deputy Doch kommt']);
    await expect(confirmHandOver(deputy.ctx, id)).rejects.toThrow(NotFoundError);
  }
});

test('every open point has to be talked about, and the day has to come', async () => {
  const { role, holder } = await house('Punkte');
  const fields = async (day: string, done: readonly string[]) => {
    const answer = await handOver(holder.ctx, lists, plan(role, day, 'deputy', done));
    return answer.ok ? [] : answer.issue.map(({ field }) => field);
  };
  expect(await fields('2026-12-01', [])).toEqual(['done']);
  expect(await fields('2026-11-20', ['lists'])).toEqual(['day']);
  expect(await fields('2026-02-30', ['lists'])).toEqual(['day']);
  expect(await fields('2028-01-01', ['lists'])).toEqual(['day']);
  expect(await fields('2026-12-01', ['lists'])).toEqual([]);
});

test('handed over by invitation, the newcomer holds it from the agreed day', async () => {
  const { role, id, holder, standing } = await house('Gast');
  const asked = await handOver(holder.ctx, nothing, plan(role, '2026-12-01', 'invited'));
  const key = asked.ok && asked.value !== null ? (asked.value.path.split('/').at(-1) ?? '') : '';
  const newAccount = { alias: 'Gast neu', language: 'de', mail: null, passphrase: null };
  const accepted = await acceptInvitation(people.as(STRANGER), key, { device: null, newAccount, passkey: null });
  expect(accepted.ok && accepted.value.from).toBe('2026-12-01');
  expect(await standing()).toEqual(['holder Gast geht', 'deputy Gast kommt']);
  await roundOn('2026-12-01');
  expect(await standing()).toEqual(['holder Gast neu', 'deputy Gast kommt']);
  expect(await holder.ctx.db.read((db) => findHandOver(db, id))).toBeNull();
});

test('called off, its invitation opens nothing', async () => {
  const { role, id, holder } = await house('Zu');
  const asked = await handOver(holder.ctx, nothing, plan(role, '2026-12-01', 'invited'));
  const key = asked.ok && asked.value !== null ? (asked.value.path.split('/').at(-1) ?? '') : '';
  await cancelHandOver(holder.ctx, id);
  expect(await lookAtInvitation(people.as(STRANGER), key)).toBeNull();
});

test('only the holder hands over, only the receiver confirms, nobody else even sees it', async () => {
  const one = await house('Eins');
  const other = await house('Ander');
  await expect(handOver(one.deputy.ctx, nothing, plan(one.role, '2026-12-01'))).rejects.toThrow(NotAllowedError);
  await expect(handOver(other.holder.ctx, nothing, plan(one.role, '2026-12-01'))).rejects.toThrow(NotAllowedError);
  await handOver(one.holder.ctx, nothing, plan(one.role, '2026-12-01'));
  await expect(confirmHandOver(one.holder.ctx, one.id)).rejects.toThrow(NotAllowedError);
  const operator = people.as({ kind: 'operator', session: 's' });
  for (const outside of [other.holder.ctx, operator, people.as(STRANGER)]) {
    await expect(confirmHandOver(outside, one.id)).rejects.toThrow(NotFoundError);
    await expect(cancelHandOver(outside, one.id)).rejects.toThrow(NotFoundError);
  }
});

test('whoever is called to the empty place keeps it, whatever was agreed with the one before', async () => {
  const { role, id, holder, deputy, standing } = await house('Leerstelle');
  await handOver(holder.ctx, nothing, plan(role, '2026-12-01'));
  await confirmHandOver(deputy.ctx, id);
  await database.as(system('test')).write((tx) => removeAccount(tx, holder.account, 'system', people.clock.now()));
  const next = await people.account('Leerstelle neu');
  const term = { ...role, place: 'holder', account: next, from: TODAY, until: null } as const;
  await database.as(system('test')).write((tx) => appoint(tx, term, people.clock.now(), 'organisation'));
  await roundOn('2026-12-01');
  expect(await standing()).toEqual(['holder Leerstelle neu', 'deputy Leerstelle kommt']);
});

test('if the holder leaves in between, what was agreed still happens; if the receiver leaves, nothing does', async () => {
  const goes = await house('Frueher');
  await handOver(goes.holder.ctx, nothing, plan(goes.role, '2026-12-01'));
  await confirmHandOver(goes.deputy.ctx, goes.id);
  await remove(goes.holder.account);
  await roundOn('2026-12-01');
  expect(await goes.standing()).toEqual(['holder Frueher kommt']);
  const stays = await house('Bleibt');
  await handOver(stays.holder.ctx, nothing, plan(stays.role, '2026-12-01'));
  await confirmHandOver(stays.deputy.ctx, stays.id);
  await remove(stays.deputy.account);
  await roundOn('2026-12-01');
  expect(await stays.standing()).toEqual(['holder Bleibt geht']);
});

async function remove(account: string): Promise<void> {
  await database.as(system('test')).write((tx) => removeAccount(tx, account, 'organisation', people.clock.now()));
}
