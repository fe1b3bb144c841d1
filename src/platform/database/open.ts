import { sql, type Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { accountOf, voicesOf, rankOf, type Actor } from '../../plain/actor.ts';
import type { WriteDatabase } from '../context.ts';
import { closable } from './closable.ts';
import type { Engine } from './engine.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import type { Tables } from './tables.ts';
import { orUnavailable } from './unavailable.ts';

/** The role that the product works as. It owns nothing, so that row-level security holds for it. */
export const APP_ROLE = 'geflecht_app';

export interface DatabaseOptions {
  /** `postgres://…` for a server; without it PGlite in `folder`. */
  readonly url: string | null;
  /** Folder of the embedded database, or `memory://`. */
  readonly folder: string;
  /** An initialised embedded database to start a new one from, see `PgliteOptions`. */
  readonly template: string | null;
}

/**
 * The database, by one code path for both engines.
 *
 * @example
 * const db = database.as(actor);
 * const names = await db.read((tx) => tx.selectFrom('organisation').select('name').execute());
 */
export interface Database {
  readonly engine: Engine['name'];
  /** Reading and writing as an actor: row-level security decides what is there. */
  as(actor: Actor): WriteDatabase;
  /** One transaction as the owner of the tables: migrations, and what no actor may do. */
  owner<Result>(work: (tx: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  /** A single statement as the owner, outside of any transaction. Never call it inside `read`, `write` or `owner`: it waits for them. */
  sql(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /** Several statements at once, without values. */
  exec(text: string): Promise<void>;
  /** Resolves when the embedded database has ended by itself: nothing can be asked until the process starts again. */
  readonly stopped: Promise<void>;
  /** Waits for what was begun; whatever comes later is refused. */
  close(): Promise<void>;
  /** The engine below, for the migrator. */
  readonly underneath: Engine;
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const engine = closable(options.url === null ? await openPglite(options) : await openPostgres(options.url));
  return {
    engine: engine.name,
    as: (actor) => ({
      read: (work) =>
        orUnavailable(engine.exclusive(() => inTransaction(engine, actor, 'read', (tx) => work(forReading(tx))))),
      write: (work) => orUnavailable(engine.exclusive(() => inTransaction(engine, actor, 'write', work))),
    }),
    owner: (work) => engine.exclusive(() => engine.kysely.transaction().execute(work)),
    sql: (text, values = []) => engine.exclusive(() => engine.sql(text, values)),
    exec: (text) => engine.exclusive(() => engine.exec(text)),
    stopped: engine.stopped,
    close: () => engine.close(),
    underneath: engine,
  };
}

function inTransaction<Result>(
  engine: Engine,
  actor: Actor,
  access: 'read' | 'write',
  work: (tx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return engine.kysely.transaction().execute(async (tx) => {
    await sql`select set_config('role', ${APP_ROLE}, true), set_config('geflecht.actor', ${rankOf(actor)}, true),
      set_config('geflecht.account', ${accountOf(actor) ?? ''}, true),
      set_config('geflecht.organisations', ${`{${voicesOf(actor).join(',')}}`}, true),
      set_config('geflecht.opened', '', true),
      set_config('transaction_read_only', ${access === 'read' ? 'on' : 'off'}, true)`.execute(tx);
    return work(tx);
  });
}

/** The same handle with its writing hidden from the types; the transaction itself is read-only too. */
function forReading(tx: Transaction<Tables>): ReadonlyKysely<Tables> {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- Kysely offers the type only for a cast
  return tx as never;
}
