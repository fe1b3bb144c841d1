import { sql } from 'kysely';
import { PARTNERS_WALL } from '../../cooperations/index.ts';
import { ORGANISATIONS, wallIn, type Step } from '../../../platform/database/index.ts';

/** The receiver reads it only from the moment on at which it is asked. */
const READ = `${PARTNERS_WALL.read} or (receiver = any(${ORGANISATIONS}) and was_sent)`;
const OF_REQUEST = 'request in (select id from request)';
/** Who is asked answers through the program; only partners write. */
const OF_PARTNERS = `request in (select id from request where ${PARTNERS_WALL.write})`;

/** One organisation asks another whether they do something together. */
export const requestsStep: Step = {
  name: '2026-11-21-requests',
  up: async (db) => {
    await sql`
      create table request (
        id uuid primary key,
        cooperation uuid not null references cooperation on delete cascade,
        sender uuid not null references subject on delete cascade,
        receiver uuid not null references subject on delete cascade,
        state text not null
          check (state in ('waiting', 'open', 'with a person', 'answered', 'withdrawn', 'replaced')),
        asked_on date not null,
        was_sent boolean not null,
        answer text check (answer in ('gladly', 'call', 'later', 'no')),
        answer_day date,
        answer_hours text check (answer_hours in ('morning', 'midday', 'afternoon', 'evening')),
        answered_on date,
        take_up_hash text unique,
        check (sender <> receiver),
        check ((state in ('answered', 'replaced')) = (answer is not null)),
        check ((answer is null) = (answered_on is null)),
        check ((answer is not distinct from 'call') = (answer_hours is not null))
      )`.execute(db);
    // Once somebody is asked, or has said no, nobody of this cooperation asks again.
    await sql`
      create unique index request_once on request (cooperation, receiver)
      where state not in ('withdrawn', 'replaced')`.execute(db);
    await sql`create index request_receiver on request (receiver)`.execute(db);
    await sql`
      create table request_words (
        request uuid primary key references request on delete cascade,
        words jsonb not null,
        settled_on date
      )`.execute(db);
    await sql`
      create table request_attempt (
        request uuid not null references request on delete cascade,
        number smallint not null check (number between 1 and 3),
        sent_on date not null,
        token_hash text not null unique,
        primary key (request, number)
      )`.execute(db);
    await sql`
      create table request_consent (
        request uuid not null references request on delete cascade,
        cooperation uuid not null,
        organisation uuid not null references subject on delete cascade,
        said_on date not null,
        primary key (request, organisation)
      )`.execute(db);
    await wallIn(db, 'request', { read: READ, write: PARTNERS_WALL.write });
    await wallIn(db, 'request_words', { read: OF_REQUEST, write: OF_PARTNERS });
    await wallIn(db, 'request_attempt', { read: OF_REQUEST, write: OF_PARTNERS });
    await wallIn(db, 'request_consent', PARTNERS_WALL);
  },
};
