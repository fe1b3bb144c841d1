import { sql } from 'kysely';
import { ACTOR, wallIn, type Step } from '../../../platform/database/index.ts';
import { COOPERATION_WALL, PARTNER_SINCE_WALL } from '../wall.ts';

/** Who does something together with whom, since which phase. */
export const cooperationsStep: Step = {
  name: '2026-11-21-cooperations',
  up: async (db) => {
    await sql`
      create table cooperation (
        id uuid primary key,
        partners uuid[] not null check (cardinality(partners) > 0),
        begun_on date not null
      )`.execute(db);
    await sql`create index cooperation_partners on cooperation using gin (partners)`.execute(db);
    await sql`
      create table cooperation_partner (
        cooperation uuid not null references cooperation on delete cascade,
        organisation uuid not null references subject on delete cascade,
        phase text not null check (phase in ('idea', 'plan', 'application', 'running')),
        since date not null,
        until date,
        primary key (cooperation, organisation, since)
      )`.execute(db);
    await wallIn(db, 'cooperation', COOPERATION_WALL);
    await wallIn(db, 'cooperation_partner', PARTNER_SINCE_WALL);
    // Who is a partner decides who reads: whoever begins is alone, and only the program lets in and out.
    await sql`
      create function cooperation_partners_kept() returns trigger language plpgsql as $$
      begin
        if ${sql.raw(ACTOR)} <> 'system' and (
            case tg_op when 'INSERT' then cardinality(new.partners) > 1 else new.partners <> old.partners end) then
          raise exception 'who is a partner is not decided by a partner' using errcode = 'check_violation';
        end if;
        return new;
      end $$`.execute(db);
    await sql`create trigger cooperation_partners_kept before insert or update on cooperation
      for each row execute function cooperation_partners_kept()`.execute(db);
  },
};
