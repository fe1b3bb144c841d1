import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { STRANGER } from '../../plain/actor.ts';
import type { Context } from '../../platform/context.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import type { Database } from '../../platform/database/index.ts';
import { createAccount } from './create-account.ts';
import { bringsPasskey, readNewPasskey } from './passkey-made.ts';
import { askToBegin, askToRegister, askToSignIn } from './passkey-options.ts';
import { keepPasskey, registerPasskey } from './passkey-register.ts';
import { removePasskey } from './passkey-remove.ts';
import { renamePasskey } from './passkey-rename.ts';
import { signInByPasskey } from './passkey-sign-in.ts';
import { findPasskeysOf } from './store-passkey.ts';
import { tryDevice, type TryDevice } from '../../../test/device.ts';
import { tryPeople } from '../../../test/people.ts';

const SITE = { origin: 'https://netz.example.org', name: 'Rhönau' };
const AT = { site: SITE, device: 'Firefox, Android' };
const START = '2026-11-21T20:00:00Z';
let database: Database;
let people: ReturnType<typeof tryPeople>;
let stranger: Context;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  people = tryPeople(database, START);
  stranger = people.as(STRANGER);
});
afterAll(() => database.close());

/** Somebody new with a passkey on a device, and perhaps a passphrase. */
async function somebody(alias: string, passphrase: string | null = null, mail: string | null = null) {
  people.clock.turn(START);
  const account = await people.account(alias, { passphrase, mail });
  const ctx = await people.signedIn(account);
  const device = tryDevice(SITE.origin);
  const asked = await askToRegister(ctx, SITE);
  const made = form(asked.ceremony, device.make(asked.options.challenge));
  expect(await registerPasskey(ctx, made, AT)).toEqual({ ok: true, value: null });
  return { account, ctx, device, made, handle: asked.options.user.id };
}

const form = (passkeyCeremony: string, passkeyAnswer: string) => ({ passkeyCeremony, passkeyAnswer });

async function signIn(device: TryDevice, wish: Parameters<TryDevice['show']>[1] = {}) {
  const { ceremony, options } = await askToSignIn(stranger, SITE);
  return signInByPasskey(stranger, form(ceremony, device.show(options.challenge, wish)), AT);
}

const refused = (key: string) => ({ ok: false, issue: { key: `people.passkey.${key}` } });

test('a passkey that was registered opens a session of its account', async () => {
  const { account, device, handle } = await somebody('Ahorn 1');
  expect(await signIn(device, { handle, counter: 1 })).toMatchObject({ ok: true });
  const { rows } = await database.sql('select device from session where account = $1 order by created_at', [account]);
  expect(rows.at(-1)).toEqual({ device: 'Firefox, Android' });
});

test('a question is answered once, within five minutes, and only for what it asks', async () => {
  const { device, made, ctx } = await somebody('Ahorn 2');
  expect(await registerPasskey(ctx, made, AT)).toEqual(refused('late'));
  const asked = await askToSignIn(stranger, SITE);
  const answer = form(asked.ceremony, device.show(asked.options.challenge));
  expect(await registerPasskey(ctx, answer, AT)).toEqual(refused('failed'));
  expect(await signInByPasskey(stranger, answer, AT)).toMatchObject({ ok: true });
  expect(await signInByPasskey(stranger, answer, AT)).toEqual(refused('late'));
  const late = await askToSignIn(stranger, SITE);
  people.clock.turn('2026-11-21T20:05:01Z');
  expect(await signInByPasskey(stranger, form(late.ceremony, device.show(late.options.challenge)), AT)).toEqual(
    refused('late'),
  );
});

test('an answer to another question, for another site or of another device opens nothing', async () => {
  const { device, handle } = await somebody('Ahorn 3');
  const [one, other] = [await askToSignIn(stranger, SITE), await askToSignIn(stranger, SITE)];
  const crossed = form(one.ceremony, device.show(other.options.challenge));
  expect(await signInByPasskey(stranger, crossed, AT)).toEqual(refused('failed'));
  expect(await signIn(device, { origin: 'https://evil.example' })).toEqual(refused('failed'));
  expect(await signIn(tryDevice(SITE.origin))).toEqual(refused('unknown'));
  expect(await signIn(device, { handle: 'AAAA' })).toEqual(refused('failed'));
  expect(await signIn(device, { handle })).toMatchObject({ ok: true });
  for (const passkeyAnswer of ['', '{', '{}', '[]', 'null'])
    expect(await signInByPasskey(stranger, { passkeyCeremony: 'x', passkeyAnswer }, AT)).toEqual(refused('failed'));
});

