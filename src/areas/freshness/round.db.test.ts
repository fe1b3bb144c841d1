import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openFreshnessWorld, type FreshnessWorld } from '../../../test/freshness-world.ts';
import { REGISTER } from '../../app/register.ts';
import { STRANGER } from '../../plain/actor.ts';
import { findClaims, rebuild } from '../claims/index.ts';
import { ask } from './ask.ts';
import { askNext } from './ask-next.ts';
import { enterCode } from './enter-code.ts';
import { printLetter } from './print-letter.ts';
import { sweepAsks } from './store-sweep.ts';
import { checkTakeUpToken, makeTakeUpToken, spendTakeUpToken } from './take-up.ts';

let world: FreshnessWorld;
beforeAll(async () => {
  world = await openFreshnessWorld();
}, 60_000);
afterAll(() => world.close());
beforeEach(() => world.setTime('2026-11-21T09:00:00Z'));

function tell(key: string, on = '2026-10-01', facts: Record<string, string> = {}): Promise<string> {
  return world.tell(
    key,
    { name: `Verein ${key}`, mailbox: `kontakt@${key}.example`, phone: '+493714004990', ...facts },
    { on },
  );
}

async function mailsTo(key: string): Promise<readonly { path: string; content: string }[]> {
  return (await world.mails()).filter(({ receiver }) => receiver === `kontakt@${key}.example`);
}

async function stateOf(subject: string): Promise<unknown> {
  const { rows } = await world.database.sql('select state from confirmation_ask where subject = $1 order by id desc', [
    subject,
  ]);
  return rows[0]?.['state'];
}

test('three mails in 28 days, then a person asks; all three links still answer', async () => {
  const told: string[] = [];
  world.events.on('ask.unanswered', ({ subject }) => void told.push(subject));
  const id = await tell('patient');
  await ask(world.coordination, world.work, id);
  await world.goRound();
  expect(await mailsTo('patient')).toHaveLength(1);
  world.setTime('2026-12-04T09:00:00Z');
  await world.goRound();
  expect(await mailsTo('patient')).toHaveLength(1);
  world.setTime('2026-12-05T09:00:00Z');
  await world.goRound();
  await world.goRound();
  expect(await mailsTo('patient')).toHaveLength(2);
  world.setTime('2026-12-19T09:00:00Z');
  await world.goRound();
  expect((await mailsTo('patient')).at(-1)?.content).toContain('freshness.mail.last');
  expect(await stateOf(id)).toBe('open');
  world.setTime('2027-01-02T09:00:00Z');
  await world.goRound();
  await world.goRound();
  const mails = await mailsTo('patient');
  expect([mails.length, await stateOf(id)]).toEqual([3, 'with a person']);
  await world.events.settled();
  expect(told).toEqual([id]);
  world.setTime('2026-11-21T09:00:00Z');
  expect((await world.get('/auffrischen?zeige=mensch', 'operator')).text).toContain('Verein patient');
  for (const { path } of mails) expect((await world.get(path)).status).toBe(200);
  await world.answer(mails[0]?.path ?? '');
  expect((await world.get(mails[2]?.path ?? '')).text).toContain('Alles stimmt noch');
});

test('who is being asked is not asked a second time, not even by two at once', async () => {
  const id = await tell('hurry');
  const both = await Promise.allSettled([1, 2].map(() => ask(world.coordination, world.work, id)));
  expect(both.filter(({ status }) => status === 'fulfilled')).not.toHaveLength(0);
  expect(await ask(world.coordination, world.work, id)).toMatchObject({ issue: { key: 'freshness.ask.not.running' } });
  expect(await mailsTo('hurry')).toHaveLength(1);
});

test('one mailbox gets three askings a day at most', async () => {
  const facts = { mailbox: 'kontakt@many.example' };
  const ids = [];
  for (let each = 0; each < 5; each += 1) ids.push(await tell(`many-${each}`, '2026-10-01', facts));
  for (const id of ids) await ask(world.coordination, world.work, id);
  expect(await mailsTo('many')).toHaveLength(3);
  world.setTime('2026-11-22T09:00:01Z');
  expect((await ask(world.coordination, world.work, ids[3] ?? '')).ok).toBe(true);
});

test('a private mailbox is never written to', async () => {
  const id = await tell('private', '2026-10-01', { mailbox: 'ayse.yilmaz@private.example' });
  expect(await ask(world.coordination, world.work, id)).toMatchObject({ issue: { key: 'freshness.ask.not.mailbox' } });
});

