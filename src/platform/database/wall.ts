import { sql, type Kysely } from 'kysely';
import { APP_ROLE } from './open.ts';

/** The kind of the actor of this transaction; null when none is set, and then no policy lets anything through. */
export const ACTOR = `(select nullif(current_setting('geflecht.actor', true), ''))`;

export interface Wall {
  /** SQL condition for rows that may be read. `system` may always read. */
  readonly read: string;
  /** SQL condition for rows that may be written (both before and after). `system` may always write. */
  readonly write: string;
}

/** Only the program itself, never a request. */
export const SYSTEM_ONLY: Wall = { read: 'false', write: 'false' };

/** Everyone reads, the program and the operator write. */
export const OPEN_BOOK: Wall = { read: `${ACTOR} is not null`, write: `${ACTOR} = 'operator'` };

/** Whoever keeps the register reads and writes; strangers see nothing. */
export const KEEPERS: Wall = { read: `${ACTOR} = 'operator'`, write: `${ACTOR} = 'operator'` };

/**
 * Puts the second wall around a table: row-level security, forced also for its owner,
 * with one policy for reading and one for writing (`USING` and `WITH CHECK`).
 */
export async function wallIn(db: Kysely<unknown>, table: string, wall: Wall): Promise<void> {
  const statements = [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
    `grant select, insert, update, delete, maintain on "${table}" to ${APP_ROLE}`,
    `create policy "${table}_read" on "${table}" for select using (${ACTOR} is not null and (${ACTOR} = 'system' or (${wall.read})))`,
    `create policy "${table}_write" on "${table}" for all
       using (${ACTOR} is not null and (${ACTOR} = 'system' or (${wall.write})))
       with check (${ACTOR} is not null and (${ACTOR} = 'system' or (${wall.write})))`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
