import { sql, type Kysely } from 'kysely';
import { APP_ROLE } from './open.ts';

/** The rank of the actor of this transaction; null when none is set, and then no policy lets anything through. */
export const ACTOR = `(select nullif(current_setting('geflecht.actor', true), ''))`;

/** The account of the actor; null without one. */
export const ACCOUNT = `(select nullif(current_setting('geflecht.account', true), '')::uuid)`;

/** The organisations that the actor speaks for: `organisation = any(…)`. */
export const ORGANISATIONS = `(select coalesce(nullif(current_setting('geflecht.organisations', true), ''), '{}')::uuid[])::uuid[]`;

/** The subject whose protected facts were opened in this transaction, see `openProtected`; null otherwise. */
export const OPENED = `(select nullif(current_setting('geflecht.opened', true), '')::uuid)`;

/** Whoever keeps the register. */
export const KEEPER = `${ACTOR} in ('operator', 'coordination')`;

/** Whoever may read what organisations show to the confirmed members of the network. */
export const IN_NETWORK = `${ACTOR} in ('operator', 'coordination', 'member')`;

export interface Wall {
  /** SQL condition for rows that may be read. `system` may always read. */
  readonly read: string;
  /** SQL condition for rows that may be written (both before and after). `system` may always write. */
  readonly write: string;
  /** SQL condition for rows that may be removed, where that is less than `write`. `system` may always remove. */
  readonly remove?: string;
}

/** Only the program itself, never a request. */
export const SYSTEM_ONLY: Wall = { read: 'false', write: 'false' };

/** Everyone reads, whoever keeps the register writes. */
export const OPEN_BOOK: Wall = { read: `${ACTOR} is not null`, write: KEEPER };

/** Whoever keeps the register reads and writes; nobody else sees anything. */
export const KEEPERS: Wall = { read: KEEPER, write: KEEPER };

/**
 * Puts the second wall around a table: row-level security, forced also for its owner, with one policy
 * for each of reading, adding, changing and removing. Who may write a row does not see it by that:
 * changing and removing find only rows that may be read. Called again, it replaces the earlier wall.
 */
export async function wallIn(db: Kysely<unknown>, table: string, { read, write, remove = write }: Wall): Promise<void> {
  const who = (condition: string) => `(${ACTOR} is not null and (${ACTOR} = 'system' or (${condition})))`;
  const statements = [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
    `grant select, insert, update, delete, maintain on "${table}" to ${APP_ROLE}`,
    ...['read', 'write', 'insert', 'update', 'delete'].map(
      (name) => `drop policy if exists "${table}_${name}" on "${table}"`,
    ),
    `create policy "${table}_read" on "${table}" for select using ${who(read)}`,
    `create policy "${table}_insert" on "${table}" for insert with check ${who(write)}`,
    `create policy "${table}_update" on "${table}" for update using ${who(write)} with check ${who(write)}`,
    `create policy "${table}_delete" on "${table}" for delete using ${who(remove)}`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * Puts the wall around a table that only grows: rows are added and read, and nobody changes or removes
 * one, not even the program.
 */
export async function wallInLedger(db: Kysely<unknown>, table: string, { read, write }: Wall): Promise<void> {
  await wallIn(db, table, { read, write });
  await sql.raw(`revoke update, delete, truncate on "${table}" from ${APP_ROLE}`).execute(db);
}
