import { sql } from 'kysely';
import { KEEPER, ORGANISATIONS, wallIn, type Step } from '../../../platform/database/index.ts';
import { OUTCOMES } from '../judgement.ts';

/** What was judged of pairs of entries, and which were merged. */
export const duplicatesStep: Step = {
  name: '2026-11-21-duplicates',
  up: async (db) => {
    await sql`
      create table merge (
        id uuid primary key,
        merged uuid not null references subject on delete cascade,
        head uuid not null references subject on delete cascade,
        day date not null,
        by_role text not null,
        undone_on date,
        undone_by_role text
      )`.execute(db);
    await sql`create index merge_merged on merge (merged)`.execute(db);
    await sql`create index merge_head on merge (head)`.execute(db);
    await sql`
      create table judgement (
        id uuid primary key,
        a uuid not null references subject on delete cascade,
        b uuid not null references subject on delete cascade,
        outcome text not null check (outcome in (${sql.join(OUTCOMES.map((outcome) => sql.lit(outcome)))})),
        day date not null,
        by_role text not null,
        words text check (length(words) <= 2000),
        rests_until date,
        merge uuid references merge on delete set null,
        replaced_by uuid references judgement on delete set null,
        taken_back_on date
      )`.execute(db);
    await sql`create index judgement_pair on judgement (a, b)`.execute(db);
    await sql`create index judgement_b on judgement (b)`.execute(db);
    await sql`create index judgement_merge on judgement (merge)`.execute(db);
    await sql`create index judgement_replaced_by on judgement (replaced_by)`.execute(db);
    // Verbs write as the program: whoever may merge is no matter of rows.
    const both = (one: string, other: string) =>
      `${KEEPER} or (${one} = any(${ORGANISATIONS}) and ${other} = any(${ORGANISATIONS}))`;
    await wallIn(db, 'merge', { read: both('merged', 'head'), write: 'false' });
    await wallIn(db, 'judgement', { read: both('a', 'b'), write: 'false' });
  },
};
