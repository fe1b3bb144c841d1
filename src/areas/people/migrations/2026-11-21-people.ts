import { sql } from 'kysely';
import {
  ACCOUNT,
  ACTOR,
  KEEPER,
  ORGANISATIONS,
  SYSTEM_ONLY,
  wallIn,
  type Step,
} from '../../../platform/database/index.ts';

/** Accounts, the roles they hold, and which organisations are confirmed in the network. */
export const peopleStep: Step = {
  name: '2026-11-21-people',
  up: async (db) => {
    await sql`
      create table account (
        id uuid primary key,
        alias text not null,
        alias_key text not null unique,
        language text not null,
        mail text,
        began_on date not null check (extract(day from began_on) = 1),
        seen_on date,
        passphrase text,
        totp_secret text,
        totp_step integer,
        recovery_hash text
      )`.execute(db);
    await sql`
      create table role (
        id uuid primary key,
        kind text not null check (kind in ('organisation', 'coordination', 'operator')),
        organisation uuid references subject on delete cascade,
        vacant_since timestamptz,
        check ((kind = 'organisation') = (organisation is not null)),
        unique nulls not distinct (kind, organisation)
      )`.execute(db);
    await sql`
      create table role_term (
        id uuid primary key,
        role uuid not null references role on delete cascade,
        place text not null check (place in ('holder', 'deputy')),
        account uuid references account on delete set null,
        from_day date not null,
        until_day date,
        ended_on date,
        check (ended_on is null or account is null)
      )`.execute(db);
    await sql`create unique index role_term_running on role_term (role, place) where ended_on is null`.execute(db);
    await sql`create index role_term_account on role_term (account) where account is not null`.execute(db);
    await sql`
      create table admission (
        organisation uuid primary key references subject on delete cascade,
        admitted_on date not null
      )`.execute(db);
    await wallIn(db, 'account', { ...SYSTEM_ONLY, read: `id = ${ACCOUNT}` });
    // Colleagues see who stands beside them; the coordination sees that somebody holds a role.
    const own = `organisation = any(${ORGANISATIONS})`;
    await wallIn(db, 'role', { ...SYSTEM_ONLY, read: `${KEEPER} or ${own}` });
    await wallIn(db, 'role_term', {
      ...SYSTEM_ONLY,
      read: `${KEEPER} or account = ${ACCOUNT} or exists (select from role where role.id = role_term.role and ${own})`,
    });
    await wallIn(db, 'admission', { read: `${ACTOR} is not null`, write: KEEPER });
  },
};
