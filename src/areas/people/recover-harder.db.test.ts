import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import type { Database } from '../../platform/database/index.ts';
import { hashOf } from '../../platform/http/index.ts';
import { holdSecret } from '../../platform/secret/index.ts';
import { agreeToRecovery } from './recover-agree.ts';
import { askForRecovery } from './recover-ask.ts';
import { renewRescueWords } from './rescue-words.ts';
import { rescue } from './rescue.ts';
import { START, tryRecovery, type Recovering } from '../../../test/recovery.ts';

let database: Database;
let people: Recovering['people'];
let stranger: Recovering['stranger'];
let coordination: Recovering['coordination'];
let house: Recovering['house'];
let ask: Recovering['ask'];
let back: Recovering['back'];
let finish: Recovering['finish'];
let yes: Recovering['yes'];

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  ({ people, stranger, coordination, house, ask, back, finish, yes } = await tryRecovery(database));
});
afterAll(() => database.close());

test('what a stranger asks a hundred times keeps no honest request from being agreed to', async () => {
  const { alias, ctx } = await house();
  const honest = await ask(alias);
  const asked: boolean[] = [];
  for (let time = 0; time < 100; time += 1) asked.push((await askForRecovery(stranger, { alias }, 0)).ok);
  expect(asked.filter(Boolean)).toHaveLength(5);
  // Somebody who asks later, in the middle of it, waits and gets through.
  people.clock.turn(new Date(Date.parse(START) + 15 * 60_000).toISOString());
  const late = await ask(alias);
  expect(await agreeToRecovery(ctx, honest)).toEqual(yes('first'));
  expect(await agreeToRecovery(ctx, late)).toEqual(yes('first'));
  // Nor does a whole day of asking as fast as it goes.
  for (let minute = 30; minute < 24 * 60; minute += 15) {
    people.clock.turn(new Date(Date.parse(START) + minute * 60_000).toISOString());
    await askForRecovery(stranger, { alias }, 0);
  }
  await agreeToRecovery(coordination, honest);
  people.clock.turn(new Date(Date.parse(START) + 2 * 86_400_000).toISOString());
  expect(await finish(alias, honest.code)).toMatchObject({ ok: true });
});

test('asking too often says how long to wait, also for an alias that nobody has', async () => {
  const { alias } = await house();
  for (const name of [alias, 'Gibt Es Nicht 77']) {
    for (let time = 0; time < 6; time += 1) await ask(name);
    expect(await askForRecovery(stranger, { alias: name }, 0)).toEqual({
      ok: false,
      issue: { key: 'people.signIn.wait.seconds', values: { seconds: 5 } },
    });
  }
});

test('words are kept sealed: a plain hash of them is nowhere, and without the secret they open nothing', async () => {
  const { alias, holder } = await house();
  const { code } = await ask(alias);
  const words = await renewRescueWords(await people.signedIn(holder));
  const { rows } = await database.sql(
    'select a.recovery_hash, r.code_hash from account a join recovery r on r.account = a.id where a.id = $1',
    [holder],
  );
  expect(JSON.stringify(rows)).not.toContain(hashOf(code));
  expect(JSON.stringify(rows)).not.toContain(hashOf(words.join(' ')));
  await holdSecret('', 'the secret of some other installation, not this');
  expect(await rescue(stranger, back(alias, words.join(' ')))).toMatchObject({ ok: false });
});

test('words that were printed before they were sealed still open once', async () => {
  const { alias, holder } = await house();
  const words = 'ahorn laterne mohn zucker kahn specht garten wolke';
  await database.sql('update account set recovery_hash = $1 where id = $2', [hashOf(words), holder]);
  const renewed = await rescue(stranger, back(alias, words));
  expect(renewed.ok && renewed.value).toHaveLength(8);
  expect(await rescue(stranger, back(alias, words))).toMatchObject({ ok: false });
});

test.each([
  ['coordination', 'operator'],
  ['operator', 'coordination'],
] as const)('the %s comes back by two people, and has no right before a new second step', async (kind, second) => {
  people.clock.turn(START);
  await database.exec('delete from role_term using role where role.id = role and organisation is null');
  await database.exec('delete from role where organisation is null');
  const roles = { [kind]: await people.role(kind, null), [second]: await people.role(second, null) };
  const [alias, helper, other] = [`Haus ${kind}`, `Nahe ${kind}`, `Fern ${kind}`];
  const lost = await people.account(alias);
  const [near, far] = [await people.account(helper), await people.account(other)];
  await people.term(roles[kind] ?? '', 'holder', lost);
  await people.term(roles[kind] ?? '', 'deputy', near);
  await people.term(roles[second] ?? '', 'holder', far);
  const { code, mark } = await ask(alias);
  const weak = await people.signedIn(near, { hasTwoFactors: false });
  expect(await agreeToRecovery(weak, { mark })).toMatchObject({ ok: false });
  expect(await agreeToRecovery(await people.signedIn(near), { mark })).toEqual(yes('first'));
  expect(await agreeToRecovery(await people.signedIn(far), { mark })).toEqual(yes('second'));
  people.clock.turn(new Date(Date.parse(START) + 86_400_001).toISOString());
  expect(await finish(alias, code)).toMatchObject({ ok: true });
  expect((await people.signedIn(lost, { hasTwoFactors: false })).actor).toMatchObject({
    kind: 'account',
    awaitsSecondStep: true,
  });
  expect((await people.signedIn(lost)).actor.kind).toBe(kind);
});
