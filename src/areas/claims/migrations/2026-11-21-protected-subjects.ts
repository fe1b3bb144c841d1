import { sql } from 'kysely';
import { KEEPER, ORGANISATIONS, SYSTEM_ONLY, wallIn, type Step } from '../../../platform/database/index.ts';
import { IS_FOR_ACTOR, IS_HIDDEN, IS_KEPT, IS_OPENED } from '../visible.ts';
import { CAME } from './2026-11-21-claims.ts';

/** The mode of protection holds behind the second wall too: for claims, and for offers that come later. */
export const protectedSubjectsStep: Step = {
  name: '2026-11-21-protected-subjects',
  up: async (db) => {
    await sql`alter table subject add column hidden_fields text[]`.execute(db);
    // Whoever keeps the register writes subjects, but never this of them.
    await sql`
      create function keep_protection() returns trigger language plpgsql as $$
      begin
        if nullif(current_setting('geflecht.actor', true), '') is distinct from 'system'
          and (new.protected_at, new.hidden_fields) is distinct from (old.protected_at, old.hidden_fields)
        then raise exception 'protection is begun and ended by the program only';
        end if;
        return new;
      end $$`.execute(db);
    await sql`
      create trigger subject_keep_protection before update on subject
      for each row execute function keep_protection()`.execute(db);
    await sql`create index subject_protected on subject (id) where protected_at is not null`.execute(db);
    await sql`
      create table protected_name (
        name_key text not null,
        organisation uuid not null references subject on delete cascade,
        primary key (name_key, organisation)
      )`.execute(db);
    // Who is protected is known by what its page leaves out; under which names, only the program has to know.
    await wallIn(db, 'protected_name', SYSTEM_ONLY);
    const isOwnSource = `source in (select id from source where speaker = any(${ORGANISATIONS}))`;
    const isOurs = `(subject = any(${ORGANISATIONS}) or ${IS_KEPT})`;
    await wallIn(db, 'claim', {
      read: `(${IS_FOR_ACTOR} or ${IS_KEPT}) and ${CAME} and (not ${IS_HIDDEN} or ${IS_OPENED} or ${isOurs})`,
      write: `${KEEPER} or (${isOurs} and ${isOwnSource})`,
    });
  },
};
