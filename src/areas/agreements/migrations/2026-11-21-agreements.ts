import { sql } from 'kysely';
import { ORGANISATIONS, wallIn, wallInLedger, type Step } from '../../../platform/database/index.ts';
import { PARTNERS_WALL } from '../../cooperations/index.ts';

/** What partners write together: versions, changes, confirmations, sheets, signatures. */
export const agreementsStep: Step = {
  name: '2026-11-21-agreements',
  up: async (db) => {
    await sql`
      create table agreement (
        id uuid primary key,
        cooperation uuid not null unique references cooperation on delete cascade,
        begun_on date not null
      )`.execute(db);
    await sql`
      create table agreement_version (
        agreement uuid not null references agreement on delete cascade,
        cooperation uuid not null references cooperation on delete cascade,
        number integer not null check (number > 0),
        hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
        content jsonb not null,
        paragraph_hashes jsonb not null,
        primary key (agreement, number)
      )`.execute(db);
    await sql`
      create table proposed_change (
        id uuid primary key,
        agreement uuid not null references agreement on delete cascade,
        cooperation uuid not null references cooperation on delete cascade,
        proposal uuid not null,
        partner uuid not null,
        day date not null,
        paragraph uuid not null,
        base text check (base ~ '^[0-9a-f]{64}$'),
        after jsonb,
        reason text not null check (length(reason) <= 2000),
        state text not null check (state in ('open', 'accepted', 'declined', 'countered', 'withdrawn')),
        version integer,
        check ((state = 'accepted') = (version is not null)),
        check (base is not null or after is not null)
      )`.execute(db);
    await sql`create index proposed_change_agreement on proposed_change (agreement, state)`.execute(db);
    await sql`
      create table change_answer (
        id uuid primary key,
        change uuid not null references proposed_change on delete cascade,
        cooperation uuid not null references cooperation on delete cascade,
        partner uuid not null,
        day date not null,
        verdict text not null check (verdict in ('accept', 'ask', 'counter', 'decline')),
        words text not null check (length(words) <= 2000)
      )`.execute(db);
    await sql`create index change_answer_change on change_answer (change)`.execute(db);
    await sql`
      create table paragraph_confirmation (
        agreement uuid not null references agreement on delete cascade,
        cooperation uuid not null references cooperation on delete cascade,
        partner uuid not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        day date not null,
        primary key (agreement, partner, hash)
      )`.execute(db);
    await sql`
      create table sheet (
        cooperation uuid not null references cooperation on delete cascade,
        organisation uuid not null references subject on delete cascade,
        words jsonb not null,
        done_on date,
        opened_on date check (opened_on is null or done_on is not null),
        primary key (cooperation, organisation)
      )`.execute(db);
    await sql`
      create table agreement_signature (
        agreement uuid not null,
        cooperation uuid not null references cooperation on delete cascade,
        number integer not null,
        version text not null,
        partner uuid not null,
        day date not null,
        proof jsonb not null,
        primary key (agreement, number, partner),
        foreign key (agreement, number) references agreement_version (agreement, number) on delete cascade
      )`.execute(db);
    await wallIn(db, 'agreement', PARTNERS_WALL);
    await wallInLedger(db, 'agreement_version', PARTNERS_WALL);
    await wallIn(db, 'proposed_change', PARTNERS_WALL);
    await wallInLedger(db, 'change_answer', PARTNERS_WALL);
    await wallIn(db, 'paragraph_confirmation', PARTNERS_WALL);
    await wallInLedger(db, 'agreement_signature', PARTNERS_WALL);
    // A sheet is for its own side until all are done; then the program opens all of them at once.
    const own = `organisation = any(${ORGANISATIONS}) and ${PARTNERS_WALL.read}`;
    await wallIn(db, 'sheet', {
      read: `(${own}) or (opened_on is not null and ${PARTNERS_WALL.read})`,
      write: `${own} and opened_on is null`,
    });
    await gate.execute(db);
    await sql`create trigger agreement_signature_gate before insert on agreement_signature
      for each row execute function agreement_signature_gate()`.execute(db);
  },
};

/**
 * The constraint below `mayBeSigned`: whatever the program believes, no signature comes in while a sheet is missing,
 * the lines do not sum to the budget, a goal is not confirmed by all or a task by who does it, a duty lacks something,
 * or the exit is missing. It speaks of the newest version only.
 */
const gate = sql`
  create function agreement_signature_gate() returns trigger language plpgsql as $$
  declare
    v agreement_version;
    body jsonb;
    who text;
    item jsonb;
    named text[];
  begin
    select * into v from agreement_version a where a.agreement = new.agreement order by number desc limit 1;
    if v.number is distinct from new.number or v.hash is distinct from new.version then
      raise exception 'agreement gate: not the newest version' using errcode = 'check_violation';
    end if;
    body := v.content -> 'text';
    select array_agg(p ->> 'id') into named from jsonb_array_elements(body -> 'partners') p;
    if not (new.partner::text = any(named)) or cardinality(named) < 2 then
      raise exception 'agreement gate: not a partner' using errcode = 'check_violation';
    end if;
    foreach who in array named loop
      if not exists (select 1 from sheet s where s.cooperation = new.cooperation
          and s.organisation::text = who and s.done_on is not null) then
        raise exception 'agreement gate: a sheet is missing' using errcode = 'check_violation';
      end if;
    end loop;
    for item in select * from jsonb_array_elements(body -> 'paragraphs') loop
      if item ->> 'kind' = 'goal' then
        foreach who in array named loop
          perform 1 from paragraph_confirmation c where c.agreement = new.agreement
            and c.partner::text = who and c.hash = v.paragraph_hashes ->> (item ->> 'id');
          if not found then
            raise exception 'agreement gate: a goal is not confirmed' using errcode = 'check_violation';
          end if;
        end loop;
      elsif item ->> 'kind' = 'task' then
        perform 1 from paragraph_confirmation c where c.agreement = new.agreement
          and c.partner::text = item #>> '{parts,doer}' and c.hash = v.paragraph_hashes ->> (item ->> 'id');
        if not found then
          raise exception 'agreement gate: a task is not confirmed' using errcode = 'check_violation';
        end if;
      elsif item ->> 'kind' = 'duty' then
        if item #>> '{parts,due}' is null or item #>> '{parts,responsible}' is null
            or item #> '{parts,form}' = '{}' or item #> '{parts,explanation}' = '{}' then
          raise exception 'agreement gate: a duty is not complete' using errcode = 'check_violation';
        end if;
      end if;
    end loop;
    if (select count(*) from jsonb_array_elements(body -> 'paragraphs') p where p ->> 'kind' = 'goal') = 0
        or (select count(*) from jsonb_array_elements(body -> 'paragraphs') p where p ->> 'kind' = 'exit'
          and p #>> '{parts,notice}' is not null) <> 1
        or (select count(*) from jsonb_array_elements(body -> 'paragraphs') p where p ->> 'kind' = 'frame') <> 1 then
      raise exception 'agreement gate: goal, frame or exit is missing' using errcode = 'check_violation';
    end if;
    if (select (p #>> '{parts,budget}')::bigint from jsonb_array_elements(body -> 'paragraphs') p
          where p ->> 'kind' = 'frame') is distinct from
        (select coalesce(sum((p #>> '{parts,amount}')::bigint), 0) from jsonb_array_elements(body -> 'paragraphs') p
          where p ->> 'kind' = 'line') then
      raise exception 'agreement gate: the lines do not sum to the budget' using errcode = 'check_violation';
    end if;
    return new;
  end $$`;
