import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFreshnessWorld, type FreshnessWorld } from '../../../test/freshness-world.ts';
import { REGISTER } from '../../app/register.ts';
import {
  beginRevision,
  findClaims,
  findLastWords,
  finishWithdrawal,
  publishRevision,
  rebuild,
  reviseKnown,
  tidyRevision,
  withdrawRevision,
} from '../claims/index.ts';

const TODAY = '2026-11-21';
const ORGANISATIONS = 120;
const PAGE = 20;

let world: FreshnessWorld;
beforeAll(async () => {
  world = await openFreshnessWorld();
  for (let each = 0; each < ORGANISATIONS; each += 1)
    await world.tell(
      `queue-${each}`,
      { name: `Verein ${each}`, phone: '+493714004990', mailbox: `kontakt@queue-${each}.example` },
      { on: `2026-0${1 + (each % 9)}-1${each % 10}` },
    );
}, 120_000);
afterAll(() => world.close());

/** The last words as all claims say them, the slow way. */
async function fromClaims(): Promise<readonly { readonly subject: string; readonly on: string }[]> {
  const { rows } = await world.database.sql(`
    select subject, (max(greatest(said_at, confirmed_at)) at time zone 'Europe/Berlin')::date::text as "on"
    from claim where retracted_at is null group by subject order by 2, 1`);
  return rows.map(({ subject, on }) => ({ subject: String(subject), on: String(on) }));
}

async function asKept(): Promise<readonly { readonly subject: string; readonly on: string }[]> {
  const words = await world.program.db.read((db) => findLastWords(db, { today: TODAY, limit: 10_000 }));
  return words.map(({ subject, on }) => ({ subject, on }));
}

test('one page of whom nobody was heard of for longest reads the claims of its entries only', async () => {
  const read = await world.program.db.write(async (tx) => {
    const counted = async () => {
      const { rows } = await sql<{ n: number }>`
        select (seq_tup_read + coalesce(idx_tup_fetch, 0))::integer as n from pg_stat_xact_user_tables
        where relname = 'claim'`.execute(tx);
      return rows[0]?.n ?? 0;
    };
    const before = await counted();
    expect(await findLastWords(tx, { today: TODAY, limit: PAGE })).toHaveLength(PAGE);
    return (await counted()) - before;
  });
  const { rows } = await world.database.sql('select count(*)::integer as n from claim');
  expect(Number(rows[0]?.['n'])).toBe(3 * ORGANISATIONS);
  expect(read).toBeLessThanOrEqual(3 * (PAGE + 1));
});

test('the day kept is the day of the last word, whatever was said, confirmed, taken back or rebuilt', async () => {
  expect(await asKept()).toEqual(await fromClaims());
  await world.tell('queue-0', { phone: '+493714004991' }, { on: '2026-11-20', isKnown: true, own: true });
  await world.post(`/auffrischen/${(await fromClaims())[7]?.subject}/gefragt`, {}, 'operator');
  expect(await asKept()).toEqual(await fromClaims());
  expect((await fromClaims()).slice(-2).map(({ on }) => on)).toEqual(['2026-11-20', TODAY]);
  await rebuild({ ...world.program, register: REGISTER });
  expect(await asKept()).toEqual(await fromClaims());
});

test('what a list says anew counts once it has been tidied up, and no longer when it was taken back', async () => {
  const [first] = await fromClaims();
  const subject = first?.subject ?? '';
  const { db } = world.program;
  const keeper = { ...world.program, register: REGISTER };
  const at = new Date('2026-11-19T08:00:00Z');
  const revision = await db.write((tx) => beginRevision(tx, 'import', at));
  await db.write(async (tx) => {
    const [known] = await findClaims(tx, [subject]);
    if (known === undefined) throw new Error('nothing is said');
    const claim = { ...known, value: '+493714008888', field: 'phone', language: null, saidAt: at };
    await reviseKnown(tx, REGISTER, revision, { claims: [claim], end: [], at });
  });
  const onOf = async () => (await asKept()).find((word) => word.subject === subject)?.on;
  expect(await onOf()).toBe(first?.on);
  await db.write((tx) => publishRevision(tx, REGISTER, revision));
  await tidyRevision(keeper, revision);
  expect(await onOf()).toBe('2026-11-19');
  const cover = await withdrawRevision(keeper, revision, at, () => Promise.resolve());
  await finishWithdrawal(keeper, revision, cover, () => Promise.resolve());
  expect(await onOf()).toBe(first?.on);
});

test('what ends before today is passed over, and a page goes on where the one before ended', async () => {
  const [first] = await fromClaims();
  const subject = first?.subject ?? '';
  await world.database.sql(
    `update claim set field = 'validTo', value = '"2026-01-01"' where subject = $1 and field = 'phone'`,
    [subject],
  );
  const claims = await world.program.db.read((db) => findClaims(db, [subject]));
  expect(claims.map(({ field }) => field)).toContain('validTo');
  const all = await asKept();
  expect(all.map((word) => word.subject)).not.toContain(subject);
  const page = await world.program.db.read((db) =>
    findLastWords(db, { today: TODAY, limit: PAGE, offset: PAGE, without: [all[0]?.subject ?? ''] }),
  );
  expect(page.map((word) => word.subject)).toEqual(all.slice(PAGE + 1, 2 * PAGE + 1).map((word) => word.subject));
});