test('asking the next ones begins with those who have been silent longest', async () => {
  await world.database.sql(`update confirmation_ask set state = 'closed' where state in ('open', 'with a person')`);
  for (let each = 0; each < 25; each += 1) await tell(`next-${each}`, `2026-01-${String(each + 1).padStart(2, '0')}`);
  expect(await askNext(world.coordination, world.work)).toBe(20);
  expect(await mailsTo('next-0')).toHaveLength(1);
  expect(await mailsTo('next-24')).toHaveLength(0);
});

test('a letter has six words that let in without an account, once, until it is replaced', async () => {
  const id = await tell('paper');
  const letter = await printLetter(world.coordination, world.work, id);
  if (!letter.ok) throw new Error('no letter');
  const words = letter.value.code.join(' ');
  expect(letter.value.code).toHaveLength(6);
  const { rows } = await world.database.sql('select * from confirmation_ask where subject = $1', [id]);
  expect(JSON.stringify(rows)).not.toContain(letter.value.code[0]);
  expect((await world.get(letter.value.path)).text).toContain('Verein paper');
  const entered = await world.post('/bestaetigen', { code: words.toUpperCase().replaceAll(' ', '-') });
  expect(entered.status).toBe(303);
  const path = entered.headers.get('location') ?? '';
  expect((await world.get(path)).text).toContain('Stimmt das noch?');
  const second = await printLetter(world.coordination, world.work, id);
  expect(second.ok).toBe(true);
  expect((await world.post('/bestaetigen', { code: words })).status).toBe(422);
  expect((await world.get(path)).status).toBe(404);
});

test('the printed page holds words, short address and pattern, without any script', async () => {
  const id = await tell('print');
  const page = await world.post(`/auffrischen/${id}/brief`, {}, 'operator');
  expect(page.status).toBe(200);
  expect(page.text).toMatch(/<b lang="de" dir="ltr">(?:[a-z]{4,8} ){5}[a-z]{4,8}<\/b>/);
  expect(page.text).toContain('http://localhost/bestaetigen');
  expect(page.text).toContain('<svg class="qr"');
  expect(page.text).not.toContain('<script');
  expect(page.headers.get('cache-control')).toContain('no-store');
});

test('a letter without an answer goes to a person after six weeks, and its words end after ninety days', async () => {
  const id = await tell('slow');
  const letter = await printLetter(world.coordination, world.work, id);
  const words = letter.ok ? letter.value.code.join(' ') : '';
  world.setTime('2027-01-01T09:00:00Z');
  await world.goRound();
  expect(await stateOf(id)).toBe('open');
  world.setTime('2027-01-02T09:00:00Z');
  await world.goRound();
  expect(await stateOf(id)).toBe('with a person');
  expect((await enterCode(world.as(STRANGER), world.work, words)).ok).toBe(true);
  world.setTime('2027-02-20T09:00:00Z');
  expect((await enterCode(world.as(STRANGER), world.work, words)).ok).toBe(false);
});

test('guessing codes is slowed down, slips of the hand are not, and a right code is let in at any time', async () => {
  const guess = { code: 'abend agave ampel anker apfel arena' };
  for (let each = 0; each < 30; each += 1)
    expect((await world.post('/bestaetigen', { code: 'abend agave' })).status).toBe(422);
  const states = [];
  for (let each = 0; each < 25; each += 1) states.push((await world.post('/bestaetigen', guess)).status);
  expect(states.slice(0, 20).every((status) => status === 422)).toBe(true);
  expect(states.at(-1)).toBe(429);
  expect((await world.post('/bestaetigen', guess)).text).not.toContain('abend agave');
  const letter = await printLetter(world.coordination, world.work, await tell('lettered'));
  const code = letter.ok ? letter.value.code.join(' ') : '';
  expect((await world.post('/bestaetigen', { code })).status).toBe(303);
  world.setTime('2026-11-21T09:01:00Z');
  expect((await world.post('/bestaetigen', guess)).status).toBe(422);
});

test('an entry of which nobody has said anything for a year leaves public pages, and comes back with a word', async () => {
  const id = await tell('silent', '2025-11-20');
  const heard = await tell('heard', '2025-11-20');
  const lately = await tell('lately', '2025-11-21');
  const nothing = await world.get('/organisationen/00000000-0000-8000-8000-000000000000');
  await world.goRound({ listedOn: () => Promise.resolve(new Map([[heard, '2026-03-01']])) });
  const gone = await world.get(`/organisationen/${id}`);
  expect([gone.status, gone.text]).toEqual([404, nothing.text.replaceAll('00000000-0000-8000-8000-000000000000', id)]);
  expect((await world.get(`/organisationen/${heard}`)).status).toBe(200);
  expect((await world.get(`/organisationen/${lately}`)).status).toBe(200);
  const { rows } = await world.database.sql(`select subject from finding_entry where subject = $1`, [id]);
  expect(rows).toEqual([]);
  expect((await world.get('/auffrischen?zeige=still', 'operator')).text).toContain('Verein silent');
  expect(Object.values((await rebuild({ ...world.program, register: REGISTER })).same).every(Boolean)).toBe(true);
  const again = await world.goRound({
    listedOn: () => Promise.resolve(new Map([id, heard].map((each) => [each, '2026-11-20']))),
  });
  expect(again.revived).toBe(1);
  expect((await world.get(`/organisationen/${id}`)).status).toBe(200);
});

