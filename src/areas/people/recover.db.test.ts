import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/database.ts';
import { MIGRATIONS } from '../../app/migrations.ts';
import { bitsOf } from '../../plain/code-words.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import type { Database } from '../../platform/database/index.ts';
import { agreeToRecovery } from './recover-agree.ts';
import { askForRecovery } from './recover-ask.ts';
import { finishRecovery } from './recover-finish.ts';
import { stopRecovery } from './recover-stop.ts';
import { isAgreed, RESCUE_WORDS } from './recover.ts';
import { renewRescueWords } from './rescue-words.ts';
import { rescue } from './rescue.ts';
import { signIn } from './sign-in.ts';
import { findAskedOf } from './store-rescue.ts';
import { NEW, START, tryRecovery, type Recovering } from '../../../test/recovery.ts';

let database: Database;
let people: Recovering['people'];
let stranger: Recovering['stranger'];
let coordination: Recovering['coordination'];
let coordinationRole: Recovering['coordinationRole'];
let house: Recovering['house'];
let ask: Recovering['ask'];
let back: Recovering['back'];
let finish: Recovering['finish'];
let yes: Recovering['yes'];

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  ({ people, stranger, coordination, coordinationRole, house, ask, back, finish, yes } = await tryRecovery(database));
});
afterAll(() => database.close());

const no = (key: string) => ({ ok: false, issue: expect.objectContaining({ key: `people.recovery.${key}` }) });
const not = (key: string) => ({ ok: false, issue: [{ field: 'code', told: expect.objectContaining({ key }) }] });
const enter = (alias: string) => signIn(stranger, { alias, passphrase: NEW, device: null });

test('after two yeses and a day the asker is in again, and every former way is closed', async () => {
  const { organisation, alias, holder, ctx } = await house();
  await people.signedIn(holder);
  const { code, mark } = await ask(alias);
  expect(await finish(alias, code)).toEqual(not('people.recovery.finish.waiting'));
  expect(await agreeToRecovery(ctx, { mark })).toEqual(yes('first'));
  expect(await agreeToRecovery(coordination, { mark: mark.toUpperCase() })).toEqual(yes('second'));
  people.clock.turn('2026-11-22T19:59:00Z');
  expect(await finish(alias, code)).toEqual(not('people.recovery.finish.notYet'));
  people.clock.turn('2026-11-22T20:00:00Z');
  expect(await finishRecovery(stranger, back(alias, code, 'zu kurz'))).toMatchObject({
    issue: [{ field: 'passphrase' }],
  });
  const done = await finish(alias, code);
  expect(done).toMatchObject({ ok: true });
  expect(await finish(alias, code)).toEqual(not('people.recovery.finish.wrong'));
  expect(await enter(alias)).toMatchObject({ ok: true });
  const { rows } = await database.sql('select count(*)::integer as count from session where account = $1', [holder]);
  expect(rows).toEqual([{ count: 1 }]);
  expect(await people.acts(organisation)).toEqual([
    'recovery.asked link',
    'recovery.agreed organisation',
    'recovery.agreed coordination',
    'recovery.used link',
  ]);
  const mails = await database.sql(
    "select content->'subject'->>'key' as key from mail where receiver = $1 order by written_at, id",
    [`${alias.toLowerCase().replace(' ', '')}@example.org`],
  );
  expect(mails.rows.map(({ key }) => key)).toEqual(
    ['recoveryAsked', 'recoveryAgreed', 'recovered'].map((news) => `people.recovery.mail.${news}`),
  );
});

test('one person says yes once, and the asker never', async () => {
  const { alias, holder, ctx } = await house();
  const { code, mark } = await ask(alias);
  expect(await agreeToRecovery(ctx, { mark })).toEqual(yes('first'));
  expect(await agreeToRecovery(ctx, { mark })).toEqual(no('agree.already'));
  expect(await agreeToRecovery(await people.signedIn(holder), { mark })).toEqual(no('agree.wrong'));
  expect(await finish(alias, code)).toEqual(not('people.recovery.finish.waiting'));
});

test('two yeses at the same moment count as two', async () => {
  const { alias, ctx } = await house();
  const { mark } = await ask(alias);
  const said = await Promise.all([agreeToRecovery(ctx, { mark }), agreeToRecovery(coordination, { mark })]);
  expect(said.map((each) => each.ok && each.value)).toEqual(expect.arrayContaining(['first', 'second']));
});

