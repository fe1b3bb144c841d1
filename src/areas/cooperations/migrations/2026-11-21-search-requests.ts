import { sql } from 'kysely';
import { IN_NETWORK, ORGANISATIONS, wallIn, type Step } from '../../../platform/database/index.ts';

/** What organisations look for in others, for the confirmed members of the network to see. */
export const searchRequestsStep: Step = {
  name: '2026-11-21-search-requests',
  up: async (db) => {
    await sql`
      create table search_request (
        id uuid primary key,
        organisation uuid not null references subject on delete cascade,
        expertise text not null check (length(expertise) between 1 and 200),
        field text,
        language text,
        offered text not null check (length(offered) between 1 and 1000),
        until date not null
      )`.execute(db);
    await sql`create index search_request_until on search_request (until)`.execute(db);
    // Under a veil it is there for its own organisation only, as everything else that leads to it.
    const isOpen = `exists (select from subject seeker where seeker.id = search_request.organisation
      and seeker.forwarded_to is null and seeker.protected_at is null and seeker.withdrawn_at is null)`;
    const own = `organisation = any(${ORGANISATIONS})`;
    await wallIn(db, 'search_request', { read: `${own} or (${IN_NETWORK} and ${isOpen})`, write: own });
  },
};