test('a lapsed entry that says or confirms something is there again at once', async () => {
  const spoken = await tell('speaks-again', '2025-01-01');
  const asked = await tell('asked-again', '2025-01-01');
  await world.goRound();
  for (const id of [spoken, asked]) expect((await world.get(`/organisationen/${id}`)).status).toBe(404);
  await world.tell('speaks-again', { phone: '+493714004991' }, { on: '2026-11-21', isKnown: true, own: true });
  expect((await world.get(`/organisationen/${spoken}`)).status).toBe(200);
  await ask(world.coordination, world.work, asked);
  const [mail] = await mailsTo('asked-again');
  expect((await world.get(mail?.path ?? '')).text).toContain('Verein asked-again');
  await world.answer(mail?.path ?? '');
  expect((await world.get(`/organisationen/${asked}`)).text).toContain('Ansprechstelle');
});

test('an offer that is over is neither asked nor let go', async () => {
  await world.tell('over', { name: 'Sommerfest', validTo: '2025-08-01' }, { kind: 'offer', on: '2024-08-01' });
  expect((await world.get('/auffrischen', 'operator')).text).not.toContain('Sommerfest');
});

test('asking in person confirms in the role of the coordination and ends the asking', async () => {
  const id = await tell('phone-call');
  await ask(world.coordination, world.work, id);
  expect((await world.post(`/auffrischen/${id}/gefragt`, {}, 'operator')).status).toBe(303);
  const claims = await world.database.as(world.program.actor).read((db) => findClaims(db, [id]));
  expect(new Set(claims.map(({ confirmedByRole }) => confirmedByRole))).toEqual(new Set(['coordination']));
  expect(await stateOf(id)).toBe('closed');
  const [mail] = await mailsTo('phone-call');
  expect((await world.get(mail?.path ?? '')).status).toBe(404);
});

test('a link to take up the voice opens one organisation, once, for a week', async () => {
  const id = await tell('speaks');
  const other = await tell('speaks-not');
  await ask(world.coordination, world.work, id);
  const [mail] = await mailsTo('speaks');
  const token = mail?.path.split('/').at(-1) ?? '';
  await world.answer(mail?.path ?? '');
  const takeUp = await makeTakeUpToken(world.as(STRANGER), world.work, token);
  const check = (of: typeof takeUp) =>
    world.as(STRANGER).db.read((db) => checkTakeUpToken(db, { links: world.work.links, now: world.now() }, of));
  expect(await check(takeUp)).toBe(true);
  expect(await check({ ...takeUp, organisation: other })).toBe(false);
  expect(await check({ ...takeUp, token })).toBe(false);
  world.setTime('2026-11-28T09:00:00Z');
  expect(await check(takeUp)).toBe(false);
  world.setTime('2026-11-21T09:00:00Z');
  const spend = () =>
    world.as(STRANGER).db.write((tx) => spendTakeUpToken(tx, world.work, { ...takeUp, now: world.now() }));
  expect([await spend(), await spend(), await check(takeUp)]).toEqual([true, false, false]);
});

test('after a day nothing is remembered for taking back', async () => {
  const id = await tell('forget');
  await ask(world.coordination, world.work, id);
  const [mail] = await mailsTo('forget');
  await world.answer(mail?.path ?? '');
  world.setTime('2026-11-22T10:00:00Z');
  await world.goRound();
  const { rows } = await world.database.sql('select undo from confirmation_ask where subject = $1', [id]);
  expect(rows).toEqual([{ undo: null }]);
});

test('after a year nothing is remembered of an asking at all', async () => {
  const sweep = () => world.program.db.write((tx) => sweepAsks(tx, world.now()));
  const id = await tell('long-ago');
  await ask(world.coordination, world.work, id);
  const [mail] = await mailsTo('long-ago');
  world.setTime('2026-11-30T09:00:00Z');
  await world.answer(mail?.path ?? '');
  world.setTime('2027-11-30T09:00:00Z');
  await sweep();
  expect(await stateOf(id)).toBe('answered');
  world.setTime('2027-12-01T09:00:00Z');
  await sweep();
  expect(await stateOf(id)).toBeUndefined();
});
