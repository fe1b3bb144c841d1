import { sql } from 'kysely';
import { KEEPER, ORGANISATIONS, SYSTEM_ONLY, wallIn, type Step } from '../../../platform/database/index.ts';

const STEWARD = `steward = any(${ORGANISATIONS}) or (steward is null and ${KEEPER})`;

/** Conversations, who comes in, what is said and answered there, and what came of it. */
export const commongroundStep: Step = {
  name: '2026-11-21-commonground',
  up: async (db) => {
    await sql`
      create table conversation (
        id uuid primary key,
        steward uuid references subject on delete cascade,
        languages text[] not null check (cardinality(languages) > 0),
        says jsonb not null,
        entry text not null check (entry in ('link', 'codes', 'network')),
        is_public boolean not null,
        opens_on date not null,
        ends_on date not null check (ends_on >= opens_on),
        begun_on date,
        parked jsonb not null,
        taken_from jsonb
      )`.execute(db);
    await sql`create index conversation_steward on conversation (steward)`.execute(db);
    await sql`
      create table conversation_door (
        conversation uuid primary key references conversation on delete cascade,
        token text not null,
        token_hash text not null unique
      )`.execute(db);
    await sql`
      create table paper_code (
        conversation uuid not null references conversation on delete cascade,
        seal text not null,
        primary key (conversation, seal)
      )`.execute(db);
    // One row a person, replaced as a whole with every answer: no row tells when or in which order somebody answered.
    await sql`
      create table ballot (
        key text primary key,
        conversation uuid not null references conversation on delete cascade,
        answers jsonb not null
      ) with (fillfactor = 50)`.execute(db);
    await sql`create index ballot_conversation on ballot (conversation)`.execute(db);
    await sql`
      create table statement (
        id uuid primary key,
        conversation uuid not null references conversation on delete cascade,
        language text not null,
        texts jsonb not null,
        machine text[] not null,
        author text not null check (author in ('steward', 'participant')),
        state text not null check (state in ('waiting', 'open', 'declined')),
        reason text check ((reason is not null) = (state = 'declined'))
      )`.execute(db);
    await sql`create index statement_conversation on statement (conversation)`.execute(db);
    await sql`
      create table moderation (
        id uuid primary key,
        conversation uuid not null references conversation on delete cascade,
        statement uuid not null references statement on delete cascade,
        act text not null check (act in ('declined', 'let-in')),
        reason text check ((reason is not null) = (act = 'declined')),
        day date not null
      )`.execute(db);
    await sql`create index moderation_conversation on moderation (conversation)`.execute(db);
    await sql`create index moderation_statement on moderation (statement)`.execute(db);
    await sql`
      create table dissent (
        statement uuid primary key references statement on delete cascade,
        conversation uuid not null references conversation on delete cascade,
        kind text not null check (kind in ('unimportant', 'bearable', 'open', 'separating')),
        goes_on boolean not null,
        look_again_on date
      )`.execute(db);
    await sql`create index dissent_conversation on dissent (conversation)`.execute(db);
    await sql`
      create table stand (
        conversation uuid not null references conversation on delete cascade,
        number integer not null,
        taken_on date not null,
        is_last boolean not null,
        result jsonb not null,
        primary key (conversation, number)
      )`.execute(db);

    await wallIn(db, 'conversation', { read: `(is_public and begun_on is not null) or ${STEWARD}`, write: STEWARD });
    const seen = 'exists (select 1 from conversation c where c.id = conversation)';
    const kept = `exists (select 1 from conversation c where c.id = conversation and (${STEWARD}))`;
    for (const table of ['conversation_door', 'paper_code']) await wallIn(db, table, { read: kept, write: kept });
    // Not who looks after it either: nobody but the program reads what one person answers.
    await wallIn(db, 'ballot', SYSTEM_ONLY);
    await wallIn(db, 'statement', { read: `${kept} or (state <> 'waiting' and ${seen})`, write: kept });
    for (const table of ['moderation', 'dissent']) await wallIn(db, table, { read: seen, write: kept });
    await wallIn(db, 'stand', { read: seen, write: 'false' });
  },
};
