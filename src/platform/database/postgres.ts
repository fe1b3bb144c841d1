import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Engine } from './engine.ts';
import { namingClients } from './named-client.ts';
import type { Tables } from './tables.ts';

const INT8 = 20;
const DATE = 1082;

/** A PostgreSQL server of version 18 or later. Values come back in the same JavaScript types as from PGlite. */
export async function openPostgres(url: string): Promise<Engine> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  types.setTypeParser(DATE, (text: string) => text);
  const pool = new pg.Pool({ connectionString: url, max: 10, types, connectionTimeoutMillis: 10_000 });
  // An idle connection that the server drops must not end the process.
  pool.on('error', () => undefined);
  // Nor one that is lent out: `pg` says it to the query and once more to nobody.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: namingClients(pool) }) });
  return {
    name: 'postgres',
    kysely,
    exclusive: (work) => work(),
    sql: async (text, values) => ({ rows: (await pool.query<Record<string, unknown>>(text, [...values])).rows }),
    exec: async (text) => {
      await pool.query(text);
    },
    stopped: new Promise(() => undefined),
    close: () => kysely.destroy(),
  };
}
