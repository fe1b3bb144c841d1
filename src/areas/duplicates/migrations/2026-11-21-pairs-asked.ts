import { sql } from 'kysely';
import { KEEPER, KEEPERS, ORGANISATIONS, wallIn, type Step } from '../../../platform/database/index.ts';

/** SQL: neither of a pair is under a veil; whoever does not see an entry does not learn of it by a pair. */
const NEITHER_IS_VEILED = `(select count(*) from subject bare where bare.id in (a, b) and bare.forwarded_to is null
  and bare.protected_at is null and bare.withdrawn_at is null and bare.lapsed_at is null) = 2`;

/** SQL: the actor speaks for somebody who keeps one of a pair of offers. */
const KEEPS_ONE = `exists (select from subject_keeper k where k.subject in (a, b) and k.organisation = any(${ORGANISATIONS}))`;

/** Which pairs are worth a question, which offers overlap, what belongs to what, and since when the surest are not asked. */
export const pairsAskedStep: Step = {
  name: '2026-11-21-pairs-asked',
  up: async (db) => {
    await sql`
      create table pair_asked (
        a uuid not null references subject on delete cascade,
        b uuid not null references subject on delete cascade,
        kind text not null,
        p float8 not null,
        outcome text not null,
        reasons jsonb not null,
        effect float8 not null,
        scope text not null,
        found_on date not null,
        primary key (a, b)
      )`.execute(db);
    await sql`create index pair_asked_b on pair_asked (b)`.execute(db);
    await sql`
      create table offer_overlap (
        a uuid not null references subject on delete cascade,
        b uuid not null references subject on delete cascade,
        topics text[] not null,
        found_on date not null,
        primary key (a, b)
      )`.execute(db);
    await sql`create index offer_overlap_b on offer_overlap (b)`.execute(db);
    await sql`
      create table belonging (
        judgement uuid primary key references judgement on delete cascade,
        part uuid not null references subject on delete cascade
      )`.execute(db);
    await sql`create index belonging_part on belonging (part)`.execute(db);
    await sql`
      create table unasked_merging (
        id uuid primary key,
        since date not null,
        by_role text not null,
        until date,
        ended_by_role text
      )`.execute(db);
    await wallIn(db, 'pair_asked', {
      read: `${KEEPER} or (scope = 'public' and ${NEITHER_IS_VEILED})`,
      write: 'false',
    });
    await wallIn(db, 'offer_overlap', {
      read: `(${KEEPER} or ${KEEPS_ONE}) and ${NEITHER_IS_VEILED}`,
      write: 'false',
    });
    await wallIn(db, 'belonging', KEEPERS);
    await wallIn(db, 'unasked_merging', KEEPERS);
  },
};