test('a counter that does not go forward is refused, also to two at once', async () => {
  const { device } = await somebody('Ahorn 4');
  expect(await signIn(device, { counter: 7 })).toMatchObject({ ok: true });
  expect(await signIn(device, { counter: 7 })).toEqual(refused('failed'));
  expect(await signIn(device, { counter: 3 })).toEqual(refused('failed'));
  expect(await signIn(device, { counter: 0 })).toEqual(refused('failed'));
  const both = await Promise.all([signIn(device, { counter: 8 }), signIn(device, { counter: 8 })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('for the coordination, the operator and a second step the device has to be unlocked', async () => {
  const coordination = await somebody('Ahorn 5');
  expect(await signIn(coordination.device, { isUnlocked: false })).toMatchObject({ ok: true });
  await people.term(await people.role('coordination', null), 'holder', coordination.account);
  expect(await signIn(coordination.device, { isUnlocked: false })).toEqual(refused('unlock'));
  expect(await signIn(coordination.device)).toMatchObject({ ok: true });
  const ctx = await people.signedIn(coordination.account);
  const asked = await askToRegister(ctx, SITE);
  expect(asked.options.authenticatorSelection?.userVerification).toBe('required');
  const locked = tryDevice(SITE.origin).make(asked.options.challenge, { isUnlocked: false });
  expect(await registerPasskey(ctx, form(asked.ceremony, locked), AT)).toEqual(refused('failed'));
  const careful = await somebody('Ahorn 6');
  await database.sql('update account set totp_step = 1 where id = $1', [careful.account]);
  expect(await signIn(careful.device, { isUnlocked: false })).toEqual(refused('unlock'));
});

test('an account begins with a passkey alone, and the question does not tell whether a name is taken', async () => {
  await people.account('Vergeben 1');
  expect(await askToBegin(stranger, SITE, 'vergeben  1')).toMatchObject({ ok: true });
  expect(await askToBegin(stranger, SITE, 'x')).toMatchObject({ ok: false });
  const asked = await askToBegin(stranger, SITE, 'Frei 1');
  if (!asked.ok) throw new Error('refused');
  const device = tryDevice(SITE.origin);
  const typed = form(asked.value.ceremony, device.make(asked.value.options.challenge));
  expect([bringsPasskey(typed), bringsPasskey({ passkeyAnswer: '' }), bringsPasskey({})]).toEqual([true, false, false]);
  const passkey = await readNewPasskey(stranger, typed, AT);
  if (!passkey.ok) throw new Error('refused');
  await stranger.db.write(async (tx) => {
    const fresh = { alias: 'Frei 1', language: 'de', mail: null, passphrase: null };
    await keepPasskey(tx, await createAccount(tx, fresh, people.clock.now()), passkey.value, people.clock.now());
  });
  expect(await signIn(device)).toMatchObject({ ok: true });
  // A question for one's own account makes no new one, and the other way round.
  const { ctx } = await somebody('Ahorn 7');
  const own = await askToRegister(ctx, SITE);
  const crossed = form(own.ceremony, tryDevice(SITE.origin).make(own.options.challenge));
  expect(await readNewPasskey(ctx, crossed, AT)).toEqual(refused('late'));
});

test('a key for one account is never kept with another', async () => {
  const one = await somebody('Ahorn 8');
  const other = await somebody('Ahorn 9');
  const asked = await askToRegister(one.ctx, SITE);
  const made = form(asked.ceremony, tryDevice(SITE.origin).make(asked.options.challenge));
  expect(await registerPasskey(other.ctx, made, AT)).toEqual(refused('late'));
  const again = await askToRegister(other.ctx, SITE);
  expect(await registerPasskey(other.ctx, form(again.ceremony, one.device.make(again.options.challenge)), AT)).toEqual(
    refused('known'),
  );
});

test('the last way in stays, and one removes and names only one’s own', async () => {
  const { account, ctx, device } = await somebody('Ahorn 10');
  const other = await somebody(
    'Ahorn 11',
    '$argon2id$v=19$m=19456,t=2,p=1$YWFhYWFhYWFhYWFhYWFhYQ$YWFhYQ',
    'a@b.example',
  );
  const [own] = await ctx.db.read((db) => findPasskeysOf(db, account));
  const id = own?.id ?? '';
  await expect(removePasskey(ctx, id)).rejects.toThrow(ConflictError);
  await expect(removePasskey(other.ctx, id)).rejects.toThrow(NotFoundError);
  await expect(renamePasskey(other.ctx, id, { label: 'meins' })).rejects.toThrow(NotFoundError);
  await expect(removePasskey(stranger, id)).rejects.toThrow(NotFoundError);
  expect(await renamePasskey(ctx, id, { label: ' ' })).toMatchObject({ ok: false });
  expect(await renamePasskey(ctx, id, { label: 'altes Telefon' })).toMatchObject({ ok: true });
  expect(await ctx.db.read((db) => findPasskeysOf(db, account))).toMatchObject([{ label: 'altes Telefon' }]);
  expect(await other.ctx.db.read((db) => findPasskeysOf(db, account))).toEqual([]);
  const [theirs] = await other.ctx.db.read((db) => findPasskeysOf(db, other.account));
  await removePasskey(other.ctx, theirs?.id ?? '');
  expect(await signIn(other.device)).toEqual(refused('unknown'));
  expect(await signIn(device)).toMatchObject({ ok: true });
  const { rows } = await database.sql(
    "select content->'subject'->>'key' as key from mail where receiver = 'a@b.example'",
  );
  expect(rows.map(({ key }) => String(key)).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'people.recovery.mail.passkeyAdded',
    'people.recovery.mail.passkeyRemoved',
  ]);
});

test('a session that lies about open adds and removes nothing', async () => {
  const { account, ctx } = await somebody('Ahorn 12', '$argon2id$v=19$m=19456,t=2,p=1$YWFhYWFhYWFhYWFhYWFhYQ$YWFhYQ');
  const [own] = await ctx.db.read((db) => findPasskeysOf(db, account));
  people.clock.turn('2026-11-21T20:15:01Z');
  await expect(removePasskey(ctx, own?.id ?? '')).rejects.toThrow(ConflictError);
  const asked = await askToRegister(ctx, SITE);
  const made = form(asked.ceremony, tryDevice(SITE.origin).make(asked.options.challenge));
  await expect(registerPasskey(ctx, made, AT)).rejects.toThrow(ConflictError);
  expect(await ctx.db.read((db) => findPasskeysOf(db, account))).toHaveLength(1);
});

test('what is over leaves nothing behind', async () => {
  people.clock.turn('2026-11-22T20:00:00Z');
  await askToSignIn(stranger, SITE);
  expect(await people.count('ceremony')).toBe(1);
});
