import { sql } from 'kysely';
import { ACCOUNT, SYSTEM_ONLY, wallIn, type Step } from '../../../platform/database/index.ts';

/** Passkeys, the questions to devices, and ways back in. */
export const passkeysStep: Step = {
  name: '2026-11-21-passkeys',
  up: async (db) => {
    // A counter has 32 bits without a sign: too many for integer, exact in double precision.
    await sql`
      create table passkey (
        id uuid primary key,
        account uuid not null references account on delete cascade,
        credential text not null unique,
        public_key text not null,
        handle text not null,
        counter double precision not null check (counter >= 0),
        transports text not null,
        is_backed_up boolean not null,
        label text not null,
        made_on date not null,
        used_on date
      )`.execute(db);
    await sql`create index passkey_account on passkey (account)`.execute(db);
    await sql`
      create table ceremony (
        token_hash text primary key,
        purpose text not null check (purpose in ('signIn', 'register', 'begin')),
        account uuid references account on delete cascade,
        challenge text not null,
        handle text,
        ends_at timestamptz not null,
        check ((purpose = 'register') = (account is not null))
      )`.execute(db);
    await sql`
      create table recovery (
        id uuid primary key,
        account uuid not null references account on delete cascade,
        role uuid not null references role on delete cascade,
        code_hash text not null,
        mark text not null,
        asked_at timestamptz not null,
        opens_at timestamptz,
        ends_at timestamptz not null
      )`.execute(db);
    await sql`create index recovery_account on recovery (account)`.execute(db);
    await sql`create index recovery_role on recovery (role)`.execute(db);
    await sql`
      create table recovery_consent (
        recovery uuid not null references recovery on delete cascade,
        account uuid not null references account on delete cascade,
        primary key (recovery, account)
      )`.execute(db);
    await sql`create index recovery_consent_account on recovery_consent (account)`.execute(db);
    const own = { ...SYSTEM_ONLY, read: `account = ${ACCOUNT}` };
    await wallIn(db, 'passkey', own);
    await wallIn(db, 'recovery', own);
    await wallIn(db, 'ceremony', SYSTEM_ONLY);
    await wallIn(db, 'recovery_consent', SYSTEM_ONLY);
  },
};
