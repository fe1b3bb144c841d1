import { sql } from 'kysely';
import type { Json } from '../../plain/json.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { Register } from './projection.ts';
import type { Projected } from './project.ts';

/** A projected subject and the revision its rows come with. */
export interface Dated {
  readonly since: number;
  readonly projected: readonly Projected[];
}

/** Writes the rows of all projections for freshly projected subjects. The tables must not hold rows of the same revision for them. */
export async function writeProjections(tx: Transaction, register: Register, dated: readonly Dated[]): Promise<void> {
  for (const projection of register.projections) {
    const rows: Readonly<Record<string, Json>>[] = [];
    for (const { since, projected } of dated) {
      for (const part of projected) {
        if (!projection.of.includes(part.kind)) continue;
        const columns = projection.columns(part);
        if (columns !== null) rows.push({ subject: part.subject, scope: part.scope, since, until: null, ...columns });
      }
    }
    if (rows.length === 0) continue;
    const table = sql.table(projection.table);
    await sql`
      insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows)}::jsonb)
    `.execute(tx);
    await projection.written?.(tx, rows);
  }
}

/** Lets the rows that hold now go with a revision. */
export async function endProjections(
  tx: Transaction,
  register: Register,
  subjects: readonly string[],
  revision: number,
): Promise<void> {
  for (const projection of register.projections) {
    await sql`
      update ${sql.table(projection.table)} set until = ${revision}
      where subject = any(${uuids(subjects)}) and until is null and since <> ${revision}
    `.execute(tx);
  }
}

/** Removes rows of some subjects by a condition on their revisions. */
export async function removeProjections(
  tx: Transaction,
  register: Register,
  subjects: readonly string[],
  which: { readonly since?: number; readonly until?: number },
): Promise<void> {
  for (const projection of register.projections) {
    await sql`
      delete from ${sql.table(projection.table)}
      where subject = any(${uuids(subjects)})
        and (${which.since ?? null}::integer is null or since = ${which.since ?? null}::integer)
        and (${which.until ?? null}::integer is null or until = ${which.until ?? null}::integer)
    `.execute(tx);
  }
}

/** Removes the rows of some subjects, except those of revisions that readers do not see. */
export async function removeShown(
  tx: Transaction,
  register: Register,
  subjects: readonly string[],
  hidden: ReadonlySet<number>,
): Promise<void> {
  for (const projection of register.projections) {
    await sql`
      delete from ${sql.table(projection.table)}
      where subject = any(${uuids(subjects)}) and since <> all(${`{${[...hidden].join(',')}}`}::integer[])
    `.execute(tx);
  }
}

/** Rows that were to go with a revision stay after all. */
export async function keepProjections(
  tx: Transaction,
  register: Register,
  subjects: readonly string[],
  revision: number,
): Promise<void> {
  for (const projection of register.projections) {
    await sql`
      update ${sql.table(projection.table)} set until = null
      where subject = any(${uuids(subjects)}) and until = ${revision}
    `.execute(tx);
  }
}

/** Empties all projections, to write them anew from the claims. */
export async function emptyProjections(tx: Transaction, register: Register): Promise<void> {
  for (const projection of register.projections) {
    await sql`delete from ${sql.table(projection.table)}`.execute(tx);
    await projection.emptied?.(tx);
  }
}

/** One checksum for each projection over all its rows in a fixed order: two equal ones mean equal bytes. */
export async function checksums(tx: Transaction, register: Register): Promise<Readonly<Record<string, string>>> {
  const sums: Record<string, string> = {};
  for (const projection of register.projections) {
    const { rows } = await sql<{ sum: string; count: number }>`
      select count(*)::integer as count, coalesce(md5(string_agg(md5(t::text), '' order by subject, scope, since)), '') as sum
      from ${sql.table(projection.table)} t
    `.execute(tx);
    sums[projection.table] = `${rows[0]?.count ?? 0}:${rows[0]?.sum ?? ''}`;
  }
  return sums;
}

export function uuids(ids: readonly string[]) {
  return sql<string[]>`${`{${ids.join(',')}}`}::uuid[]`;
}