test('whoever speaks for another organisation, and a stranger, can say no yes', async () => {
  const { alias } = await house();
  const other = await house();
  const { mark } = await ask(alias);
  expect(await agreeToRecovery(other.ctx, { mark })).toEqual(no('agree.wrong'));
  await expect(agreeToRecovery(stranger, { mark })).rejects.toThrow(NotFoundError);
  const seen = await other.ctx.db.read((db) =>
    findAskedOf(db, { account: other.deputy, kind: 'account' }, { today: '2026-11-21', now: people.clock.now() }),
  );
  expect(seen).toEqual([]);
});

test('without a colleague who knows the asker two of the coordination are not enough', async () => {
  const { alias } = await house();
  const { code, mark } = await ask(alias);
  const second = await people.account('Zweite Koordination');
  await people.term(coordinationRole, 'deputy', second);
  expect(await agreeToRecovery(coordination, { mark })).toEqual(yes('first'));
  expect(await agreeToRecovery(await people.signedIn(second), { mark })).toEqual(yes('first'));
  expect(await finish(alias, code)).toEqual(not('people.recovery.finish.waiting'));
  await people.endTerm(coordinationRole, second);
  expect([isAgreed(['second', 'second']), isAgreed(['colleague']), isAgreed(['colleague', 'second'])]).toEqual([
    false,
    false,
    true,
  ]);
});

test('a yes of somebody whose role has ended since counts no more, nor does the wish of one who has left', async () => {
  const left = await house();
  const one = await ask(left.alias);
  await agreeToRecovery(left.ctx, one);
  await agreeToRecovery(coordination, one);
  await people.endTerm(left.role, left.deputy);
  const gone = await house();
  const other = await ask(gone.alias);
  await agreeToRecovery(gone.ctx, other);
  await agreeToRecovery(coordination, other);
  await people.endTerm(gone.role, gone.holder);
  people.clock.turn('2026-11-23T08:00:00Z');
  expect(await finish(left.alias, one.code)).toEqual(not('people.recovery.finish.left'));
  expect(await finish(gone.alias, other.code)).toEqual(not('people.recovery.finish.left'));
});

