import { sql, type RawBuilder } from 'kysely';
import type { Home } from '../../src/app/home.ts';
import { STRANGER } from '../../src/plain/actor.ts';
import type { WriteDatabase } from '../../src/platform/context.ts';

/** The register in short texts: equal texts, equal register. */
export interface RegisterState {
  /** Every byte of the rows that a stranger can see, with the numbers of the revisions they come and go with. */
  readonly bytes: string;
  /** What these rows say, with the ids of the subjects. */
  readonly seen: string;
  /** The same without the ids, which are other ones each time something is taken over. */
  readonly seenContent: string;
  /** What keepers see and what the lists remember, without ids and numbers. */
  readonly keptContent: string;
  /** States of the imports, oldest first. */
  readonly imports: readonly string[];
  /** Rows, claims, rows that are on their way in or out. */
  readonly counts: Readonly<Record<string, number>>;
}

const SEEN = sql`select to_jsonb(o) as r from organisation o union all select to_jsonb(e) from finding_entry e`;

const KEPT = sql`
  select to_jsonb(o) - '{since,until,subject}'::text[] as r from organisation o
  union all select jsonb_build_array(l.key, c.field, c.language, c.value, c.scope, c.retracted_at is not null)
    from claim c join list_row l on l.subject = c.subject and l.until is null
  union all select jsonb_build_array(key, fingerprint, gone_on, until is not null) from list_row`;

/** Looks at everything that an import touches. */
export async function registerState(home: Home): Promise<RegisterState> {
  const [seen] = await rowsOf<{ bytes: string; seen: string; seenContent: string }>(
    home.database.as(STRANGER),
    sql`with rows as materialized (${SEEN})
      select ${digest(sql`r`)} as bytes, ${digest(sql`r - '{since,until}'::text[]`)} as seen,
        ${digest(sql`r - '{since,until,subject}'::text[]`)} as "seenContent" from rows`,
  );
  const [kept] = await rowsOf<{ digest: string }>(
    home.imports.db,
    sql`select ${digest(sql`r`)} as digest from (${KEPT}) as kept`,
  );
  const [counts] = await rowsOf<Record<string, number>>(
    home.imports.db,
    sql`select (select count(*) from subject) as subjects,
      (select count(*) from claim c join list_row l on l.subject = c.subject and l.until is null) as claims,
      (select count(*) from list_row) as memory,
      (select count(*) from revision where state <> 'current') as pending,
      (select count(*) from organisation where until is not null) as leaving`,
  );
  const imports = await rowsOf<{ state: string }>(home.imports.db, sql`select state from import order by made_at`);
  if (seen === undefined || kept === undefined || counts === undefined) throw new Error('no answer');
  return { ...seen, keptContent: kept.digest, imports: imports.map(({ state }) => state), counts };
}

/** A checksum over rows in any order; the database counts it, for it is asked for hundreds of times. */
function digest(row: RawBuilder<unknown>): RawBuilder<string> {
  return sql`count(*) || ':' || coalesce(sum(hashtextextended((${row})::text, 0)), 0)`;
}

/** Free SQL is for writing transactions only; nothing is written. */
async function rowsOf<Row>(db: WriteDatabase, query: RawBuilder<unknown>): Promise<readonly Row[]> {
  return db.write(async (tx) => (await sql<Row>`${query}`.execute(tx)).rows);
}
