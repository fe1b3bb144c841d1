import { sql } from 'kysely';
import { PARTNERS_WALL } from '../../cooperations/index.ts';
import { ORGANISATIONS, SYSTEM_ONLY, wallIn, type Step } from '../../../platform/database/index.ts';

/** Introducing somebody to somebody, and vouching. */
export const introductionsStep: Step = {
  name: '2026-11-21-introductions',
  up: async (db) => {
    await sql`
      create table introduction (
        id uuid primary key,
        cooperation uuid not null references cooperation on delete cascade,
        introducer uuid not null references subject on delete cascade,
        introduced uuid not null references subject on delete cascade,
        third uuid not null references subject on delete cascade,
        proposed_on date not null,
        told_on date,
        check (introducer <> introduced and introducer <> third and introduced <> third)
      )`.execute(db);
    await sql`create unique index introduction_once on introduction (cooperation, introduced, third)`.execute(db);
    await sql`
      create table introduction_side (
        introduction uuid not null references introduction on delete cascade,
        organisation uuid not null references subject on delete cascade,
        token_hash text unique,
        answer text check (answer in ('yes', 'no')),
        answered_on date,
        primary key (introduction, organisation),
        check ((answer is null) = (answered_on is null))
      )`.execute(db);
    await sql`
      create table vouch (
        organisation uuid not null references subject on delete cascade,
        voucher uuid not null references subject on delete cascade,
        since date not null,
        primary key (organisation, voucher),
        check (organisation <> voucher)
      )`.execute(db);
    const own = (column: string) => `${column} = any(${ORGANISATIONS})`;
    await wallIn(db, 'introduction', {
      read: `${own('introducer')} or ${own('introduced')} or (${own('third')} and told_on is not null)`,
      write: `${own('introducer')} and ${PARTNERS_WALL.write}`,
    });
    await wallIn(db, 'introduction_side', {
      read: 'introduction in (select id from introduction)',
      write: SYSTEM_ONLY.write,
    });
    await wallIn(db, 'vouch', { read: own('voucher'), write: own('voucher') });
  },
};
