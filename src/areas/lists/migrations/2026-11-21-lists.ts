import { sql } from 'kysely';
import { ACTOR, KEEPER, KEEPERS, OPEN_BOOK, wallIn, type Step } from '../../../platform/database/index.ts';
import { HOLDS_NOW } from '../../claims/index.ts';

/** Lists, their imports, and what each row of a list is in the register. */
export const listsStep: Step = {
  name: '2026-11-21-lists',
  up: async (db) => {
    await sql`
      create table list (
        id uuid primary key,
        title text not null,
        publisher text not null,
        purpose text not null,
        licence text not null,
        role text not null,
        rhythm text not null,
        takedown_contact text not null,
        mapping jsonb,
        made_at timestamptz not null
      )`.execute(db);
    await sql`create unique index list_title on list (lower(title))`.execute(db);
    await sql`
      create table import (
        id uuid primary key,
        list uuid not null references list,
        state text not null,
        file_name text not null,
        file text,
        choices jsonb not null,
        mapping jsonb,
        counts jsonb not null,
        done integer not null default 0,
        trouble jsonb,
        revision integer,
        cover integer,
        source integer,
        based_on integer not null default 0,
        made_at timestamptz not null,
        taken_at timestamptz,
        taken_back_at timestamptz
      )`.execute(db);
    await sql`create index import_list on import (list, made_at)`.execute(db);
    await sql`
      create table import_row (
        import uuid not null references import not enforced,
        row integer not null,
        outcome text not null,
        key text,
        name text not null,
        subject uuid,
        fingerprint text,
        facts jsonb not null,
        changes jsonb not null,
        ends bigint[] not null,
        notes jsonb not null,
        question jsonb,
        checked_on date,
        primary key (import, row)
      )`.execute(db);
    await sql`
      create table list_row (
        list uuid not null references list,
        key text not null,
        subject uuid not null references subject,
        fingerprint text not null,
        gone_on date,
        since integer not null default 0,
        until integer,
        primary key (list, key, since)
      )`.execute(db);
    await sql`create index list_row_subject on list_row (subject)`.execute(db);
    await sql`
      create table list_answer (
        list uuid not null references list,
        spelling text not null,
        place text not null,
        primary key (list, spelling)
      )`.execute(db);
    await wallIn(db, 'list', OPEN_BOOK);
    await wallIn(db, 'import', KEEPERS);
    await wallIn(db, 'import_row', KEEPERS);
    await wallIn(db, 'list_row', { read: `${ACTOR} is not null and ${HOLDS_NOW}`, write: KEEPER });
    await wallIn(db, 'list_answer', KEEPERS);
  },
};
