import { sql } from 'kysely';

/**
 * Parts without which nobody signs, by kind, as they stood on the day of this step: `texts` in one language,
 * `everyLanguage` in all, `value` anything at all. A test compares it with the table of kinds; when that
 * changes, a new step brings a new gate.
 */
export const NEEDED: Readonly<Record<string, Readonly<Record<string, 'texts' | 'everyLanguage' | 'value'>>>> = {
  frame: { title: 'texts', from: 'value', until: 'value', budget: 'value' },
  goal: { words: 'texts' },
  task: { result: 'texts', doer: 'value', effort: 'value', until: 'value' },
  line: { purpose: 'texts', sort: 'value', receiver: 'value', amount: 'value' },
  duty: { what: 'texts', form: 'texts', due: 'value', responsible: 'value', explanation: 'everyLanguage' },
  decision: { about: 'texts' },
  credit: { what: 'texts' },
  rhythm: { words: 'texts' },
  data: { words: 'texts' },
  boundary: { work: 'texts', doneBy: 'value', limit: 'texts' },
  promise: { words: 'texts', giver: 'value' },
  limit: { words: 'texts', partner: 'value' },
  dissent: { words: 'texts', weight: 'value' },
  review: { day: 'value' },
  exit: { notice: 'value', money: 'texts', data: 'texts', name: 'texts', materials: 'texts' },
};

/** Parts that name a partner, needed or not. */
export const NAMING: Readonly<Record<string, string>> = {
  task: 'doer',
  line: 'receiver',
  duty: 'responsible',
  decision: 'decider',
  credit: 'owner',
  promise: 'giver',
  limit: 'partner',
};

// Each gate takes the row of the agreement first, as the program does: two at once see what the other has done.

/** JSON in the form of RFC 8785, as `canonical` writes it: so that the database computes hashes from what it holds. */
const canonicalForm = sql`
  create function agreement_canonical(given jsonb) returns text language plpgsql immutable as $$
  declare
    inside text;
  begin
    if jsonb_typeof(given) = 'object' then
      select string_agg(to_jsonb(e.key)::text || ':' || agreement_canonical(e.value), ',' order by e.key collate "C")
        into inside from jsonb_each(given) e;
      return '{' || coalesce(inside, '') || '}';
    elsif jsonb_typeof(given) = 'array' then
      select string_agg(agreement_canonical(e.value), ',' order by e.ordinality)
        into inside from jsonb_array_elements(given) with ordinality e;
      return '[' || coalesce(inside, '') || ']';
    end if;
    return given::text;
  end $$`;

const hashForm = sql`
  create function agreement_hash(given jsonb) returns text language sql immutable as $$
    select encode(sha256(convert_to(agreement_canonical(given), 'UTF8')), 'hex')
  $$`;

/** A version is what its hash says, and follows the one before: a ledger that the database checks itself. */
const versionGate = sql`
  create function agreement_version_gate() returns trigger language plpgsql as $$
  begin
    perform 1 from agreement a where a.id = new.agreement for update;
    if new.hash <> agreement_hash(new.content)
        or new.content ->> 'agreement' is distinct from new.agreement::text
        or new.content -> 'number' is distinct from to_jsonb(new.number)
        or not exists (select 1 from agreement a where a.id = new.agreement and a.cooperation = new.cooperation)
        or new.paragraph_hashes <> (select coalesce(jsonb_object_agg(p ->> 'id', agreement_hash(p)), '{}'::jsonb)
          from jsonb_array_elements(new.content #> '{text,paragraphs}') p)
        or new.content ->> 'former' is distinct from (select v.hash from agreement_version v
          where v.agreement = new.agreement and v.number = new.number - 1)
        or (new.number > 1) <> (new.content ->> 'former' is not null) then
      raise exception 'agreement gate: not the version that its hash says' using errcode = 'check_violation';
    end if;
    return new;
  end $$`;

/** White space as JavaScript trims it. */
const BLANKS = String.raw`E'\t\n\x0B\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF'`;

const literal = (value: object) => sql.raw(`'${JSON.stringify(value)}'::jsonb`);

