import { sql } from 'kysely';
import type { Reader } from '../../platform/database/index.ts';
import { placeOf, type Reference } from './reference.ts';

/** The columns by which the database itself knows a subject, and of which nobody has said what becomes of them. */
export async function findUndeclared(db: Reader, references: readonly Reference[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom(
      sql<{ name: string }>`(
        select c.conrelid::regclass::text || '.' || a.attname as name
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
        where c.contype = 'f' and c.confrelid = 'subject'::regclass
      )`.as('key'),
    )
    .select('name')
    .orderBy('name')
    .execute();
  const declared = new Set<string>(references.map(({ name }) => name));
  return [...new Set(rows.map(({ name }) => name))].filter((name) => !declared.has(name));
}

/** Which of some columns name one of some subjects. */
export async function findNaming(
  db: Reader,
  references: readonly Reference[],
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  return findWhere(db, references, (column, isList) =>
    isList ? sql`${column} && ${uuids(subjects)}` : sql`${column} = any(${uuids(subjects)})`,
  );
}

/** Whether one of some lists names both: somebody of the ones and somebody of the others. */
export async function areTogetherIn(
  db: Reader,
  references: readonly Reference[],
  ones: readonly string[],
  others: readonly string[],
): Promise<boolean> {
  const lists = references.filter(({ isList }) => isList === true);
  const both = await findWhere(
    db,
    lists,
    (column) => sql`${column} && ${uuids(ones)} and ${column} && ${uuids(others)}`,
  );
  return both.size > 0;
}

async function findWhere(
  db: Reader,
  references: readonly Reference[],
  condition: (column: ReturnType<typeof sql.ref>, isList: boolean) => ReturnType<typeof sql>,
): Promise<ReadonlySet<string>> {
  if (references.length === 0) return new Set();
  const parts = references.map((reference) => {
    const [table, column] = placeOf(reference);
    const found = condition(sql.ref(column), reference.isList === true);
    const stands = reference.over === undefined ? sql`true` : sql`${sql.ref(reference.over)} is null`;
    return sql`select ${reference.name}::text as name where exists (select 1 from ${sql.table(table)} where ${found} and ${stands})`;
  });
  const rows = await db
    .selectFrom(sql<{ name: string }>`(${sql.join(parts, sql` union all `)})`.as('found'))
    .select('name')
    .execute();
  return new Set(rows.map(({ name }) => name));
}

function uuids(ids: readonly string[]) {
  return sql`${`{${ids.join(',')}}`}::uuid[]`;
}
