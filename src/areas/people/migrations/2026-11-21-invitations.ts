import { sql } from 'kysely';
import { ACCOUNT, KEEPER, ORGANISATIONS, SYSTEM_ONLY, wallIn, type Step } from '../../../platform/database/index.ts';

/** Handing over a role, and invitations to one. */
export const invitationsStep: Step = {
  name: '2026-11-21-invitations',
  up: async (db) => {
    await sql`
      create table hand_over (
        id uuid primary key,
        role uuid not null unique references role on delete cascade,
        from_account uuid references account on delete set null,
        to_account uuid references account on delete cascade,
        on_day date not null,
        asked_on date not null,
        confirmed_on date,
        check (confirmed_on is null or to_account is not null)
      )`.execute(db);
    await sql`create index hand_over_from on hand_over (from_account)`.execute(db);
    await sql`create index hand_over_to on hand_over (to_account)`.execute(db);
    await sql`
      create table invitation (
        id uuid primary key,
        role uuid not null references role on delete cascade,
        place text not null check (place in ('holder', 'deputy')),
        hand_over uuid references hand_over on delete cascade,
        token_hash text not null unique,
        code_hash text not null unique,
        by_account uuid references account on delete cascade,
        by_role text not null check (by_role in ('organisation', 'coordination', 'operator', 'system', 'link')),
        until_day date,
        made_on date not null,
        ends_at timestamptz not null,
        unique (role, place)
      )`.execute(db);
    await sql`create index invitation_by on invitation (by_account)`.execute(db);
    await sql`create index invitation_hand_over on invitation (hand_over)`.execute(db);
    const seen = (table: string, keepers: string) => `exists (
      select from role where role.id = ${table}.role and (role.organisation = any(${ORGANISATIONS}) or (${keepers})))`;
    await wallIn(db, 'invitation', { ...SYSTEM_ONLY, read: seen('invitation', KEEPER) });
    // The coordination does not see from whom to whom an organisation hands over.
    const house = `role.organisation is null and ${KEEPER}`;
    await wallIn(db, 'hand_over', {
      ...SYSTEM_ONLY,
      read: `from_account = ${ACCOUNT} or to_account = ${ACCOUNT} or ${seen('hand_over', house)}`,
    });
  },
};
