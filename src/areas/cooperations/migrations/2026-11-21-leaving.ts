import { sql } from 'kysely';
import { ORGANISATIONS, SYSTEM_ONLY, wallIn, wallInLedger, type Step } from '../../../platform/database/index.ts';
import { PARTNERS_WALL } from '../wall.ts';
import { refuseEnded } from './refuse-ended.ts';

/** Who goes, and that a cooperation has ended. */
export const leavingStep: Step = {
  name: '2026-11-21-leaving',
  up: async (db) => {
    await sql`
      create table leaving (
        id uuid primary key,
        cooperation uuid not null references cooperation on delete cascade,
        organisation uuid not null references subject on delete cascade,
        declared_on date not null,
        last_day date not null check (last_day >= declared_on),
        left_on date check (left_on is null or left_on > last_day)
      )`.execute(db);
    await sql`create unique index leaving_open on leaving (cooperation, organisation) where left_on is null`.execute(
      db,
    );
    await sql`create index leaving_due on leaving (last_day) where left_on is null`.execute(db);
    await sql`
      create table closure (
        cooperation uuid primary key references cooperation on delete cascade,
        day date not null,
        kind text not null check (kind in ('together', 'exit', 'nothing')),
        kept_until date not null check (kept_until > day)
      )`.execute(db);
    const own = `organisation = any(${ORGANISATIONS}) and left_on is null and ${PARTNERS_WALL.read}`;
    await wallIn(db, 'leaving', { read: PARTNERS_WALL.read, write: own });
    await wallInLedger(db, 'closure', { read: PARTNERS_WALL.read, write: SYSTEM_ONLY.write });
    await sql`
      create function cooperation_going_on() returns trigger language plpgsql as $$
      begin
        -- Who ends a cooperation holds its row: whoever writes at that moment waits, and then finds it ended.
        perform 1 from cooperation c where c.id = new.cooperation for key share;
        if exists (select 1 from closure c where c.cooperation = new.cooperation) then
          raise exception 'the cooperation has ended' using errcode = 'check_violation';
        end if;
        return new;
      end $$`.execute(db);
    // Who takes back that it ever came in is not going any more, and does not go by surprise when it comes in later.
    await sql`
      create function leaving_of_nobody() returns trigger language plpgsql as $$
      begin
        delete from leaving l
          where l.cooperation = old.cooperation and l.organisation = old.organisation and l.left_on is null;
        return old;
      end $$`.execute(db);
    await sql`create trigger leaving_of_nobody after delete on cooperation_partner
      for each row execute function leaving_of_nobody()`.execute(db);
    await refuseEnded(db, 'leaving', 'insert');
    await refuseEnded(db, 'cooperation_partner', 'insert');
  },
};
