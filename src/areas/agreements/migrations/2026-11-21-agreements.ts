import { sql } from 'kysely';
import { APP_ROLE, ORGANISATIONS, wallIn, wallInLedger, type Step } from '../../../platform/database/index.ts';
import { PARTNERS_WALL } from '../../cooperations/index.ts';
import { GATES } from './gate.ts';

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
    // It goes with its cooperation and in no other way: signatures would go with it.
    await sql.raw(`revoke delete on agreement from ${APP_ROLE}`).execute(db);
    await wallInLedger(db, 'agreement_version', PARTNERS_WALL);
    await wallIn(db, 'proposed_change', PARTNERS_WALL);
    await wallInLedger(db, 'change_answer', PARTNERS_WALL);
    // Nobody confirms or signs for somebody else.
    const forOneself = {
      read: PARTNERS_WALL.read,
      write: `partner = any(${ORGANISATIONS}) and ${PARTNERS_WALL.write}`,
    };
    await wallIn(db, 'paragraph_confirmation', forOneself);
    await wallInLedger(db, 'agreement_signature', forOneself);
    // A sheet is for its own side until all are done; then the program opens all of them at once.
    const own = `organisation = any(${ORGANISATIONS}) and ${PARTNERS_WALL.read}`;
    await wallIn(db, 'sheet', {
      read: `(${own}) or (opened_on is not null and ${PARTNERS_WALL.read})`,
      write: `${own} and opened_on is null`,
    });
    for (const statement of GATES) await statement.execute(db);
  },
};