/** How many of the languages have words in `given`. */
const spokenIn = sql`
  create function agreement_spoken_in(given jsonb, languages jsonb) returns bigint language sql immutable as $$
    select count(*) from jsonb_array_elements_text(languages) language
    where jsonb_typeof(given) = 'object' and btrim(coalesce(given ->> language, ''), ${sql.raw(BLANKS)}) <> ''
  $$`;

/**
 * The constraint below `mayBeSigned`: whatever the program believes, no signature comes in while one of the facts
 * is missing that it counts. It speaks of the newest version only, and looks at the stored text itself.
 */
const signatureGate = sql`
  create function agreement_signature_gate() returns trigger language plpgsql as $$
  declare
    v agreement_version;
    body jsonb;
    who text;
    item jsonb;
    part record;
    named text[];
    spoken bigint;
    needed constant jsonb := ${literal(NEEDED)};
    naming constant jsonb := ${literal(NAMING)};
  begin
    perform 1 from agreement a where a.id = new.agreement for update;
    select * into v from agreement_version a where a.agreement = new.agreement order by number desc limit 1;
    if v.number is distinct from new.number or v.hash is distinct from new.version then
      raise exception 'agreement gate: not the newest version' using errcode = 'check_violation';
    end if;
    if v.cooperation is distinct from new.cooperation then
      raise exception 'agreement gate: another cooperation' using errcode = 'check_violation';
    end if;
    body := v.content -> 'text';
    select array_agg(p ->> 'id') into named from jsonb_array_elements(body -> 'partners') p;
    if named is null or not (new.partner::text = any(named)) or cardinality(named) < 2 then
      raise exception 'agreement gate: not a partner' using errcode = 'check_violation';
    end if;
    if not agreement_proof_holds(new.proof, new.version) then
      raise exception 'agreement gate: no proof' using errcode = 'check_violation';
    end if;
    foreach who in array named loop
      if not exists (select 1 from sheet s where s.cooperation = new.cooperation
          and s.organisation::text = who and s.done_on is not null) then
        raise exception 'agreement gate: a sheet is missing' using errcode = 'check_violation';
      end if;
    end loop;
    for item in select * from jsonb_array_elements(body -> 'paragraphs') loop
      if needed -> (item ->> 'kind') is null then
        raise exception 'agreement gate: an unknown kind' using errcode = 'check_violation';
      end if;
      who := item -> 'parts' ->> (naming ->> (item ->> 'kind'));
      if who is not null and not (who = any(named)) then
        raise exception 'agreement gate: an unknown partner' using errcode = 'check_violation';
      end if;
      for part in select * from jsonb_each_text(needed -> (item ->> 'kind')) loop
        if part.value = 'value' then
          spoken := case when item -> 'parts' ->> part.key is null then 0 else 1 end;
        else
          spoken := agreement_spoken_in(item -> 'parts' -> part.key, body -> 'languages');
        end if;
        if spoken = 0 or (part.value = 'everyLanguage' and spoken < jsonb_array_length(body -> 'languages')) then
          raise exception 'agreement gate: a % is not complete', item ->> 'kind' using errcode = 'check_violation';
        end if;
      end loop;
      foreach who in array (case item ->> 'kind' when 'goal' then named
          when 'task' then array[item #>> '{parts,doer}'] else '{}'::text[] end) loop
        perform 1 from paragraph_confirmation c where c.agreement = new.agreement
          and c.partner::text = who and c.hash = agreement_hash(item);
        if not found then
          raise exception 'agreement gate: a % is not confirmed', item ->> 'kind' using errcode = 'check_violation';
        end if;
      end loop;
    end loop;
    if (select count(*) from jsonb_array_elements(body -> 'paragraphs') p where p ->> 'kind' = 'goal') = 0
        or (select count(*) from jsonb_array_elements(body -> 'paragraphs') p where p ->> 'kind' = 'exit') <> 1
        or (select count(*) from jsonb_array_elements(body -> 'paragraphs') p where p ->> 'kind' = 'frame') <> 1 then
      raise exception 'agreement gate: goal, frame or exit is missing' using errcode = 'check_violation';
    end if;
    if (select (p #>> '{parts,budget}')::bigint from jsonb_array_elements(body -> 'paragraphs') p
          where p ->> 'kind' = 'frame') is distinct from
        (select coalesce(sum((p #>> '{parts,amount}')::bigint), 0) from jsonb_array_elements(body -> 'paragraphs') p
          where p ->> 'kind' = 'line') then
      raise exception 'agreement gate: the lines do not sum to the budget' using errcode = 'check_violation';
    end if;
    if (select (p #>> '{parts,budget}')::bigint > 0 from jsonb_array_elements(body -> 'paragraphs') p
          where p ->> 'kind' = 'frame') and not exists (select 1 from jsonb_array_elements(body -> 'paragraphs') p
          where p ->> 'kind' = 'line' and p #>> '{parts,sort}' = 'coordination') then
      raise exception 'agreement gate: no line for the effort' using errcode = 'check_violation';
    end if;
    return new;
  end $$`;

