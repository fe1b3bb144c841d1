import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../../platform/database/index.ts';
import type { Holding } from '../../plain/holding.ts';
import type { Json } from '../../plain/json.ts';

/** Holdings of one part of working together: which tables, and how their rows are about an organisation. */
export type HeldTables = readonly Holding[];

/** Which tables are asked about, and everything that their rows can belong to. */
export interface Held {
  readonly tables: readonly string[];
  readonly all: HeldTables;
}

/** How many rows of each table are about an organisation, as far as the reader may see them. */
export async function countHeld(
  db: Reader,
  { tables, all: holdings }: Held,
  organisation: string,
): Promise<Readonly<Record<string, number>>> {
  if (tables.length === 0) return {};
  const row: Readonly<Record<string, number>> = await db
    .selectNoFrom(
      tables.map((table) =>
        sql<number>`(select count(*)::integer from ${sql.table(table)} t where ${isAbout(holdings, table, organisation)})`.as(
          table,
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return row;
}

/** The rows themselves, without what is for the program alone. */
export async function readHeld(
  db: Reader,
  { tables, all: holdings }: Held,
  organisation: string,
): Promise<Readonly<Record<string, readonly Json[]>>> {
  if (tables.length === 0) return {};
  const row: Readonly<Record<string, readonly Json[]>> = await db
    .selectNoFrom(
      tables.map((table) => {
        const closed = columnsOf(holdings, table, ({ readers }) => readers.includes('program'));
        return sql<readonly Json[]>`(select coalesce(jsonb_agg(to_jsonb(t) - ${closed}::text[]), '[]'::jsonb)
          from ${sql.table(table)} t where ${isAbout(holdings, table, organisation)})`.as(table);
      }),
    )
    .executeTakeFirstOrThrow();
  return row;
}

export function tablesOf(holdings: HeldTables): readonly string[] {
  return [...new Set(holdings.map(({ table }) => table))];
}

function columnsOf(holdings: HeldTables, table: string, of: (holding: Holding) => boolean): readonly string[] {
  return holdings.filter((holding) => holding.table === table && of(holding)).flatMap(({ columns }) => columns);
}

/** Rows name the organisation, or belong to something handed in here that names it. */
function isAbout(holdings: HeldTables, table: string, organisation: string): RawBuilder<boolean> {
  const parents = tablesOf(holdings).filter((parent) => columnsOf(holdings, table, () => true).includes(parent));
  const led = parents.flatMap((parent) => {
    const named = namedIn(holdings, parent, organisation);
    return named.length === 0
      ? []
      : [sql`t.${sql.id(parent)} in (select t.id from ${sql.table(parent)} t where ${sql.join(named, sql` or `)})`];
  });
  return sql`(${sql.join([...namedIn(holdings, table, organisation), ...led], sql` or `)})`;
}

/** One id or a list of them. */
function namedIn(holdings: HeldTables, table: string, organisation: string): readonly RawBuilder<boolean>[] {
  return columnsOf(holdings, table, ({ leadsTo }) => leadsTo === 'organisation').map(
    (column) => sql`to_jsonb(t.${sql.id(column)}) @> to_jsonb(${organisation}::text)`,
  );
}
