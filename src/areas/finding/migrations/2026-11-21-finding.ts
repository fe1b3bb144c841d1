import { sql } from 'kysely';
import { ACTOR, OPEN_BOOK, wallIn, type Step } from '../../../platform/database/index.ts';
import { HOLDS_NOW, projectionColumns, wallInProjection } from '../../claims/index.ts';

/** Changes that are kept; whoever has missed more reads everything anew. */
const KEPT = 20_000;

// Writers take turns from here to their commit, so that a later number is never committed earlier.
const NOTE = (rows: string) => `
  if exists (select from ${rows}) then
    perform pg_advisory_xact_lock(hashtext('finding_change'));
    insert into finding_change (subject) select subject from ${rows};
    delete from finding_change where seq <= (select max(seq) - ${KEPT} from finding_change);
  end if;`;

/** Entries of the finder, and what tells the processes that keep them in memory which have changed. */
export const findingStep: Step = {
  name: '2026-11-21-finding',
  up: async (db) => {
    await sql`
      create table finding_entry (
        ${sql.raw(projectionColumns)},
        kind text not null check (kind in ('organisation', 'offer')),
        facts jsonb not null,
        codes text not null,
        name_terms text not null,
        strong_terms text not null,
        terms text not null,
        place text,
        postcode text,
        confirmed_on date,
        said_on date not null,
        ends_on date,
        primary key (subject, scope, since),
        check (scope = 'public')
      )`.execute(db);
    await sql`create index finding_entry_since on finding_entry (since)`.execute(db);
    await sql`create index finding_entry_until on finding_entry (until) where until is not null`.execute(db);
    await sql`
      create table finding_change (
        seq bigint generated always as identity primary key,
        subject uuid not null
      )`.execute(db);
    await sql`create table finding_mark (since integer primary key, until integer)`.execute(db);
    await wallInProjection(db, 'finding_entry');
    await wallIn(db, 'finding_change', OPEN_BOOK);
    await wallIn(db, 'finding_mark', { read: `${ACTOR} is not null and ${HOLDS_NOW}`, write: 'false' });
    for (const statement of triggers()) await sql.raw(statement).execute(db);
  },
};

function triggers(): readonly string[] {
  return [
    noteAs(
      'added',
      'insert',
      'new',
      `
      insert into finding_mark (since) select distinct since from added on conflict do nothing;
      ${NOTE(`(select subject from added where ${HOLDS_NOW})`)}`,
    ),
    noteAs(
      'changed',
      'update',
      'new',
      `
      insert into finding_mark (since) select distinct until from changed where until is not null on conflict do nothing;
      ${NOTE('(select subject from changed)')}`,
    ),
    noteAs('gone', 'delete', 'old', NOTE(`(select subject from gone where ${HOLDS_NOW})`)),
  ].flat();
}

function noteAs(rows: string, event: string, which: 'new' | 'old', body: string): readonly string[] {
  return [
    `create function finding_note_${rows}() returns trigger language plpgsql as $$ begin ${body} return null; end $$`,
    `create trigger finding_entry_${rows} after ${event} on finding_entry referencing ${which} table as ${rows}
       for each statement execute function finding_note_${rows}()`,
  ];
}
