import { sql, type Kysely } from 'kysely';
import { ACTOR, KEEPER, KEEPERS, OPEN_BOOK, wallIn, type Step } from '../../../platform/database/index.ts';
import { HOLDS_NOW, IS_FOR_ACTOR, IS_KEPT } from '../visible.ts';

/** SQL: the row did not come with a revision that readers do not see. */
export const CAME = `(since = 0 or since <> all (array(select id from revision where state <> 'current')))`;

/** The register's memory: revisions, sources, subjects, claims. */
export const claimsStep: Step = {
  name: '2026-11-21-claims',
  up: async (db: Kysely<unknown>) => {
    await sql`
      create table revision (
        id integer generated always as identity primary key,
        kind text not null check (kind in ('import', 'takeback')),
        state text not null check (state in ('pending', 'current', 'withdrawn')),
        made_at timestamptz not null
      )`.execute(db);
    // Two changes that are both under way could not both be "the newest": one at a time.
    await sql`create unique index revision_one_pending on revision ((true)) where state = 'pending'`.execute(db);
    await sql`
      create table source (
        id integer generated always as identity primary key,
        kind text not null check (kind in ('own', 'role', 'list', 'city')),
        speaker uuid,
        publisher text not null,
        licence text not null,
        takedown_contact text not null,
        retrieved_at timestamptz not null,
        since integer not null default 0
      )`.execute(db);
    await sql`
      create table subject (
        id uuid primary key,
        kind text not null check (kind in ('organisation', 'offer', 'network')),
        forwarded_to uuid references subject,
        since integer not null default 0,
        touched_at timestamptz
      )`.execute(db);
    // Removing a subject asks who was forwarded to it: without this, by reading all subjects.
    await sql`create index subject_forwarded on subject (forwarded_to) where forwarded_to is not null`.execute(db);
    await sql`
      create table revision_subject (
        revision integer not null references revision on delete cascade,
        subject uuid not null,
        primary key (revision, subject)
      )`.execute(db);
    // The reference to the source is declared, but checked by `doctor` instead of row by row:
    // a tenth of a second for every thousand rows of a list, and only this area inserts claims.
    await sql`
      create table claim (
        subject uuid not null references subject,
        id bigint generated always as identity,
        field text not null,
        language text,
        value jsonb not null,
        source integer not null references source not enforced,
        scope text not null check (scope in ('public', 'network', 'partner', 'own')),
        said_at timestamptz not null,
        valid_from date,
        valid_to date,
        confirmed_at timestamptz,
        confirmed_by_role text,
        retracted_at timestamptz,
        since integer not null default 0,
        until integer,
        primary key (subject, id)
      )`.execute(db);
    await wallIn(db, 'revision', OPEN_BOOK);
    await wallIn(db, 'revision_subject', KEEPERS);
    await wallIn(db, 'source', { ...OPEN_BOOK, read: `${ACTOR} is not null and ${CAME}` });
    await wallIn(db, 'subject', { ...OPEN_BOOK, read: `${ACTOR} is not null and ${CAME}` });
    // Replaced claims stay readable: they are the history of a public page.
    await wallIn(db, 'claim', { read: `${IS_FOR_ACTOR} and ${CAME}`, write: KEEPER });
  },
};

/** SQL of the columns that every projection begins with. */
export const projectionColumns = `
  subject uuid not null,
  scope text not null check (scope in ('public', 'network', 'partner', 'own')),
  since integer not null default 0,
  until integer`;

/** Puts the wall around a projection: of the rows that hold now each reader sees those of their scopes; only the program writes. */
export async function wallInProjection(db: Kysely<unknown>, table: string): Promise<void> {
  await wallIn(db, table, { read: `${IS_FOR_ACTOR} and ${HOLDS_NOW}`, write: 'false' });
}

/** The same for what organisations keep: they see all of it. */
export async function wallInKeptProjection(db: Kysely<unknown>, table: string): Promise<void> {
  await wallIn(db, table, { read: `(${IS_FOR_ACTOR} or ${IS_KEPT}) and ${HOLDS_NOW}`, write: 'false' });
}