test('the code opens once, also to two at once', async () => {
  const { alias, ctx } = await house();
  const { code, mark } = await ask(alias);
  await agreeToRecovery(ctx, { mark });
  await agreeToRecovery(coordination, { mark });
  people.clock.turn('2026-11-23T08:00:00Z');
  const both = await Promise.all([finish(alias, code), finish(alias, code)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('what is stopped from a running session stays stopped', async () => {
  const { organisation, alias, holder, ctx } = await house();
  const { code, mark } = await ask(alias);
  await agreeToRecovery(ctx, { mark });
  await agreeToRecovery(coordination, { mark });
  await expect(stopRecovery(stranger)).rejects.toThrow(NotFoundError);
  await stopRecovery(await people.signedIn(holder));
  people.clock.turn('2026-11-23T08:00:00Z');
  expect(await finish(alias, code)).toEqual(not('people.recovery.finish.wrong'));
  expect((await people.acts(organisation)).at(-1)).toBe('recovery.stopped organisation');
});

test('a request nobody agrees to ends after a week, an open one a week after it opened', async () => {
  const { alias, ctx } = await house();
  const { code, mark } = await ask(alias);
  people.clock.turn('2026-11-28T20:00:00Z');
  expect(await agreeToRecovery(ctx, { mark })).toEqual(no('agree.wrong'));
  const second = await house();
  const open = await ask(second.alias);
  await agreeToRecovery(second.ctx, open);
  await agreeToRecovery(coordination, open);
  people.clock.turn('2026-11-29T20:00:00Z');
  expect([await finish(alias, code), await finish(second.alias, open.code)]).toEqual([
    not('people.recovery.finish.wrong'),
    not('people.recovery.finish.wrong'),
  ]);
});

test('asking for an alias that does not exist looks the same and leaves nothing', async () => {
  people.clock.turn(START);
  const before = await people.count('recovery');
  const started = performance.now();
  const asked = await askForRecovery(stranger, { alias: 'Gibt Es Nicht 9' });
  if (!asked.ok) throw new Error(asked.issue.key);
  const { code, mark } = asked.value;
  expect(performance.now() - started).toBeGreaterThan(290);
  expect([code.length, mark.length]).toEqual([6, 2]);
  expect(await people.count('recovery')).toBe(before);
  expect(await finish('Gibt Es Nicht 9', code.join(' '))).toEqual(not('people.recovery.finish.wrong'));
});

test('a stranger who asks again and again neither fills the mailbox nor pushes out what somebody agreed to', async () => {
  const { organisation, alias, ctx } = await house();
  const { code, mark } = await ask(alias);
  await agreeToRecovery(ctx, { mark });
  for (let time = 0; time < 4; time += 1) await ask(alias);
  expect(await people.acts(organisation)).toEqual(['recovery.asked link', 'recovery.agreed organisation']);
  expect(await finish(alias, code)).toEqual(not('people.recovery.finish.waiting'));
  const { rows } = await database.sql(
    'select count(*)::integer as count from recovery r join account a on a.id = r.account where a.alias = $1',
    [alias],
  );
  expect(rows).toEqual([{ count: 5 }]);
});

test('guessing codes, words and marks is slowed down, and keeps nobody out who has the right ones', async () => {
  const { alias, ctx } = await house();
  const { code } = await ask(alias);
  for (let time = 0; time < 6; time += 1) await finish(alias, 'ahorn ahorn ahorn ahorn ahorn ahorn');
  expect(await finish(alias, 'ahorn ahorn ahorn ahorn ahorn ahorn')).toEqual(not('people.signIn.wait.seconds'));
  expect(await finish(alias, code)).toEqual(not('people.recovery.finish.waiting'));
  for (let time = 0; time < 6; time += 1) await agreeToRecovery(ctx, { mark: 'ahorn ahorn' });
  expect(await agreeToRecovery(ctx, { mark: 'ahorn ahorn' })).toMatchObject({
    issue: { key: 'people.signIn.wait.seconds' },
  });
  for (let time = 0; time < 6; time += 1) await rescue(stranger, back(alias, 'ahorn'));
  expect(await rescue(stranger, back(alias, 'ahorn'))).toEqual(not('people.signIn.wait.seconds'));
  const words = await renewRescueWords(ctx);
  expect(words).toHaveLength(RESCUE_WORDS);
});

test('printed words open once, have 80 bits and are kept as a hash only', async () => {
  const { alias, holder } = await house();
  const ctx = await people.signedIn(holder);
  const words = await renewRescueWords(ctx);
  expect(bitsOf(RESCUE_WORDS)).toBeGreaterThanOrEqual(80);
  const kept = await database.sql('select row_to_json(a)::text as row from account a where id = $1', [holder]);
  expect(String(kept.rows[0]?.['row'])).not.toContain(words[0]);
  const typed = back(alias, words.join('-').toUpperCase());
  const both = await Promise.all([rescue(stranger, typed), rescue(stranger, typed)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await rescue(stranger, typed)).toEqual(not('people.recovery.words.wrong'));
  expect(await enter(alias)).toMatchObject({ ok: true });
  const done = both.find(({ ok }) => ok);
  const next = done?.ok === true ? done.value.join(' ') : '';
  expect(await rescue(stranger, back(alias, next))).toMatchObject({ ok: true });
});

test('the words of one account open no other, and without words none opens', async () => {
  const one = await house();
  const other = await house();
  const words = await renewRescueWords(await people.signedIn(one.holder));
  for (const typed of [words.join(' '), '', 'ahorn']) {
    expect(await rescue(stranger, back(other.alias, typed))).toEqual(not('people.recovery.words.wrong'));
  }
});

test('whoever owns the account hears of new words by mail, and the mail does not hold them', async () => {
  const holder = await people.account('Wort Post', { mail: 'wort@example.org' });
  const words = await renewRescueWords(await people.signedIn(holder));
  const { rows } = await database.sql("select content::text as text from mail where receiver = 'wort@example.org'");
  expect(rows).toHaveLength(1);
  expect(rows[0]?.['text']).toContain('people.recovery.mail.wordsRenewed');
  expect(rows[0]?.['text']).not.toContain(words[0]);
});

test('new words are only for somebody who has just signed in', async () => {
  const { holder } = await house();
  const ctx = await people.signedIn(holder);
  people.clock.turn('2026-11-21T20:16:00Z');
  await expect(renewRescueWords(ctx)).rejects.toThrow(ConflictError);
  await expect(renewRescueWords(stranger)).rejects.toThrow(NotFoundError);
});

test('nobody but the program reads requests and yeses of others', async () => {
  const { alias, ctx } = await house();
  await ask(alias);
  for (const reader of [stranger, ctx, coordination])
    expect(await reader.db.read((db) => db.selectFrom('recovery').selectAll().execute())).toEqual([]);
});