/**
 * Of the three ways to sign one, and of an answer of a device the question that it answered: the database cannot
 * check a key, but it refuses what was signed for another version.
 */
const proofGate = sql`
  create function agreement_proof_holds(proof jsonb, version text) returns boolean language plpgsql immutable as $$
  declare
    told text := translate(proof ->> 'clientDataJSON', '-_', '+/');
    asked text := translate(replace(encode(decode(version, 'hex'), 'base64'), '=', ''), '+/' || E'\n', '-_');
  begin
    if proof ->> 'kind' in ('passphrase', 'paper') then
      return proof = jsonb_build_object('kind', proof ->> 'kind');
    end if;
    return proof ->> 'kind' = 'passkey' and told is not null
      and convert_from(decode(rpad(told, (length(told) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb ->> 'challenge'
        is not distinct from asked
      and (select count(*) from jsonb_object_keys(proof)) = 7
      and proof ?& array['credential', 'publicKey', 'authenticatorData', 'signature'];
  end $$`;

/** What a signed version rests on is not taken away from under it; with the agreement as a whole it goes. */
const confirmationGate = sql`
  create function paragraph_confirmation_gate() returns trigger language plpgsql as $$
  begin
    perform 1 from agreement a where a.id = old.agreement for update;
    if found and exists (
        select 1 from agreement_version v
        join agreement_signature s on s.agreement = v.agreement and s.number = v.number
        where v.agreement = old.agreement
          and exists (select 1 from jsonb_each_text(v.paragraph_hashes) p where p.value = old.hash)) then
      raise exception 'agreement gate: a signature rests on it' using errcode = 'check_violation';
    end if;
    return coalesce(new, old);
  end $$`;

const TRIGGERS = [
  ['agreement_version_gate', 'before insert on agreement_version'],
  ['agreement_signature_gate', 'before insert on agreement_signature'],
  ['paragraph_confirmation_gate', 'before update or delete on paragraph_confirmation'],
].map(([gate, when]) => sql.raw(`create trigger ${gate} ${when} for each row execute function ${gate}()`));

/** All of it, in the order in which it is put up. */
export const GATES = [
  canonicalForm,
  hashForm,
  spokenIn,
  proofGate,
  versionGate,
  signatureGate,
  confirmationGate,
  ...TRIGGERS,
];

/**
 * A frame does not end before it begins. It came later than the gate above and stands behind it: triggers of one
 * table go by their names.
 */
const daysGate = sql`
  create function agreement_signature_gate_days() returns trigger language plpgsql as $$
  begin
    if exists (
        select 1 from agreement_version v, jsonb_array_elements(v.content #> '{text,paragraphs}') p
        where v.agreement = new.agreement and v.number = new.number and p ->> 'kind' = 'frame'
          and (p #>> '{parts,from}') collate "C" > (p #>> '{parts,until}') collate "C") then
      raise exception 'agreement gate: the frame ends before it begins' using errcode = 'check_violation';
    end if;
    return new;
  end $$`;

export const DAYS_GATE = [
  daysGate,
  sql`create trigger agreement_signature_gate_days before insert on agreement_signature
    for each row execute function agreement_signature_gate_days()`,
];
